package homeward.server.wire;

import homeward.exchange.PartyId;

/**
 * How things are on the line to a peer.
 *
 * @param waiting messages that have not arrived yet
 * @param problem why the last letter did not arrive; empty when it did or none was sent yet
 */
public record Line(PartyId peer, int waiting, String problem) {
  /** Whether it got through, the last time it was tried. */
  public boolean isUp() {
    return problem.isEmpty();
  }
}
