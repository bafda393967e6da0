package homeward.server.wire;

import homeward.exchange.PartyId;
import homeward.node.Message;
import homeward.node.Wire;
import homeward.transcript.SigningKey;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The way out: a courier for each peer. Nobody who sends ever waits. */
public final class Outgoing implements Wire, AutoCloseable {
  private final SortedMap<PartyId, Courier> couriers = new TreeMap<>();

  /**
   * Begins to carry.
   *
   * @param key the node's own, which signs its letters
   * @param arrived hears of each parcel that has arrived, and where; the peer has stored it
   */
  public Outgoing(String exchange, PartyId me, SigningKey key, List<Peer> peers, BiConsumer<Message.Parcel, PartyId> arrived) {
    for (Peer peer : peers) {
      if (!peer.party().equals(me)) {
        couriers.put(peer.party(), new Courier(exchange, me, key, peer, parcel -> arrived.accept(parcel, peer.party())));
      }
    }
  }

  /** Whoever is not a peer is on paper: there is no line to them. */
  @Override
  public void send(PartyId to, Message message) {
    Optional.ofNullable(couriers.get(to)).ifPresent(courier -> courier.add(message));
  }

  /** A letter of this peer came in. */
  public void heard(PartyId peer) {
    Optional.ofNullable(couriers.get(peer)).ifPresent(Courier::wake);
  }

  /** How things are on every line. */
  public List<Line> lines() {
    return couriers.values().stream().map(Courier::line).toList();
  }

  @Override
  public void close() {
    couriers.values().forEach(Courier::close);
  }
}
