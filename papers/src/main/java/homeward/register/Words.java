package homeward.register;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Texts of cells: stripped, looked up in a closed list of words, or quoted in a message. */
final class Words {
  private static final int LONGEST_QUOTE = 40;

  private Words() {}

  /** Without the white space and no-break spaces around it, which spreadsheets leave and nobody sees. */
  static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char letter) {
    return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
  }

  /** The one of these words that this is, in whatever case it is written. */
  static <W extends Person.Word> Optional<W> find(W[] words, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return Arrays.stream(words).filter(word -> word.word().toLowerCase(Locale.ROOT).equals(lower)).findFirst();
  }

  static String listed(Person.Word[] words) {
    return Arrays.stream(words)
        .map(word -> word.word().isEmpty() ? "an empty cell" : word.word())
        .collect(Collectors.joining(", "));
  }

  /** Short, on one line, and without characters that a terminal would obey. */
  static String quoted(String text) {
    String shown = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
    StringBuilder safe = new StringBuilder("'");
    shown.codePoints().map(point -> isUnsafe(point) ? '\uFFFD' : point).forEach(safe::appendCodePoint);
    return safe.append('\'').toString();
  }

  /**
   * Whether a character turns the direction of what follows, unseen (U+202A to U+202E, U+2066 to U+2069). The two marks
   * that right-to-left scripts are written with, U+200E and U+200F, turn nothing.
   */
  static boolean turns(int point) {
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
  }

  /** Control characters other than tabulator and line breaks, and halves of characters. */
  static boolean controls(int point) {
    return (Character.isISOControl(point) && point != '\t' && point != '\n' && point != '\r')
        || Character.getType(point) == Character.SURROGATE;
  }

  private static boolean isUnsafe(int point) {
    int type = Character.getType(point);
    return Character.isISOControl(point)
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
