package homeward.server.setup;

import homeward.exchange.PartyId;
import homeward.node.Setting;
import homeward.server.database.Where;
import homeward.server.keys.SealingKey;
import homeward.server.keys.WireCertificate;
import homeward.server.wire.Peer;
import homeward.transcript.PublicKey;
import homeward.transcript.SigningKey;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything a node needs in order to start.
 *
 * @param exchange code of the exchange
 * @param me whose node it is
 * @param nodeKey signs checkpoints and letters
 * @param sealingKey opens what was sealed for this party
 * @param keeper who keeps the transcript until the log says otherwise
 * @param cards of all parties with a node, this one included
 * @param pause between two ticks; zero: whoever runs the node ticks it
 */
public record NodeConfig(
    String exchange,
    PartyId me,
    SigningKey nodeKey,
    SealingKey sealingKey,
    PartyId keeper,
    List<Card> cards,
    Where database,
    Desks desks,
    Door wire,
    Duration pause) {

  /** Where the pages are; port 0 takes any that is free. */
  public record Desks(InetSocketAddress address, Optional<Certificate> certificate) {}

  /** Files in PEM form, for pages over HTTPS. */
  public record Certificate(Path certificate, Path key) {}

  /** Where other nodes come in. */
  public record Door(InetSocketAddress address, WireCertificate certificate) {}

  public NodeConfig {
    if (cards.stream().map(Card::peer).noneMatch(peer -> peer.party().equals(me) && peer.nodeKey().equals(nodeKey.publicKey()))) {
      throw new IllegalArgumentException("expected among the parties the card of this node itself, with the key that it has");
    }
    if (cards.stream().map(Card::party).distinct().count() != cards.size()) {
      throw new IllegalArgumentException("expected one card of each party");
    }
  }

  /** How the node of each party is reached and known again. */
  public List<Peer> peers() {
    return cards.stream().map(Card::peer).toList();
  }

  /** As the node core wants it. */
  public Setting setting() {
    return new Setting(exchange, me, nodeKey, keeper, nodes());
  }

  /** The node key of every party that has a node. */
  public SortedMap<PartyId, PublicKey> nodes() {
    TreeMap<PartyId, PublicKey> nodes = new TreeMap<>();
    peers().forEach(peer -> nodes.put(peer.party(), peer.nodeKey()));
    return nodes;
  }

  /** The same with another pause between two ticks. */
  public NodeConfig every(Duration other) {
    return new NodeConfig(exchange, me, nodeKey, sealingKey, keeper, cards, database, desks, wire, other);
  }

  /** Nodes of one machine are told apart by it: cookies do not know of ports. */
  public String cookie() {
    return "homeward-" + me.value();
  }

  /** Such as {@code 127.0.0.1:8080}, and nothing that is secret. */
  @Override
  public String toString() {
    return "node of " + me.value() + " at " + desks.address();
  }
}
