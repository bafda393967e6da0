package homeward.comparison;

import homeward.ledger.Judgement.Verdict;
import java.util.Locale;

/** Text inside HTML, so that whatever a report holds is shown and never run. */
final class Escape {
  private Escape() {}

  static String html(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int at = 0; at < text.length(); at++) {
      char here = text.charAt(at);
      switch (here) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(shown(here) ? here : '\ufffd');
      }
    }
    return safe.toString();
  }

  /** Controls and the marks that turn the direction of writing could make a text look other than it is. */
  private static boolean shown(char letter) {
    boolean turning = (letter >= '\u202a' && letter <= '\u202e') || (letter >= '\u2066' && letter <= '\u2069');
    return !turning && (letter >= ' ' || letter == '\n' || letter == '\t' || letter == '\r' || letter == '\f');
  }

  /** The class of a verdict in the page's style sheet. */
  static String style(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
