package homeward.simulation;

import homeward.conduct.Book;
import homeward.conduct.Choosing;
import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Person.Answered;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.Terms;
import homeward.node.Message;
import homeward.simulation.Shape.Turn;
import homeward.transcript.Attachment;
import homeward.transcript.PublicKey;
import homeward.transcript.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who takes part in a rehearsal, the terms they agree on, and what each side knows by itself. Drawn by role. */
final class Players {
  /** Words that only their owners know; none of them may be found in a log. */
  static final Set<String> PRIVATE = Set.of("Tarasenko", "Vynnyk", "Orlov", "DECLINES", "WITHHELD_JUDICIAL");

  private static final List<String> PRIVATE_ROW = PRIVATE.stream().sorted().toList();

  final Shape shape;
  final List<Player> all;
  final Terms terms;
  private final List<Book> books = new ArrayList<>();
  private final List<Message.Parcel> parcels = new ArrayList<>();
  private final List<SortedMap<Ref, String>> offered = new ArrayList<>();
  private final List<SortedMap<Ref, String>> strangers = new ArrayList<>();

  private Players(Shape shape, List<Player> all) {
    this.shape = shape;
    this.all = all;
    this.terms = new TermsOfShape(shape, all).terms();
  }

  /** Drawn from the seed; mirrored, the two sides have exchanged their codes, and nothing else. */
  static Players of(Shape shape, long seed, boolean mirrored) {
    Lot lot = Lot.of(seed, "players");
    List<Player> drawn = new ArrayList<>();
    for (int role = 0; role < shape.parties(); role++) {
      drawn.add(Player.draw(lot, role, role == 1 && shape.onPaper()));
    }
    PartyId first = drawn.get(0).id();
    PartyId second = drawn.get(1).id();
    if (mirrored) {
      drawn.set(0, drawn.get(0).called(second));
      drawn.set(1, drawn.get(1).called(first));
    }
    Players players = new Players(shape, List.copyOf(drawn));
    players.fill(lot);
    return players;
  }

  private void fill(Lot lot) {
    List<SortedMap<Ref, String>> wounded = new ArrayList<>();
    for (int holder = 0; holder < 2; holder++) {
      offered.add(people(lot, holder));
      wounded.add(refs(lot, shape.wounded(), "military"));
      parcels.add(parcel(lot));
    }
    strangers.add(arrivals(lot));
    for (int side = 0; side < 2; side++) {
      books.add(book(lot, side, wounded.get(side)));
    }
  }

  /** As many as go home, and one or two more, so that somebody can ride instead. */
  private SortedMap<Ref, String> people(Lot lot, int holder) {
    TreeMap<Ref, String> people = new TreeMap<>();
    int home = 1 - holder;
    for (int category = 0; category < Shape.CATEGORIES.size(); category++) {
      int wanted = category == 0 && home == 0 ? shape.outside() * shape.returns().size() : 0;
      for (int[][] tranche : shape.returns()) {
        wanted += tranche[home][category];
      }
      people.putAll(refs(lot, wanted + lot.below(3), Shape.CATEGORIES.get(category)));
    }
    return people;
  }

  private static SortedMap<Ref, String> refs(Lot lot, int count, String category) {
    TreeMap<Ref, String> refs = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      refs.put(lot.held(), category);
    }
    return refs;
  }

  private SortedMap<Ref, String> arrivals(Lot lot) {
    TreeMap<Ref, String> arrivals = new TreeMap<>();
    if (shape.has(Turn.UNLISTED)) {
      arrivals.put(lot.arrival(), "military");
    }
    return arrivals;
  }

  private static Message.Parcel parcel(Lot lot) {
    byte[] contentKey = lot.bytes(32);
    byte[] text = String.join("\n", PRIVATE_ROW).getBytes(StandardCharsets.UTF_8);
    return Message.Parcel.of(Attachment.seal(text, contentKey, lot.bytes(12)).ciphertext(), contentKey);
  }

  private Book book(Lot lot, int side, SortedMap<Ref, String> wounded) {
    return new Book(
        side == 0 ? Optional.of(opening()) : Optional.empty(),
        all.get(side).delegates(),
        terms,
        offered.get(side),
        Optional.empty(),
        lot.opaque(),
        wounded,
        answers(1 - side),
        everybody(),
        shape.seats(),
        Choosing.byLot(),
        Book.Leads.inTheirTime(),
        day(side));
  }

  private Move.Open opening() {
    List<Move.Member> members = new ArrayList<>();
    for (Player player : all) {
      Move.Keys keys = new Move.Keys(player.root().publicKey().value(), player.node().publicKey().value());
      members.add(
          new Move.Member(player.id(), player.role() < 2 ? Move.Kind.SIDE : Move.Kind.THIRD, player.onPaper() ? Optional.empty() : Optional.of(keys)));
    }
    members.sort(java.util.Comparator.comparing(Move.Member::party));
    return new Move.Open(members, all.getFirst().id(), terms.functions(), all.getFirst().delegates(), TermsOfShape.PATIENCE);
  }

  private SortedMap<Ref, Answered> answers(int holder) {
    TreeMap<Ref, Answered> answers = new TreeMap<>();
    offered.get(holder).keySet().forEach(ref -> answers.put(ref, Answered.ACCEPTED));
    if (shape.has(Turn.DISPUTED_PERSON)) {
      answers.put(offered.get(holder).firstKey(), holder == 0 ? Answered.OPEN : Answered.NOT_ACCEPTED);
    }
    return answers;
  }

  private SortedMap<Integer, SortedMap<PartyId, SortedSet<String>>> everybody() {
    TreeMap<PartyId, SortedSet<String>> last = new TreeMap<>();
    if (shape.everybody()) {
      all.subList(0, 2).forEach(side -> last.put(side.id(), new TreeSet<>(Set.of(Shape.CATEGORIES.getLast()))));
    }
    return State.put(State.none(), shape.returns().size(), last);
  }

  /** Without an authoriser the opening side's people may come with the second wave. */
  private Book.Day day(int side) {
    boolean opens = side == 0;
    List<String> shortCounts = !opens && shape.has(Turn.COUNTED_SHORT) ? List.of("day-1/1", "day-1/2") : List.of();
    SortedMap<String, SortedMap<Ref, String>> unlisted = State.none();
    if (opens && !strangers.getFirst().isEmpty()) {
      unlisted = State.put(State.put(unlisted, "day-1/1", strangers.getFirst()), "day-1/2", strangers.getFirst());
    }
    int tranches = shape.returns().size();
    List<String> calledOff = opens && shape.has(Turn.CALLED_OFF) && tranches > 1 ? List.of("day-" + tranches) : List.of();
    List<Book.Halting> strikes =
        !opens && shape.has(Turn.STRIKE)
            ? List.of(new Book.Halting(Times.from(tranches - 1) - 5 * Times.HOUR, Times.from(tranches - 1) + Times.HOUR, Move.Cause.ATTACK, true))
            : List.of();
    return new Book.Day(shortCounts, unlisted, calledOff, strikes, Long.MAX_VALUE, opens && restsAbroad());
  }

  boolean restsAbroad() {
    return shape.has(Turn.RESTS_ABROAD) && shape.holders().containsKey(Function.HANDOVER);
  }

  Book book(int side) {
    return books.get(side);
  }

  Message.Parcel parcel(int side) {
    return parcels.get(side);
  }

  SortedMap<Ref, String> offered(int holder) {
    return offered.get(holder);
  }

  SortedMap<Ref, String> strangers() {
    return strangers.getFirst();
  }

  /** Those who have a node, in the order of roles. */
  List<Player> withNodes() {
    return all.stream().filter(player -> !player.onPaper()).toList();
  }

  SortedMap<PartyId, PublicKey> nodeKeys() {
    TreeMap<PartyId, PublicKey> keys = new TreeMap<>();
    withNodes().forEach(player -> keys.put(player.id(), player.node().publicKey()));
    return keys;
  }

  Player keeper() {
    return all.get(java.util.Objects.requireNonNull(shape.holders().get(Function.KEEPER)));
  }

  static Digest words() {
    return Digest.of("what the categories mean".getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A party of a rehearsal, with its keys.
   *
   * @param role 0 opens, 1 is the other side, from 2 on third parties
   * @param people its delegates, then the key of its device
   * @param persons their codes
   */
  record Player(int role, PartyId id, SigningKey root, SigningKey node, List<SigningKey> people, List<String> persons, boolean onPaper) {
    static final int DELEGATES = 3;
    static final int DEVICE = DELEGATES;
    static final int NEWCOMER = DELEGATES + 1;

    static Player draw(Lot lot, int role, boolean onPaper) {
      PartyId id = lot.party();
      List<SigningKey> people = new ArrayList<>();
      List<String> persons = new ArrayList<>();
      for (int i = 0; i <= NEWCOMER; i++) {
        people.add(lot.key());
        persons.add(lot.opaque());
      }
      return new Player(role, id, lot.key(), lot.key(), List.copyOf(people), List.copyOf(persons), onPaper);
    }

    Player called(PartyId other) {
      return new Player(role, other, root, node, people, persons, onPaper);
    }

    List<Move.Delegate> delegates() {
      return delegates(List.of(0, 1, 2));
    }

    List<Move.Delegate> delegates(List<Integer> which) {
      return which.stream().map(i -> new Move.Delegate(persons.get(i), people.get(i).publicKey().value())).toList();
    }

    /** What people who read a rehearsal call it: told by role, never by a side's name. */
    String name() {
      return switch (role) {
        case 0 -> "the opening side";
        case 1 -> "the other side";
        case 2 -> "third party M";
        default -> "third party N";
      };
    }
  }
}
