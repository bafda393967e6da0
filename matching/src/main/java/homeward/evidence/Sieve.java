package homeward.evidence;

import homeward.values.Rows;
import homeward.values.Values;
import java.util.Arrays;

/**
 * Compares one sought row with all its candidates, column by column, so that no candidate waits for another to come from memory, and
 * leaves out whoever cannot come above the least odds any more whatever the other columns tell: first by what is told quickly, then by
 * what only letters tell. Whoever is left has the pattern it would have had by itself.
 */
final class Sieve {
  /** Sums of the same numbers in another order differ by less. */
  private static final double SLACK = 1e-6;

  private final Rows sought;
  private final Rows held;
  private final Comparing comparing;
  private final Scale scale;
  private int[] rows = new int[0];
  private int[] places = new int[0];
  private long[] patterns = new long[0];
  /** What each can come to at most. */
  private double[] reached = new double[0];
  /** Which columns of each only letters tell, a bit each. */
  private int[] untold = new int[0];
  private int[] levels = new int[0];
  private int[] others = new int[0];
  private int left;

  Sieve(Rows sought, Rows held, Comparing comparing, Scale scale) {
    this.sought = sought;
    this.held = held;
    this.comparing = comparing;
    this.scale = scale;
  }

  /**
   * Compares.
   *
   * @param least odds as log2
   * @return how many are left, for {@link #place}, {@link #row} and {@link #pattern}
   */
  int sift(int soughtRow, int[] heldRows, int count, double least) {
    Reach reach = scale.reach();
    begin(heldRows, count, reach.before(sought, soughtRow));
    for (int column : reach.order()) {
      int one = sought.code(soughtRow, column);
      if (one != 0 && left > 0) {
        held.codes(column, rows, left, others);
        comparing.quickly(column, one, others, left, levels);
        quickly(column, reach.below(column), least - SLACK);
      }
      if (column == reach.secondName()) {
        unexchanged(reach, least - SLACK);
      }
    }
    slowly(soughtRow, reach, least - SLACK);
    return left;
  }

  private void begin(int[] heldRows, int count, double most) {
    if (count > rows.length) {
      int length = count * 2;
      rows = new int[length];
      places = new int[length];
      patterns = new long[length];
      reached = new double[length];
      untold = new int[length];
      levels = new int[length];
      others = new int[length];
    }
    System.arraycopy(heldRows, 0, rows, 0, count);
    for (int at = 0; at < count; at++) {
      places[at] = at;
    }
    Arrays.fill(patterns, 0, count, 0);
    Arrays.fill(untold, 0, count, 0);
    Arrays.fill(reached, 0, count, most);
    left = count;
  }

  private void quickly(int column, double[] below, double least) {
    int count = left;
    left = 0;
    for (int at = 0; at < count; at++) {
      int level = levels[at];
      if (level == Values.UNTOLD) {
        untold[at] |= 1 << column;
        keep(at, reached[at]);
      } else {
        double most = reached[at] + below[level] + scale.frequencyBits(column, level, others[at]);
        if (most > least) {
          patterns[at] |= Comparing.placed(column, level);
          keep(at, most);
        }
      }
    }
  }

  private void keep(int at, double most) {
    rows[left] = rows[at];
    places[left] = places[at];
    patterns[left] = patterns[at];
    untold[left] = untold[at];
    reached[left++] = most;
  }

  /** Surname and given name are told: a pair of which one agrees has them not in each other's column. */
  private void unexchanged(Reach reach, double least) {
    int count = left;
    left = 0;
    for (int at = 0; at < count; at++) {
      double most = reached[at] - (untold[at] == 0 ? reach.surplus(patterns[at]) : 0);
      if (most > least) {
        keep(at, most);
      }
    }
  }

  private void slowly(int soughtRow, Reach reach, double least) {
    int count = left;
    left = 0;
    for (int at = 0; at < count; at++) {
      double most = untold[at] == 0 ? reached[at] : slowly(at, soughtRow, reach, least);
      if (most > least) {
        patterns[at] = comparing.whole(patterns[at], soughtRow, rows[at]);
        keep(at, most);
      }
    }
  }

  private double slowly(int at, int soughtRow, Reach reach, double least) {
    double most = reached[at];
    for (int column : reach.order()) {
      if ((untold[at] & 1 << column) != 0 && most > least) {
        int other = held.code(rows[at], column);
        int level = comparing.slowly(column, sought.code(soughtRow, column), other);
        patterns[at] |= Comparing.placed(column, level);
        most += reach.below(column)[level] + scale.frequencyBits(column, level, other);
      }
    }
    return most;
  }

  /** The place, among all that were compared, of one that is left. */
  int place(int at) {
    return places[at];
  }

  /** The held row of one that is left. */
  int row(int at) {
    return rows[at];
  }

  /** The pattern of one that is left. */
  long pattern(int at) {
    return patterns[at];
  }
}
