package homeward.server.database;

/** What came of opening a database. */
public sealed interface Opening {
  /** It is there; whoever opened it closes it. */
  record Opened(Database database) implements Opening {}

  record Refused(Refusal refusal) implements Opening {}
}
