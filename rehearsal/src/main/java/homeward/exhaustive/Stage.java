package homeward.exhaustive;

import homeward.exchange.AuthorId;
import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.Terms;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The invented parties, keys, people and terms of every walk. The keys sign nothing: deciding sees no signatures. */
final class Stage {
  static final PartyId A = new PartyId(opaque("1-side-a"));
  static final PartyId B = new PartyId(opaque("2-side-b"));
  static final PartyId M = new PartyId(opaque("3-third-party"));
  static final List<PartyId> PARTIES = List.of(A, B, M);
  static final List<PartyId> SIDES = List.of(A, B);

  static final String JOURNEY = "day-1";
  static final String PLACE = "border";
  static final String CATEGORY = "people";

  static final long HOUR = 3_600_000L;
  static final long START = 1_747_375_200_000L;
  static final int PATIENCE_HOURS = 2;
  static final long WINDOW_OVER = START + 2_000 * HOUR;
  private static final int RECONCILE_HOURS = 2_000;
  static final long RECONCILE_OVER = WINDOW_OVER + RECONCILE_HOURS * HOUR;
  static final long END_DUE = START + 6_000 * HOUR;
  private static final int HALT_HOURS = 1;
  /** As long as it can be: silence is walked before the terms, where the patience of the opening measures it. */
  private static final int SILENCE_HOURS = 10_000;

  private static final int DELEGATES = 3;
  private static final int LONGEST_LOG = 2_000;
  private static final List<Digest> IDS = IntStream.range(0, LONGEST_LOG).mapToObj(i -> digest("entry " + i)).toList();
  private static final Map<PartyId, List<Voice>> DELEGATED = Map.of(A, delegated(A), B, delegated(B), M, delegated(M));
  private static final Map<PartyId, Voice> ROOTS = Map.of(A, root(A), B, root(B), M, root(M));
  private static final Map<PartyId, AuthorId> NODES = Map.of(A, nodeOf(A), B, nodeOf(B), M, nodeOf(M));

  private static final Map<Shape, Terms> TERMS = new java.util.concurrent.ConcurrentHashMap<>();

  private Stage() {}

  /** Somebody who speaks: a key of a party, in a function. */
  record Voice(PartyId party, Function function, AuthorId author, Move.Delegate delegate) {
    Voice in(Function other) {
      return new Voice(party, other, author, delegate);
    }
  }

  private static String opaque(String name) {
    return (name + "______________________").substring(0, 22);
  }

  private static Digest digest(String what) {
    return Digest.of(what.getBytes(StandardCharsets.UTF_8));
  }

  private static String key(String name) {
    return digest("key " + name).value();
  }

  private static List<Voice> delegated(PartyId party) {
    List<Voice> voices = new ArrayList<>();
    for (int i = 1; i <= DELEGATES; i++) {
      String key = key("delegate " + i + " of " + party.value());
      Move.Delegate delegate = new Move.Delegate(opaque("person-" + i + "-" + party.value().charAt(0)), key);
      voices.add(new Voice(party, Function.SIDE, AuthorId.of(key), delegate));
    }
    return List.copyOf(voices);
  }

  private static Voice root(PartyId party) {
    String key = key("root of " + party.value());
    return new Voice(party, Function.ROOT, AuthorId.of(key), new Move.Delegate(opaque("root"), key));
  }

  private static AuthorId nodeOf(PartyId party) {
    return AuthorId.of(key("node of " + party.value()));
  }

  /** The delegates of a party, each a different person. */
  static List<Voice> delegates(PartyId party) {
    return java.util.Objects.requireNonNull(DELEGATED.get(party));
  }

  static Voice rootOf(PartyId party) {
    return java.util.Objects.requireNonNull(ROOTS.get(party));
  }

  static AuthorId node(PartyId party) {
    return java.util.Objects.requireNonNull(NODES.get(party));
  }

  static PartyId other(PartyId side) {
    return side.equals(A) ? B : A;
  }

  /** A bit for each party, to write down who has to take part in a step. */
  static int bit(PartyId party) {
    return 1 << PARTIES.indexOf(party);
  }

  /** A, B or M. */
  static String letter(PartyId party) {
    return List.of("A", "B", "M").get(PARTIES.indexOf(party));
  }

  /** The id of the entry at a place; another branch of the walk is another log, and may use the same ids. */
  static Digest idAt(long index) {
    return IDS.get((int) index);
  }

  /** The people a side holds. */
  static List<Ref> held(PartyId holder, int people) {
    return IntStream.rangeClosed(1, people).mapToObj(i -> new Ref(opaque("H" + letter(holder) + i))).toList();
  }

  /** Somebody unlisted, by number from 1. */
  static Ref arrival(int number) {
    return new Ref(opaque("Arrival-" + number));
  }

  static SortedMap<String, SortedSet<Ref>> people(Iterable<Ref> refs) {
    TreeSet<Ref> all = new TreeSet<>();
    refs.forEach(all::add);
    TreeMap<String, SortedSet<Ref>> map = new TreeMap<>();
    if (!all.isEmpty()) {
      map.put(CATEGORY, all);
    }
    return map;
  }

  static SortedMap<String, SortedSet<Ref>> nobody() {
    return new TreeMap<>();
  }

  /** The third party holds everything, unless a side keeps the log or nobody authorises. */
  static SortedMap<Function, PartyId> functions(Shape shape, PartyId keeper) {
    TreeMap<Function, PartyId> map = new TreeMap<>(Map.of(Function.KEEPER, keeper, Function.CLEARANCE, M, Function.HANDOVER, M));
    if (shape.authoriser()) {
      map.put(Function.AUTHORISER, M);
    }
    return map;
  }

  static Move.Open opening(Shape shape, PartyId opener, PartyId keeper) {
    List<Move.Member> members = new ArrayList<>();
    for (PartyId party : PARTIES) {
      Move.Kind kind = SIDES.contains(party) ? Move.Kind.SIDE : Move.Kind.THIRD;
      Move.Keys keys = new Move.Keys(rootOf(party).delegate().key(), key("node of " + party.value()));
      members.add(new Move.Member(party, kind, Optional.of(keys)));
    }
    List<Move.Delegate> delegates = delegates(opener).stream().map(Voice::delegate).toList();
    return new Move.Open(members, opener, functions(shape, keeper), delegates, PATIENCE_HOURS);
  }

  /** When both sides may go on although whoever halted has not resumed, epoch ms. */
  static long haltOver(State.Phase phase, State.Halted halted) {
    return halted.at() + (phase == State.Phase.IN_FORCE ? HALT_HOURS : PATIENCE_HOURS) * HOUR;
  }

  /** The terms of a shape, the same object every time. */
  static Terms terms(Shape shape) {
    return TERMS.computeIfAbsent(shape, Stage::agreement);
  }

  private static Terms agreement(Shape shape) {
    SortedMap<String, Integer> each = new TreeMap<>(Map.of(CATEGORY, shape.people()));
    Terms.Tranche tranche =
        new Terms.Tranche(
            "2025-05-23", PLACE, START, WINDOW_OVER, WINDOW_OVER, new TreeMap<>(Map.of(A, each, B, each)), new TreeMap<>());
    return new Terms(
        SIDES,
        A,
        functions(shape, M),
        new TreeMap<>(Map.of(CATEGORY, new Terms.Category(1, false))),
        digest("words"),
        List.of(tranche),
        Terms.Parity.EQUAL,
        new TreeMap<>(),
        List.of(),
        false,
        false,
        2,
        new Terms.Deadlines(RECONCILE_HOURS, HALT_HOURS, SILENCE_HOURS, 1, 1, END_DUE),
        true,
        new TreeSet<>());
  }
}
