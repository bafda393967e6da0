package homeward.bench;

import homeward.exchange.Function;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.node.Clock;
import homeward.node.Random;
import homeward.server.Nodes;
import homeward.transcript.SigningKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One party of an exchange that is opened in order to be measured: its id and keys, drawn from a seed. */
record Party(PartyId id, SigningKey root, SigningKey node, List<SigningKey> people, List<String> codes) {
  static final String EXCHANGE = "bench-1";
  private static final int PEOPLE = 3;
  private static final int PATIENCE_HOURS = 72;

  /** So many, ascending by id; the first two are the sides, the last keeps the transcript. */
  static List<Party> drawn(int count) {
    SplittableRandom draws = new SplittableRandom(1);
    return Stream.generate(() -> drawn(draws)).limit(count).sorted(Comparator.comparing(Party::id)).toList();
  }

  private static Party drawn(SplittableRandom draws) {
    List<SigningKey> people = Stream.generate(() -> key(draws)).limit(PEOPLE).toList();
    List<String> codes = Stream.generate(() -> opaque(draws)).limit(PEOPLE).toList();
    return new Party(new PartyId(opaque(draws)), key(draws), key(draws), people, codes);
  }

  private static byte[] bytes(SplittableRandom draws, int count) {
    byte[] some = new byte[count];
    draws.nextBytes(some);
    return some;
  }

  private static SigningKey key(SplittableRandom draws) {
    return new SigningKey(bytes(draws, 32));
  }

  private static String opaque(SplittableRandom draws) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(draws, 16));
  }

  private Move.Member member(Move.Kind kind) {
    return new Move.Member(id, kind, Optional.of(new Move.Keys(root.publicKey().value(), node.publicKey().value())));
  }

  private List<Move.Delegate> delegates() {
    return Stream.iterate(0, number -> number + 1)
        .limit(PEOPLE)
        .map(number -> new Move.Delegate(codes.get(number), people.get(number).publicKey().value()))
        .toList();
  }

  /** What the first of three says first. */
  static Move.Open opening(List<Party> three) {
    TreeMap<Function, PartyId> functions = new TreeMap<>();
    Stream.of(Function.HOST, Function.KEEPER).forEach(function -> functions.put(function, three.getLast().id()));
    List<Move.Member> members =
        List.of(three.get(0).member(Move.Kind.SIDE), three.get(1).member(Move.Kind.SIDE), three.get(2).member(Move.Kind.THIRD));
    return new Move.Open(members, three.getFirst().id(), functions, three.getFirst().delegates(), PATIENCE_HOURS);
  }

  /** Their nodes, each with its own database under this directory, all in this process. */
  static Nodes.Plan plan(List<Party> parties, Path directory, Clock clock, Random random) {
    SequencedMap<PartyId, SigningKey> keys = new LinkedHashMap<>();
    parties.forEach(party -> keys.put(party.id(), party.node()));
    return new Nodes.Plan(directory, EXCHANGE, parties.getLast().id(), keys, Duration.ofSeconds(2), clock, random);
  }
}
