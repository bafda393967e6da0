package homeward.mutation;

/** What became of the rules without one guard. */
public sealed interface Verdict {
  /** This test failed, the first of them in the order in which they run. */
  record Killed(String by) implements Verdict {}

  /** The tests came to no end within the limit, of time or of memory: somebody would have noticed. */
  record RanAway(String limit) implements Verdict {}

  /** Every test passed: no test would miss the guard. */
  record Survived() implements Verdict {}

  /** What is left does not compile, as when the guard names what the next line uses; there is nothing to try. */
  record NoMutant(String why) implements Verdict {}
}
