package homeward.json;

/**
 * What arrived does not have the form it must have. Says where (a path such as {@code waves[2].place}, or line and
 * column), what was expected, and what to do. It is somebody else's mistake, not ours, so it has no stack trace.
 */
public final class Malformed extends Exception {
  private final String where;
  private final String what;

  /** Where it is wrong (may be empty: the whole of it), and what was expected instead. */
  public Malformed(String where, String what) {
    super(where.isEmpty() ? what : where + ": " + what, null, false, false);
    this.where = where;
    this.what = what;
  }

  /** The path or the position; empty for the whole. */
  public String where() {
    return where;
  }

  /** What was expected and what to do. */
  public String what() {
    return what;
  }

  /** The same finding seen from one level further out; a step is a field's name or {@code [index]}. */
  public Malformed within(String step) {
    boolean joined = where.isEmpty() || where.startsWith("[");
    return new Malformed(joined ? step + where : step + "." + where, what);
  }
}
