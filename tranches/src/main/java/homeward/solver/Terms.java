package homeward.solver;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

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
    private final SortedMap<Integer, Long> factors = new TreeMap<>();

    /** Adds a column times a factor. */
    public Sum add(int column, long factor) {
      factors.merge(column, factor, Long::sum);
      return this;
    }

    /** The sum as it is now; columns times 0 are left out. */
    public Terms terms() {
      factors.values().removeIf(factor -> factor == 0);
      return new Terms(factors.keySet().stream().mapToInt(Integer::intValue).toArray(),
          factors.values().stream().mapToLong(Long::longValue).toArray());
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

  @Override
  public String toString() {
    return Arrays.toString(columns) + Arrays.toString(factors);
  }
}
