package homeward.command;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The word that was probably meant: the one that fewest slips of the finger turn into what was typed. */
final class Nearest {
  private Nearest() {}

  /**
   * The nearest of the known words, or nothing when all are too far to be a slip: more than a third of the letters
   * wrong, and not a beginning either. Of two equally near the first in the alphabet, so that the answer is stable.
   */
  static Optional<String> to(String typed, List<String> known) {
    return known.stream()
        .filter(word -> slips(typed, word) <= Math.max(1, word.length() / 3) || beginningOf(typed, word))
        .min(Comparator.comparingInt((String word) -> slips(typed, word)).thenComparing(Comparator.naturalOrder()));
  }

  private static boolean beginningOf(String typed, String word) {
    return typed.replace("-", "").length() >= 3 && word.startsWith(typed);
  }

  /** Letters missing, added, changed, or two neighbours swapped (optimal string alignment; Damerau, 1964). */
  static int slips(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
      }
    }
    return cost[from.length()][to.length()];
  }

  private static int cheapest(int[][] cost, String from, String to, int i, int j) {
    boolean same = from.charAt(i - 1) == to.charAt(j - 1);
    int best = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
