package homeward.language;

/** A stretch of a text in UTF-16 units, from {@code start} to before {@code end}. */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("a span from " + start + " to " + end);
    }
  }

  /** The shortest span that covers both. */
  public Span with(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  /** The words of the text that it covers. */
  public String in(String text) {
    return text.substring(start, end);
  }
}
