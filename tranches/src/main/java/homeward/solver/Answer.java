package homeward.solver;

/** What an engine found. */
public sealed interface Answer {
  /**
   * A point that keeps every rule.
   *
   * @param point by column
   * @param value of the goal there
   * @param bound what the goal exceeds nowhere; equal to the value when the point is proven to be best
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared: a carrier of numbers
  record Found(long[] point, long value, long bound) implements Answer {
    /** Whether nothing better exists. */
    public boolean proven() {
      return value == bound;
    }
  }

  /** No point keeps every rule. */
  record Impossible() implements Answer {}

  /** Patience ended before any point was found. */
  record Unknown() implements Answer {}
}
