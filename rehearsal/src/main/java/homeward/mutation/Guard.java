package homeward.mutation;

/**
 * One condition that the rules ask, and the edit that takes it away.
 *
 * @param file the source file, behind the name of its room
 * @param method the method it stands in
 * @param line from one; for people, nothing is found again by it
 * @param text the guard in one line
 * @param from the first character of the source that goes
 * @param to the character after the last one that goes
 * @param instead what stands there then
 */
public record Guard(String file, String method, int line, String text, int from, int to, String instead) {
  /** How the guard is called for good: a line number would change with every line above it. */
  public String name() {
    return file + " " + method + ": " + text;
  }

  /** The whole source without this guard. */
  String removedFrom(String source) {
    return source.substring(0, from) + instead + source.substring(to);
  }

  Guard called(String other) {
    return new Guard(file, method, line, other, from, to, instead);
  }
}
