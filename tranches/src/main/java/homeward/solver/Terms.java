package homeward.solver;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A sum of columns, each times a whole number. */
public final class Terms {
  private final int[] columns;
  private final long[] factors;

  private Terms(int[] columns, long[] factors) {
    this.columns = columns;
    this.factors = factors;
  }

  /** One column. */
  public static Terms of(int column) {
    return new Terms(new int[] {column}, new long[] {1});
  }

  /** Nothing: always 0. */
  public static Terms none() {
    return new Terms(new int[0], new long[0]);
  }

  /** Collects a sum; the same column twice is added up. */
  public static final class Sum {
    private int[] columns = new int[8];
    private long[] factors = new long[8];
    private int size;
    private boolean sorted = true;

    /** Adds a column times a factor. */
    public Sum add(int column, long factor) {
      if (size == columns.length) {
        columns = Arrays.copyOf(columns, 2 * size);
        factors = Arrays.copyOf(factors, 2 * size);
      }
      sorted &= size == 0 || column > columns[size - 1];
      columns[size] = column;
      factors[size] = factor;
      size++;
      return this;
    }

    /** The sum as it is now; columns times 0 are left out. */
    public Terms terms() {
      if (!sorted) {
        SortedMap<Integer, Long> merged = new TreeMap<>();
        for (int i = 0; i < size; i++) {
          merged.merge(columns[i], factors[i], Long::sum);
        }
        columns = merged.keySet().stream().mapToInt(Integer::intValue).toArray();
        factors = merged.values().stream().mapToLong(Long::longValue).toArray();
        size = columns.length;
        sorted = true;
      }
      int[] kept = IntStream.range(0, size).filter(i -> factors[i] != 0).toArray();
      return new Terms(Arrays.stream(kept).map(i -> columns[i]).toArray(), Arrays.stream(kept).mapToLong(i -> factors[i]).toArray());
    }
  }

  /** How many columns stand in it. */
  public int size() {
    return columns.length;
  }

  int column(int i) {
    return columns[i];
  }

  long factor(int i) {
    return factors[i];
  }

  /** What it comes to at a point. */
  public long at(long[] point) {
    long sum = 0;
    for (int i = 0; i < columns.length; i++) {
      sum += factors[i] * point[columns[i]];
    }
    return sum;
  }

  /** The most it can come to between the bounds of its columns; for factors above 0. */
  public long atMost(Model model) {
    long sum = 0;
    for (int i = 0; i < columns.length; i++) {
      sum += factors[i] * model.upper(columns[i]);
    }
    return sum;
  }

  /** The same over columns that stand elsewhere, in the same order; without those that have no place (below 0). */
  Terms moved(int[] places) {
    int[] kept = IntStream.range(0, columns.length).filter(i -> places[columns[i]] >= 0).toArray();
    return new Terms(Arrays.stream(kept).map(i -> places[columns[i]]).toArray(), Arrays.stream(kept).mapToLong(i -> factors[i]).toArray());
  }

  /** What the columns come to that have no place. */
  long without(int[] places, long[] values) {
    long sum = 0;
    for (int i = 0; i < columns.length; i++) {
      if (places[columns[i]] < 0) {
        sum += factors[i] * values[columns[i]];
      }
    }
    return sum;
  }

  double at(double[] point) {
    double sum = 0;
    for (int i = 0; i < columns.length; i++) {
      sum += factors[i] * point[columns[i]];
    }
    return sum;
  }

  @Override
  public String toString() {
    return Arrays.toString(columns) + Arrays.toString(factors);
  }
}
