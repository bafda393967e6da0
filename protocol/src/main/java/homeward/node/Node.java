package homeward.node;

import homeward.exchange.AuthorId;
import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Move;
import homeward.exchange.Parties;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.json.Malformed;
import homeward.json.Shape;
import homeward.ruling.Protocol;
import homeward.transcript.Envelope;
import homeward.transcript.Hash;
import homeward.transcript.KeyId;
import homeward.transcript.SignedCheckpoint;
import homeward.transcript.SignedEntry;
import homeward.transcript.SigningKey;
import java.util.List;
import java.util.Optional;

/**
 * One party's node. Its people's entries are durable before they are acknowledged; the keeper gives every entry its place; every
 * node checks every leaf, folds it, and (a side's) cosigns the checkpoint it leads to. One thread at a time.
 */
public final class Node {
  private static final Shape<Move> MOVE = Shape.of(Move.class);

  private final Holdings holdings;
  private final Wire wire;
  private final Clock clock;
  private final Keeping keeping;
  private final Following following;
  private final Succession succession;

  /**
   * Starts a node from what its store holds.
   *
   * @throws IllegalStateException when the store does not hold together
   */
  public Node(Setting setting, Store store, Wire wire, Clock clock) {
    this(setting, store, wire, clock, Protocol::decide);
  }

  Node(Setting setting, Store store, Wire wire, Clock clock, Chronicle.Rules rules) {
    this.holdings = Holdings.open(setting, store, rules);
    this.wire = wire;
    this.clock = clock;
    this.succession = new Succession(holdings, clock);
    this.keeping = new Keeping(holdings, wire, clock, succession);
    this.following = new Following(holdings, wire, clock, succession);
  }

  /** The log this node holds and what follows from it. */
  public Chronicle chronicle() {
    return holdings.chronicle;
  }

  /** What stands, as far as this node knows. */
  public State state() {
    return holdings.state();
  }

  public PartyId party() {
    return holdings.setting.me();
  }

  /** The newest checkpoint that every side with keys has cosigned. */
  public Optional<SignedCheckpoint> common() {
    return holdings.common();
  }

  /** The newest checkpoint of the log this node holds. */
  public Optional<SignedCheckpoint> latest() {
    return holdings.latest();
  }

  /**
   * What was noticed of two histories. Whoever is proved by it to have told them is believed no more; until all sides have cosigned
   * what somebody else keeps, this node counts nothing.
   */
  public List<Store.Alarm> alarms() {
    return holdings.alarms();
  }

  /** Whether the log goes on without its keeper, as far as this node is concerned, and no succession is in force yet. */
  public boolean withoutKeeper() {
    return !succession.acting().equals(succession.keeper());
  }

  /** Entries of its own people that do not stand in a common checkpoint yet. */
  public List<SignedEntry> outbox() {
    return holdings.outbox();
  }

  /**
   * Signs a move for one of this party's people and stores it; it is sent until it stands in a common checkpoint.
   *
   * @return the id of the entry
   * @throws IllegalArgumentException when the move is larger than an entry may be: the caller splits it into parts
   */
  public Digest say(SigningKey key, Function function, Move move) {
    Head head = head(new AuthorId(key.id().value()));
    Envelope envelope =
        new Envelope(
            holdings.setting.exchange(),
            new KeyId(key.id().value()),
            function.name(),
            head.sequence() + 1,
            head.hash(),
            holdings.seen(),
            clock.now(),
            MOVE.write(move));
    SignedEntry entry = SignedEntry.sign(envelope, key);
    enter(entry);
    return new Digest(entry.hash().value());
  }

  /** Takes an entry that was signed elsewhere, by a device of this party or on paper's behalf, as if signed here. */
  public void enter(SignedEntry entry) {
    boolean known = holdings.chronicle.placeOf(entry.hash()).isPresent() || holdings.outbox().contains(entry);
    if (!known) {
      holdings.queue(entry);
    }
    following.submit();
    keeping.placeOwn();
  }

  private record Head(long sequence, Hash hash) {}

  /** The end of an author's chain: what stands in the log, or what is queued behind it. */
  private Head head(AuthorId author) {
    Parties.Author known = state().parties().authors().get(author);
    Head head = known == null ? new Head(0, Hash.EMPTY) : new Head(known.sequence(), new Hash(known.head().value()));
    for (SignedEntry queued : holdings.outbox()) {
      boolean later = queued.envelope().author().value().equals(author.value()) && queued.envelope().sequence() > head.sequence();
      head = later ? new Head(queued.envelope().sequence(), queued.hash()) : head;
    }
    return head;
  }

  /** Keeps an attachment of its own before the entry that describes it is said, and sends it to whom it is for. */
  public void attach(Message.Parcel parcel, PartyId to) {
    holdings.keep(parcel);
    wire.send(to, parcel);
  }

  /** Handles what another node sent. What cannot be read or does not check is dropped; nothing is half done. */
  public void receive(PartyId from, Message message) {
    try {
      switch (message) {
        case Message.Submit submit -> keeping.place(submit.entries());
        case Message.Head head -> following.head(from, SignedCheckpoint.read(head.note()));
        case Message.Pull pull -> following.answer(from, pull.from());
        case Message.Leaves leaves -> following.take(from, leaves.from(), leaves.leaves(), SignedCheckpoint.read(leaves.note()));
        case Message.Cosigned cosigned -> keeping.collect(SignedCheckpoint.read(cosigned.note()));
        case Message.Parcel parcel -> holdings.keep(parcel);
      }
    } catch (Malformed e) {
      following.ignored(from, e);
    }
  }

  /** What is due by the clock: asks, offers and sends again. */
  public void tick() {
    keeping.tick();
    following.tick();
  }

  /** How many messages it could not read or would not believe, by sender: shown to whoever looks after the node. */
  public long ignored() {
    return following.ignored();
  }
}
