package homeward.play;

import homeward.conduct.Post;
import homeward.exchange.Decision;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.node.InProcessWire;
import homeward.node.MemoryStore;
import homeward.node.Message;
import homeward.node.Node;
import homeward.node.Setting;
import homeward.node.Store;
import homeward.transcript.Leaf;
import homeward.transcript.PublicKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/** Nodes without databases, joined in one thread. */
final class InThisProcess implements Company {
  private final InProcessWire wire = new InProcessWire();
  private final SequencedMap<PartyId, MemoryStore> stores = new LinkedHashMap<>();
  private final Map<PartyId, Node> nodes = new HashMap<>();
  private final Set<PartyId> cut = new HashSet<>();

  InThisProcess(Plan plan) {
    TreeMap<PartyId, PublicKey> keys = new TreeMap<>();
    plan.nodes().forEach((party, key) -> keys.put(party, key.publicKey()));
    plan.nodes().forEach((party, key) -> {
      MemoryStore store = new MemoryStore();
      stores.put(party, store);
      Node node = new Node(new Setting(plan.exchange(), party, key, plan.keeper(), keys), store, wire.of(party), plan.clock());
      nodes.put(party, node);
      wire.join(node);
    });
  }

  private Node node(PartyId party) {
    return Objects.requireNonNull(nodes.get(party), "this party has no node");
  }

  @Override
  public Post post(PartyId party) {
    return Post.at(node(party));
  }

  @Override
  public void attach(PartyId from, Message.Parcel parcel, PartyId to) {
    node(from).attach(parcel, to);
  }

  @Override
  public void hear(PartyId from, PartyId to, Message message) {
    wire.of(from).send(to, message);
  }

  @Override
  public void tick() {
    stores.keySet().stream().filter(party -> !cut.contains(party)).forEach(party -> node(party).tick());
  }

  @Override
  public void deliver() {
    wire.deliver();
  }

  @Override
  public void cut(PartyId party) {
    cut.add(party);
    wire.leave(party);
  }

  @Override
  public void rejoin(PartyId party) {
    cut.remove(party);
    wire.join(node(party));
  }

  @Override
  public long size(PartyId party) {
    return node(party).chronicle().size();
  }

  @Override
  public Leaf leaf(PartyId party, long index) {
    return node(party).chronicle().leaf(index);
  }

  @Override
  public Decision decision(PartyId party, long index) {
    return node(party).chronicle().decision(index);
  }

  @Override
  public State stateAt(PartyId party, long size) {
    return node(party).chronicle().stateAt(size);
  }

  @Override
  public Store store(PartyId party) {
    return Objects.requireNonNull(stores.get(party), "this party has no store");
  }

  @Override
  public void close() {
    // Nothing lies outside this process.
  }
}
