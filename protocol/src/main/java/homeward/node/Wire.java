package homeward.node;

import homeward.exchange.PartyId;

/** Carries messages between nodes, perhaps late, twice, in another order, or not at all. */
@FunctionalInterface
public interface Wire {
  /** Sends; says nothing about whether it arrives. */
  void send(PartyId to, Message message);
}
