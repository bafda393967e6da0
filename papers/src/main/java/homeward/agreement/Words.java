package homeward.agreement;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A stranger's words: as they may stand in a sentence of ours, and what they were probably meant to be. */
final class Words {
  private static final int MOST_SHOWN = 60;

  private Words() {}

  static String quoted(String text) {
    return "\"" + plain(text, MOST_SHOWN) + "\"";
  }

  static String quoted(List<String> texts) {
    return String.join(", ", texts.stream().map(Words::quoted).toList());
  }

  /** Short, and nothing in it that a terminal obeys. */
  static String plain(String text, int most) {
    String part = text.length() <= most ? text : text.substring(0, most) + "…";
    return part.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "?");
  }

  /**
   * The known word that fewest slips of the finger make of what was written; case counts for nothing. Empty when more than
   * a third of the letters would have to be wrong and neither word begins the other.
   */
  static Optional<String> nearest(String written, List<String> known) {
    String meant = written.strip().toLowerCase(Locale.ROOT);
    return meant.length() > MOST_SHOWN
        ? Optional.empty()
        : known.stream()
            .filter(word -> near(meant, word.toLowerCase(Locale.ROOT)))
            .min(Comparator.comparingInt(word -> slips(meant, word.toLowerCase(Locale.ROOT))));
  }

  private static boolean near(String meant, String word) {
    boolean begun = Math.min(meant.length(), word.length()) >= 3 && (word.startsWith(meant) || meant.startsWith(word));
    return begun || meant.equals(word) || (word.length() > 1 && slips(meant, word) <= Math.max(1, word.length() / 3));
  }

  /** Letters missing, added or changed (Levenshtein, 1966). */
  private static int slips(String from, String to) {
    int[] before = new int[to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      for (int j = 0; j <= to.length(); j++) {
        row[j] = i == 0 ? j : j == 0 ? i : cheapest(before, row, j, from.charAt(i - 1) == to.charAt(j - 1));
      }
      before = row;
    }
    return before[to.length()];
  }

  private static int cheapest(int[] before, int[] row, int j, boolean same) {
    return Math.min(before[j - 1] + (same ? 0 : 1), Math.min(before[j], row[j - 1]) + 1);
  }
}
