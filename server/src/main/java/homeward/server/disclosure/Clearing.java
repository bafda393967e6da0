package homeward.server.disclosure;

/**
 * What came of clearing.
 *
 * @param cleared how many groups of fields of people are cleared by it
 * @param already how many were cleared by this agency before
 * @param ownHand how many were left out because this same account cleared them for the other agency
 */
public record Clearing(int cleared, int already, int ownHand) {}
