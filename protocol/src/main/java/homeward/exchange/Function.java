package homeward.exchange;

/**
 * In which function somebody acts. SIDE is held by both sides; ROOT is a party's own root key, which only enrols and replaces
 * delegates; the others are named in the terms, each held by one party or vacant, and a vacant one drops out of every quorum.
 */
public enum Function {
  /** A delegate of one of the two sides. */
  SIDE,
  /** A party's root key. */
  ROOT,
  /** Gives the place for the talks; good offices. */
  HOST,
  /** Keeps the transcript: gives each entry its index and stamp. */
  KEEPER,
  /** Says who may travel, as a set for a journey, never why. */
  CLEARANCE,
  /** Verifies lists at both sides' request. */
  VERIFIER,
  /** The state at whose border people change hands, where some rest before home. */
  HANDOVER,
  /** Authorises a release when both sides are ready. */
  AUTHORISER,
  /** The central tracing agency. */
  TRACING;

  /** Whether the terms may name a holder of it. */
  public boolean assignable() {
    return this != SIDE && this != ROOT;
  }
}
