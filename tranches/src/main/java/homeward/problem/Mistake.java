package homeward.problem;

/**
 * Something in a file that has to be mended before anything is planned.
 *
 * @param where a path into the file, such as {@code people[12].lot}; empty for the whole of it
 * @param words what is wrong and what to do
 */
public record Mistake(Kind kind, String where, String words) {
  /** What was wrong. */
  public enum Kind {
    UNREADABLE, TOO_LARGE, NOT_THIS_FORMAT, MALFORMED, EMPTY, TWICE, UNKNOWN, OUT_OF_RANGE, MORE_THAN_ELIGIBLE, GROUP_TOO_LARGE,
    CONTRADICTION
  }

  @Override
  public String toString() {
    return where.isEmpty() ? words : where + ": " + words;
  }
}
