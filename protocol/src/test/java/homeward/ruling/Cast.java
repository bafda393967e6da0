package homeward.ruling;

import homeward.exchange.AuthorId;
import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The invented parties, people, keys and references of the tests here. Keys sign nothing: deciding sees no signatures. */
final class Cast {
  static final PartyId A = party("side-a");
  static final PartyId B = party("side-b");
  static final PartyId M = party("mediator");
  /** A third party on paper: it has no keys, others report what it did. */
  static final PartyId N = party("paper");
  /** A party that no exchange here has. */
  static final PartyId NOBODY = party("nobody");

  static final Voice A1 = side("a1", A);
  static final Voice A2 = side("a2", A);
  static final Voice A3 = side("a3", A);
  static final Voice A4 = side("a4", A);
  static final Voice B1 = side("b1", B);
  static final Voice B2 = side("b2", B);
  static final Voice B3 = side("b3", B);
  static final Voice M1 = new Voice("m1", M, Function.KEEPER);
  static final Voice M2 = new Voice("m2", M, Function.KEEPER);
  static final Voice M3 = new Voice("m3", M, Function.KEEPER);
  static final Voice ROOT_A = new Voice("root-a", A, Function.ROOT);
  static final Voice ROOT_B = new Voice("root-b", B, Function.ROOT);
  static final Voice ROOT_M = new Voice("root-m", M, Function.ROOT);
  static final Voice DEVICE = side("device-a", A);
  static final Voice STRANGER = side("stranger", A);

  static final String SOLDIERS = "soldiers";
  static final String CIVILIANS = "civilians";
  static final String DAY_1 = "day-1";
  static final String SICK_1 = "sick-1";
  static final String SICK_2 = "sick-2";

  private Cast() {}

  /** Somebody who speaks: a key of a person of a party, and the function spoken in. */
  record Voice(String name, PartyId party, Function function) {
    String key() {
      return Cast.key(name);
    }

    AuthorId author() {
      return AuthorId.of(key());
    }

    Move.Delegate delegate() {
      return new Move.Delegate(opaque("person " + name), key());
    }

    Voice in(Function other) {
      return new Voice(name, party, other);
    }

    /** The second person of the same party in the same function; who has none stays alone. */
    Voice colleague() {
      return switch (name) {
        case "a1" -> A2;
        case "b1" -> B2;
        case "m1" -> M2.in(function);
        default -> this;
      };
    }
  }

  static PartyId party(String name) {
    return new PartyId(opaque((name.equals("side-a") ? "1" : "2") + name));
  }

  private static Voice side(String name, PartyId party) {
    return new Voice(name, party, Function.SIDE);
  }

  /** Names are padded, not drawn, so that a failure can be read. */
  static String opaque(String name) {
    return (name.replace(' ', '-') + "______________________").substring(0, 22);
  }

  static String key(String name) {
    return Digest.of(("key " + name).getBytes(StandardCharsets.UTF_8)).value();
  }

  static AuthorId nodeOf(PartyId party) {
    return AuthorId.of(keys(party).node());
  }

  static Move.Keys keys(PartyId party) {
    Optional<Voice> known = Stream.of(ROOT_A, ROOT_B, ROOT_M).filter(root -> root.party().equals(party)).findFirst();
    String root = known.map(Voice::key).orElse(key("root " + party));
    return new Move.Keys(root, key("node " + party));
  }

  static Digest digest(String what) {
    return Digest.of(what.getBytes(StandardCharsets.UTF_8));
  }

  static List<Move.Delegate> delegates(Voice... voices) {
    return Arrays.stream(voices).map(Voice::delegate).toList();
  }

  static Move.Member member(PartyId party) {
    return new Move.Member(party, kind(party), Optional.of(keys(party)));
  }

  static Move.Member onPaper(PartyId party) {
    return new Move.Member(party, kind(party), Optional.empty());
  }

  private static Move.Kind kind(PartyId party) {
    return party.equals(A) || party.equals(B) ? Move.Kind.SIDE : Move.Kind.THIRD;
  }

  /** Somebody held by a side: a soldier by number from 1, a civilian from 1 ... */
  static Ref soldier(PartyId holder, int number) {
    return held(holder, "s", number);
  }

  static Ref civilian(PartyId holder, int number) {
    return held(holder, "c", number);
  }

  private static Ref held(PartyId holder, String kind, int number) {
    return new Ref(("H" + kind + number + "-held-by-" + holder.value()).substring(0, 22));
  }

  static Ref arrival(int number) {
    return new Ref(opaque("Arrival-" + number));
  }

  static SortedSet<Ref> refs(Ref... refs) {
    return new TreeSet<>(List.of(refs));
  }

  static SortedSet<Ref> soldiers(PartyId holder, int... numbers) {
    SortedSet<Ref> all = new TreeSet<>();
    for (int number : numbers) {
      all.add(soldier(holder, number));
    }
    return all;
  }

  static SortedMap<String, SortedSet<Ref>> by(String category, SortedSet<Ref> refs) {
    SortedMap<String, SortedSet<Ref>> map = new TreeMap<>();
    map.put(category, refs);
    return map;
  }

  static SortedMap<String, SortedSet<Ref>> nobody() {
    return new TreeMap<>();
  }

  /** These functions, all held by the mediator, and tracing by the party on paper; the verifier is vacant. */
  static SortedMap<Function, PartyId> functions() {
    SortedMap<Function, PartyId> map = new TreeMap<>();
    Stream.of(Function.HOST, Function.KEEPER, Function.CLEARANCE, Function.HANDOVER, Function.AUTHORISER)
        .forEach(function -> map.put(function, M));
    map.put(Function.TRACING, N);
    return map;
  }

  /** The opening by a side, as it ought to be. */
  static Move.Open opening(PartyId opener, Voice... voices) {
    return new Move.Open(members(), opener, functions(), delegates(voices), 240);
  }

  static List<Move.Member> members() {
    return sorted(member(A), member(B), member(M), onPaper(N));
  }

  static List<Move.Member> sorted(Move.Member... members) {
    return Arrays.stream(members).sorted(Comparator.comparing(Move.Member::party)).toList();
  }

  /** 32 bytes that no key here is made of. */
  static String freshKey(String name) {
    return Base64.getUrlEncoder().withoutPadding()
        .encodeToString((name + " ".repeat(32)).substring(0, 32).getBytes(StandardCharsets.UTF_8));
  }
}
