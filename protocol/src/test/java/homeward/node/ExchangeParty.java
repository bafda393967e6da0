package homeward.node;

import homeward.exchange.AuthorId;
import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.transcript.PublicKey;
import homeward.transcript.SigningKey;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** One party at the table: its keys, its three people, its clock, its store, and the node that runs on it. */
public final class ExchangeParty {
  /** What a party is born with. */
  record Keys(SigningKey root, SigningKey node, List<SigningKey> people, List<String> codes) {}

  /** What all parties share. */
  record Surroundings(String exchange, PartyId keeper, SortedMap<PartyId, PublicKey> nodes, InProcessWire wire) {}

  private final PartyId id;
  private final Keys keys;
  private final ManualClock clock;
  private final Store store;
  private final Surroundings around;
  private Node node;

  ExchangeParty(PartyId id, Keys keys, ManualClock clock, Store store, Surroundings around) {
    this.id = id;
    this.keys = keys;
    this.clock = clock;
    this.store = store;
    this.around = around;
    this.node = started();
  }

  private Node started() {
    Node fresh = nodeOn(store, around.wire().of(id));
    around.wire().join(fresh);
    return fresh;
  }

  /** One more node with this party's keys and clock, on another store and wire: for what should never happen. */
  public Node nodeOn(Store other, Wire wire) {
    return new Node(new Setting(around.exchange(), id, keys.node(), around.keeper(), around.nodes()), other, wire, clock);
  }

  /** A store with the same contents, attachments left out. */
  public Store copyOfStore() {
    Store.Contents held = store.contents();
    MemoryStore copy = new MemoryStore();
    copy.apply(new Store.Change(
        0, held.lines(), held.latest(), Optional.empty(), held.outbox(), List.of(), new TreeMap<>(), held.alarms()));
    held.checkpoints().forEach(note -> copy.apply(new Store.Change(
        held.lines().size(), List.of(), Optional.empty(), Optional.of(note), List.of(), List.of(), new TreeMap<>(), List.of())));
    return copy;
  }

  public PartyId id() {
    return id;
  }

  public Node node() {
    return node;
  }

  public State state() {
    return node.state();
  }

  public Store store() {
    return store;
  }

  /** Its own clock, which may be wrong. */
  public ManualClock clock() {
    return clock;
  }

  public SigningKey rootKey() {
    return keys.root();
  }

  public SigningKey nodeKey() {
    return keys.node();
  }

  /** The key of one of its people, from 0. */
  public SigningKey person(int number) {
    return keys.people().get(number);
  }

  /** How the log knows one of its people. */
  public AuthorId author(int number) {
    return new AuthorId(person(number).id().value());
  }

  /** Root key and node key, as the opening names them. */
  public Move.Member member(Move.Kind kind) {
    Move.Keys named = new Move.Keys(keys.root().publicKey().value(), keys.node().publicKey().value());
    return new Move.Member(id, kind, Optional.of(named));
  }

  /** Its people, as the opening or the root key names them. */
  public List<Move.Delegate> delegates() {
    return IntStream.range(0, keys.people().size())
        .mapToObj(number -> new Move.Delegate(keys.codes().get(number), person(number).publicKey().value()))
        .toList();
  }

  /** One of its people, from 0, signs this; nothing is delivered yet. */
  public Digest says(int number, Function function, Move move) {
    return node.say(person(number), function, move);
  }

  /** The process ends without warning and is started again from its store. */
  public void crashesAndRestarts() {
    node = started();
  }

  /** Its line is cut. */
  public void goesAway() {
    around.wire().leave(id);
  }

  /** Its line is up again. */
  public void comesBack() {
    around.wire().join(node);
  }

  /** What it counts from its own store. */
  public Count.Result count() {
    return Count.of(around.exchange(), store.contents());
  }
}
