package homeward.server.database;

/** Carries a refusal from where it was found to the room's door, where it becomes a value. */
final class Refusing extends Exception {
  private final transient Refusal refusal;

  Refusing(Refusal refusal) {
    super(refusal.sentence());
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
