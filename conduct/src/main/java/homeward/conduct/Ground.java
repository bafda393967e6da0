package homeward.conduct;

/** How long things take on the ground, in milliseconds. */
final class Ground {
  /** From the release to the buses' departure. */
  static final long BOARDING = 30 * View.MINUTE;

  /** From the departure to the line. */
  static final long DRIVE = 90 * View.MINUTE;

  /** A second, careful count after one that did not agree. */
  static final long RECOUNT = 60 * View.MINUTE;

  /** From the border home. */
  static final long HOMEWARD = 8 * View.HOUR;

  /** Rest and care in the handover state before the way home. */
  static final long REST = 30 * View.HOUR;

  private Ground() {}

  /** From the departure to the line, boarding included: shorter where many waves share one window. */
  static long way(homeward.exchange.Journey journey) {
    long each = (journey.until() - journey.from()) * 3 / 4 / Math.max(1, journey.waves().size());
    return Math.min(BOARDING + DRIVE, each);
  }
}
