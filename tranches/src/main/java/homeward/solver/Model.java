package homeward.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Columns that take whole numbers between two bounds, and rows: sums of columns that lie between two bounds too. A row may
 * bear a label, the number of the rule that it stands for, so that rules can be taken away one by one.
 */
public final class Model {
  /** No bound. */
  public static final long NONE = Long.MAX_VALUE / 4;

  /** A row of no rule in particular. */
  public static final int UNLABELLED = -1;

  /** One row. */
  record Row(Terms terms, long lower, long upper, int label) {
    boolean allows(long[] point) {
      long sum = terms.at(point);
      return sum >= lower && sum <= upper;
    }
  }

  private long[] lower = new long[64];
  private long[] upper = new long[64];
  private boolean[] implied = new boolean[64];
  private boolean[] roundedUp = new boolean[64];
  private int columns;
  private final List<Row> rows = new ArrayList<>();
  private final List<Terms> consequences = new ArrayList<>();

  /** A column between two bounds. */
  public int column(long least, long most) {
    if (columns == lower.length) {
      lower = Arrays.copyOf(lower, 2 * columns);
      upper = Arrays.copyOf(upper, 2 * columns);
      implied = Arrays.copyOf(implied, 2 * columns);
      roundedUp = Arrays.copyOf(roundedUp, 2 * columns);
    }
    lower[columns] = least;
    upper[columns] = most;
    return columns++;
  }

  /** A column that as a rule comes out whole when the others are; whether it did is looked at. */
  public int impliedColumn(long least, long most) {
    int column = column(least, most);
    implied[column] = true;
    return column;
  }

  /** A column that as a rule may be rounded up where it comes out broken; whether it may is looked at. */
  public int roundedUpColumn(long least, long most) {
    int column = column(least, most);
    roundedUp[column] = true;
    return column;
  }

  /** A row that lies between two bounds, {@link #NONE} or its negative for no bound. */
  public void row(Terms terms, long least, long most, int label) {
    rows.add(new Row(terms, least, most, label));
  }

  /**
   * A sum that is at most 0 wherever all columns are whole numbers and all rows are kept. It is no rule and is never looked at
   * as one; but where columns may be broken it can be larger, so an engine that begins with those has a better bound by it.
   */
  public void consequence(Terms atMostZero) {
    consequences.add(atMostZero);
  }

  /** Takes out the consequences that a point in broken numbers exceeds, and adds them as rows. */
  List<Terms> takeExceeded(double[] point, double tolerance) {
    List<Terms> exceeded = consequences.stream().filter(terms -> terms.at(point) > tolerance).toList();
    consequences.removeIf(exceeded::contains);
    exceeded.forEach(terms -> row(terms, -NONE, 0, UNLABELLED));
    return exceeded;
  }

  /** How many columns. */
  public int columns() {
    return columns;
  }

  /** How many rows. */
  public int rows() {
    return rows.size();
  }

  Row row(int index) {
    return rows.get(index);
  }

  /** The least a column may be. */
  public long lower(int column) {
    return lower[column];
  }

  /** The most a column may be. */
  public long upper(int column) {
    return upper[column];
  }

  boolean implied(int column) {
    return implied[column];
  }

  boolean roundedUp(int column) {
    return roundedUp[column];
  }

  /** Narrows a column. */
  public void bound(int column, long least, long most) {
    lower[column] = least;
    upper[column] = most;
  }

  /** The labels of all rows that have one. */
  BitSet labels() {
    BitSet labels = new BitSet();
    rows.stream().filter(row -> row.label() != UNLABELLED).forEach(row -> labels.set(row.label()));
    return labels;
  }

  /** The labels of the rows that a point does not keep. */
  public BitSet broken(long[] point) {
    BitSet labels = new BitSet();
    rows.stream().filter(row -> row.label() != UNLABELLED && !row.allows(point)).forEach(row -> labels.set(row.label()));
    return labels;
  }

  /** The same without the labelled rows that are not kept. */
  public Model keeping(IntPredicate label) {
    Model other = copy();
    other.consequences.clear();
    other.rows.removeIf(row -> row.label() != UNLABELLED && !label.test(row.label()));
    return other;
  }

  /** The same, to be changed alone. */
  public Model copy() {
    Model other = new Model();
    other.lower = lower.clone();
    other.upper = upper.clone();
    other.implied = implied.clone();
    other.roundedUp = roundedUp.clone();
    other.columns = columns;
    other.rows.addAll(rows);
    other.consequences.addAll(consequences);
    return other;
  }

  /** Whether a point keeps every bound and every row, in whole numbers. */
  public boolean allows(long[] point) {
    for (int column = 0; column < columns; column++) {
      if (point[column] < lower[column] || point[column] > upper[column]) {
        return false;
      }
    }
    for (Row row : rows) {
      if (!row.allows(point)) {
        return false;
      }
    }
    return true;
  }
}
