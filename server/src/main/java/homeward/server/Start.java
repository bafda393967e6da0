package homeward.server;

/** What came of starting a node. */
public sealed interface Start {
  record Started(Running node) implements Start {}

  /** Why it did not start, and what to do about it. Nothing was changed. */
  record Refused(String sentence) implements Start {}
}
