package homeward.sheet;

import java.util.regex.Pattern;

/**
 * Keeps a cell from being worked out as a formula by the program that opens the file. A text that begins with = + - @ (or
 * their wide forms), a tabulator or a line break, white space and apostrophes before it not counted, is written with one
 * more apostrophe before it, and reading takes exactly one away again. So every text comes back as it was.
 */
public final class Guard {
  private static final String START = "\\s*[=+@\\-\uFF1D\uFF0B\uFF0D\uFF20\t\r\n]";
  private static final Pattern DANGEROUS = Pattern.compile("'*" + START);
  private static final Pattern GUARDED = Pattern.compile("'+" + START);

  private Guard() {}

  /** The text as it is written. */
  public static String put(String text) {
    return DANGEROUS.matcher(text).lookingAt() ? "'" + text : text;
  }

  /** The text as it was before it was written. */
  public static String take(String text) {
    return GUARDED.matcher(text).lookingAt() ? text.substring(1) : text;
  }
}
