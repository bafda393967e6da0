package homeward.evidence;

import homeward.values.NameLevel;
import homeward.values.Rows;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How far a pair can still come before all its columns are compared. The columns are asked in the order of what they may tell, since a
 * pair that lacks the most telling ones is given up soonest.
 */
final class Reach {
  private final double starting;
  private final double[] most;
  private final double[][] below;
  private final int[] order;
  private final int surname;
  private final int given;
  private final int secondName;
  private final double[][] surplus;

  /**
   * A reach.
   *
   * @param starting the bits from which every pair starts
   * @param bits by column and level, level 0 included, what it tells, but for how frequent a name is
   * @param most by column what it tells at most, with a name as rare as can be
   * @param surname the column of the surname, or -1
   * @param given that of the given name, or -1
   */
  Reach(double starting, double[][] bits, double[] most, int surname, int given) {
    this.starting = starting;
    this.most = most;
    this.surname = surname;
    this.given = given;
    this.below = new double[bits.length][];
    this.surplus = new double[bits.length][];
    for (int column = 0; column < bits.length; column++) {
      below[column] = bits[column].clone();
      surplus[column] = new double[bits[column].length];
      for (int level = 0; level < bits[column].length; level++) {
        if (isName(column) && mayBeSwapped(column, level)) {
          surplus[column][level] = Math.max(0, most[column] - bits[column][level]);
        }
        below[column][level] += surplus[column][level] - most[column];
      }
    }
    this.order = IntStream.range(0, bits.length).boxed()
        .sorted(Comparator.comparingInt((Integer column) -> isName(column) ? 0 : 1).thenComparingDouble(column -> -most[column])
            .thenComparingInt(column -> column))
        .mapToInt(Integer::intValue).toArray();
    this.secondName = surname < 0 || given < 0 ? -1 : order[1];
  }

  private boolean isName(int column) {
    return surname >= 0 && given >= 0 && (column == surname || column == given);
  }

  /** Whether a level leaves open that surname and given name stand in each other's column. */
  private boolean mayBeSwapped(int column, int level) {
    return level >= (column == surname ? NameLevel.NEAR : NameLevel.INITIAL);
  }

  /** What a pair of this sought row can come to at most, before anything is compared. */
  double before(Rows sought, int row) {
    double bits = starting;
    for (int column = 0; column < most.length; column++) {
      bits += sought.code(row, column) == 0 ? 0 : most[column];
    }
    return bits;
  }

  /** By level how much less than the most a column tells, but for how frequent a name is. */
  double[] below(int column) {
    return below[column];
  }

  /** The columns in the order in which they are asked: surname and given name before all others. */
  int[] order() {
    return order;
  }

  /** The column after which both names are told, or -1. */
  int secondName() {
    return secondName;
  }

  /** What was counted for names in each other's column, of a pair of which one agrees; otherwise 0. */
  double surplus(long pattern) {
    int one = Comparing.level(pattern, surname);
    int other = Comparing.level(pattern, given);
    boolean may = mayBeSwapped(surname, one) && mayBeSwapped(given, other);
    return may ? 0 : surplus[surname][one] + surplus[given][other];
  }
}
