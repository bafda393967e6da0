package homeward.node;

import homeward.exchange.AuthorId;
import homeward.exchange.Decision;
import homeward.exchange.Digest;
import homeward.exchange.Entry;
import homeward.exchange.Function;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Parties;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.json.Malformed;
import homeward.json.Shape;
import homeward.ruling.Protocol;
import homeward.transcript.Envelope;
import homeward.transcript.Hash;
import homeward.transcript.Leaf;
import homeward.transcript.MerkleTree;
import homeward.transcript.PublicKey;
import homeward.transcript.Seen;
import homeward.transcript.SignedCheckpoint;
import homeward.transcript.SignedEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The log and what follows from it: every leaf is checked, decided and put into the tree. This is the one way from signed bytes
 * to the state, for the keeper, for those who follow, for a count and for {@code verify}. The rooms of the exchange and of the
 * transcript meet here and nowhere else.
 */
public final class Chronicle {
  private static final Shape<Move> MOVE = Shape.of(Move.class);

  private final List<Leaf> leaves = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private final Map<Hash, Long> places = new HashMap<>();
  private final MerkleTree tree = new MerkleTree();
  private final Checked checked = new Checked();
  private final String exchange;
  private final Rules rules;

  /** What decides. There is one for everybody; a rehearsal breaks it on purpose, to see that this is noticed. */
  @FunctionalInterface
  interface Rules {
    Decision decide(State now, Entry entry);
  }

  /** Nothing yet of this exchange. */
  public Chronicle(String exchange) {
    this(exchange, Protocol::decide);
  }

  Chronicle(String exchange, Rules rules) {
    this.exchange = exchange;
    this.rules = rules;
  }

  /** Why a leaf cannot stand in this log. */
  public enum Fault {
    /** Not the next index, or a stamp before the last one. */
    OUT_OF_PLACE,
    OTHER_EXCHANGE,
    UNKNOWN_AUTHOR,
    BAD_SIGNATURE,
    /** The body is no move of this protocol. */
    MALFORMED
  }

  /** What became of a leaf. */
  public sealed interface Placing {
    /** It stands; {@code sameHistory} tells whether the checkpoint its author had seen is of this log. */
    record Placed(Decision decision, boolean sameHistory) implements Placing {}

    record Refused(Fault fault, String detail) implements Placing {}
  }

  /** Checks a leaf, decides it, and puts it into the tree; a leaf that cannot stand changes nothing. */
  public Placing append(Leaf leaf) {
    SignedEntry signed = leaf.entry();
    Envelope envelope = signed.envelope();
    if (leaf.index() != size() || leaf.stamp() < state().course().stamp()) {
      return new Placing.Refused(Fault.OUT_OF_PLACE, "expected index " + size());
    }
    if (!envelope.exchange().equals(exchange)) {
      return new Placing.Refused(Fault.OTHER_EXCHANGE, envelope.exchange());
    }
    Move move;
    Function function;
    try {
      move = MOVE.read(envelope.body());
      function = function(envelope.function());
    } catch (Malformed e) {
      return new Placing.Refused(Fault.MALFORMED, String.valueOf(e.getMessage()));
    }
    if (!keysIn(move).allMatch(Chronicle::isKey)) {
      return new Placing.Refused(Fault.MALFORMED, "a key with which nothing can be verified");
    }
    if (!notesIn(move).allMatch(note -> isPlain(note, exchange))) {
      return new Placing.Refused(Fault.MALFORMED, "a checkpoint with more in it than signatures");
    }
    Optional<PublicKey> key = keyOf(new AuthorId(envelope.author().value()), move, leaf.stamp());
    if (key.isEmpty()) {
      return new Placing.Refused(Fault.UNKNOWN_AUTHOR, envelope.author().value());
    }
    return signed.verifies(key.get())
        ? place(leaf, entry(leaf, function, move))
        : new Placing.Refused(Fault.BAD_SIGNATURE, envelope.author().value());
  }

  /** The public keys that a move would bring into the log. One that is no point of the curve would stop whoever verifies with it. */
  private static Stream<String> keysIn(Move move) {
    return switch (move) {
      case Move.Open open -> Stream.concat(open.parties().stream().flatMap(member -> keysIn(member.keys())), keysIn(open.delegates()));
      case Move.Enrol enrol -> keysIn(enrol.delegates());
      case Move.EnrolDevice device -> Stream.of(device.key());
      case Move.Propose(Matter.Admission admission, long until) -> keysIn(Optional.of(admission.keys()));
      case Move.Act act -> Stream.empty();
      case Move.Observation seen -> Stream.empty();
      case Move.Report report -> keysIn(report.move());
      case Move.Announce announcement -> Stream.empty();
    };
  }

  private static Stream<String> keysIn(Optional<Move.Keys> keys) {
    return keys.stream().flatMap(both -> Stream.of(both.root(), both.node()));
  }

  private static Stream<String> keysIn(List<Move.Delegate> delegates) {
    return delegates.stream().map(Move.Delegate::key);
  }

  private static boolean isKey(String text) {
    try {
      return new PublicKey(text).value().equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Function function(String name) throws Malformed {
    return Arrays.stream(Function.values())
        .filter(function -> function.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Malformed("function", "expected one of the functions of the protocol"));
  }

  private Optional<PublicKey> keyOf(AuthorId author, Move move, long stamp) {
    Parties.Author known = state().parties().authors().get(author);
    if (known != null) {
      return Optional.of(new PublicKey(known.key()));
    }
    return Protocol.mayBegin(state(), stamp) && move instanceof Move.Open open
        ? open.delegates().stream()
            .map(Move.Delegate::key)
            .filter(key -> AuthorId.of(key).equals(author))
            .findFirst()
            .map(PublicKey::new)
        : Optional.empty();
  }

  private Entry entry(Leaf leaf, Function function, Move move) {
    Envelope envelope = leaf.entry().envelope();
    return new Entry(
        new Digest(leaf.entry().hash().value()),
        leaf.index(),
        leaf.stamp(),
        new AuthorId(leaf.keeper().value()),
        new AuthorId(envelope.author().value()),
        function,
        envelope.sequence(),
        new Digest(envelope.previous().value()),
        envelope.seen().size(),
        envelope.sentAt(),
        move,
        checkpoint(move).flatMap(this::witness));
  }

  /** The notes that a move would bring into the log. They are text, and nothing but signatures may stand in it (invariant 7). */
  private static Stream<String> notesIn(Move move) {
    return move instanceof Move.Report report ? notesIn(report.move()) : checkpoint(move).stream().map(Move.CosignedCheckpoint::note);
  }

  private static boolean isPlain(String note, String exchange) {
    try {
      SignedCheckpoint read = SignedCheckpoint.read(note);
      return read.isPlain() && read.checkpoint().origin().equals(origin(exchange));
    } catch (Malformed e) {
      return false;
    }
  }

  private static Optional<Move.CosignedCheckpoint> checkpoint(Move move) {
    return switch (move) {
      case Move.Authorise authorise -> Optional.of(authorise.checkpoint());
      case Move.Ready ready -> ready.checkpoint();
      case Move.Act act -> Optional.empty();
      case Move.Observation seen -> Optional.empty();
      case Move.Report report -> Optional.empty();
      case Move.Announce announcement -> Optional.empty();
    };
  }

  /** What a checkpoint in a body is worth: whether it is of this log, and which sides' cosignatures hold. */
  private Optional<Entry.Witness> witness(Move.CosignedCheckpoint given) {
    try {
      SignedCheckpoint note = SignedCheckpoint.read(given.note());
      boolean said =
          note.checkpoint().size() == given.size()
              && note.checkpoint().root().value().equals(given.root().value())
              && note.checkpoint().origin().equals(origin(exchange));
      boolean ours = said && given.size() <= size() && tree.rootAt(given.size()).equals(note.checkpoint().root());
      return Optional.of(new Entry.Witness(given.size(), ours, cosigners(note)));
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  /** The sides whose cosignature on the note holds. */
  SortedSet<PartyId> cosigners(SignedCheckpoint note) {
    TreeSet<PartyId> cosigners = new TreeSet<>();
    state().parties().members().values().stream()
        .filter(member -> state().parties().isSide(member.party()))
        .forEach(
            member ->
                member
                    .keys()
                    .map(keys -> new PublicKey(keys.node()))
                    .filter(key -> checked.cosigned(note, key))
                    .ifPresent(key -> cosigners.add(member.party())));
    return cosigners;
  }

  private Placing place(Leaf leaf, Entry entry) {
    Seen seen = leaf.entry().envelope().seen();
    boolean sameHistory = seen.size() <= size() && tree.rootAt(seen.size()).equals(seen.root());
    Decision decision = rules.decide(state(), entry);
    places.put(leaf.entry().hash(), leaf.index());
    leaves.add(leaf);
    decisions.add(decision);
    tree.append(leaf.leafHash());
    return new Placing.Placed(decision, sameHistory);
  }

  /** Forgets everything from this index on: a tail that never was in a common checkpoint. */
  void truncate(long size) {
    leaves.subList((int) size, leaves.size()).forEach(leaf -> places.remove(leaf.entry().hash()));
    leaves.subList((int) size, leaves.size()).clear();
    decisions.subList((int) size, decisions.size()).clear();
    tree.truncate(size);
  }

  /** The origin line of this exchange's checkpoints. */
  public static String origin(String exchange) {
    return "homeward/" + exchange;
  }

  /** What stands now. */
  public State state() {
    return decisions.isEmpty() ? State.unopened(exchange) : decisions.getLast().next();
  }

  /** What stood after so many entries. */
  public State stateAt(long size) {
    return size == 0 ? State.unopened(exchange) : decisions.get((int) size - 1).next();
  }

  public long size() {
    return leaves.size();
  }

  /** The leaf at an index. */
  public Leaf leaf(long index) {
    return leaves.get((int) index);
  }

  /** What the entry at an index did. */
  public Decision decision(long index) {
    return decisions.get((int) index);
  }

  /** Where an entry stands, if it does. */
  public Optional<Long> placeOf(Hash entry) {
    return Optional.ofNullable(places.get(entry));
  }

  /** Root of the first so many entries (RFC 6962, 2.1). */
  public Hash rootAt(long size) {
    return tree.rootAt(size);
  }

  /** Root of the first entries held and these behind them (RFC 6962, 2.1). */
  Hash rootWith(long from, List<Leaf> more) {
    MerkleTree other = tree.copy();
    other.truncate(from);
    more.forEach(leaf -> other.append(leaf.leafHash()));
    return other.root();
  }

  public String exchange() {
    return exchange;
  }
}
