package homeward.people;

/**
 * What the registers make of one invented person.
 *
 * @param presence in which registers the person stands, and whether both spell them alike
 * @param flaw what is wrong with the row, so that a list made from it meets the mishaps real lists have
 */
record Case(boolean civilian, Presence presence, Population.Flaw flaw, boolean seriouslyWounded) {
  /** Where the person stands. */
  enum Presence { ALIKE_IN_BOTH, OTHERWISE_IN_BOTH, ONLY_HELD, ONLY_SOUGHT }

  /** In the words of the reference agreement. */
  String category() {
    return civilian ? "civilian" : "military";
  }

  String otherCategory() {
    return civilian ? "military" : "civilian";
  }

  boolean isHeld() {
    return presence != Presence.ONLY_SOUGHT;
  }

  boolean isSought() {
    return presence != Presence.ONLY_HELD;
  }
}
