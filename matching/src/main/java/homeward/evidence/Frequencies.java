package homeward.evidence;

import homeward.values.Rows;
import homeward.values.Schema;
import java.util.Arrays;

/** How many held rows have each group of each column whose values are of different weight; kept up as rows come. */
final class Frequencies {
  private final Rows held;
  private final int[][] counts;
  private final int[] totals;

  Frequencies(Rows held) {
    Schema schema = held.lexicon().schema();
    this.held = held;
    this.counts = new int[schema.size()][];
    this.totals = new int[schema.size()];
    for (int column = 0; column < counts.length; column++) {
      counts[column] = new int[schema.kind(column).sharesGroup(1) ? 1 << 6 : 0];
    }
  }

  /** Counts a row in, or out when {@code by} is -1. */
  void count(int row, int by) {
    for (int column = 0; column < counts.length; column++) {
      int code = held.code(row, column);
      if (counts[column].length > 0 && code > 0) {
        int group = held.lexicon().values(column).group(code);
        if (group >= counts[column].length) {
          counts[column] = Arrays.copyOf(counts[column], group + 1 + (group >> 1));
        }
        counts[column][group] += by;
        totals[column] += by;
      }
    }
  }

  /** How many held rows have the group of this code. */
  int alike(int column, int code) {
    int group = held.lexicon().values(column).group(code);
    return group < counts[column].length ? counts[column][group] : 0;
  }

  /** How many held rows have a value in this column. */
  int total(int column) {
    return totals[column];
  }

  /** The chance that two rows share a group. */
  double meeting(int column) {
    double sum = 0;
    for (int count : counts[column]) {
      sum += (double) count * count;
    }
    double total = Math.max(1, totals[column]);
    return Math.max(sum / (total * total), 1 / total);
  }
}
