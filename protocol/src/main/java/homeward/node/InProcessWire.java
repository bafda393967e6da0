package homeward.node;

import homeward.exchange.PartyId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeMap;

/** Carries messages between nodes of one process, in the order in which they were sent, each once. */
public final class InProcessWire {
  private record Sent(PartyId from, PartyId to, Message message) {}

  private final Deque<Sent> underWay = new ArrayDeque<>();
  private final TreeMap<PartyId, Node> nodes = new TreeMap<>();

  /** Nobody is on it yet. */
  public InProcessWire() {}

  /** The port of one party's node. */
  public Wire of(PartyId from) {
    return (to, message) -> underWay.add(new Sent(from, to, message));
  }

  /** From now on messages for its party reach this node. */
  public void join(Node node) {
    nodes.put(node.party(), node);
  }

  /** This party's node gets nothing any more and nothing of it gets through, as if its line were cut. */
  public void leave(PartyId party) {
    nodes.remove(party);
  }

  /** Delivers until nothing is under way any more. */
  public void deliver() {
    for (Sent next = underWay.poll(); next != null; next = underWay.poll()) {
      Node node = nodes.get(next.to());
      if (node != null && nodes.containsKey(next.from())) {
        node.receive(next.from(), next.message());
      }
    }
  }
}
