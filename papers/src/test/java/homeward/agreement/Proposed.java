package homeward.agreement;

import homeward.exchange.AuthorId;
import homeward.exchange.Decision;
import homeward.exchange.Digest;
import homeward.exchange.Entry;
import homeward.exchange.Function;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import homeward.exchange.Terms;
import homeward.ruling.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the rules say to an agreement when its opening side proposes it: they refuse what could not take effect. */
final class Proposed {
  private static final long UNTIL = 100_000;

  private final Map<String, PartyId> codes;
  private final AuthorId keeper;
  private State state = State.unopened("AAAAAAAAAAAAAAAAAAAAAA");

  private Proposed(Agreement agreement) {
    this.codes = Samples.codes(agreement);
    this.keeper = AuthorId.of(key(agreement.holder(Function.KEEPER).orElseThrow().id() + " node"));
  }

  static Optional<Refusal> refusal(Agreement agreement) {
    Proposed proposed = new Proposed(agreement);
    Terms terms = agreement.terms(proposed.codes, Digest.of(agreement.words()));
    List<Move.Delegate> delegates = IntStream.rangeClosed(1, 3)
        .mapToObj(number -> new Move.Delegate("AAAAAAAAAAAAAAAAAAAAA" + number, key("delegate " + number)))
        .toList();
    Entry open = proposed.entry(1, 1, Digest.OF_NOTHING, new Move.Open(
        proposed.members(agreement), proposed.code(agreement.opens()), terms.functions(), delegates, 240));
    Entry sign = proposed.entry(2, 1, Digest.OF_NOTHING, new Move.Sign(open.id()));
    List<Decision> decided = List.of(
        proposed.decide(open),
        proposed.decide(sign),
        proposed.decide(proposed.entry(1, 2, open.id(), new Move.Propose(new Matter.Agree(terms), UNTIL))));
    return decided.stream().flatMap(decision -> decision.refusal().stream()).findFirst();
  }

  private Decision decide(Entry entry) {
    long index = state.course().size();
    Entry placed = new Entry(
        entry.id(), index, index, entry.keeper(), entry.author(), entry.function(), entry.sequence(), entry.previous(), 0, 0,
        entry.move(), Optional.empty());
    Decision decision = Protocol.decide(state, placed);
    state = decision.next();
    return decision;
  }

  private Entry entry(int delegate, long sequence, Digest previous, Move move) {
    Digest id = Digest.of((delegate + " " + sequence).getBytes(StandardCharsets.UTF_8));
    return new Entry(
        id, 0, 0, keeper, AuthorId.of(key("delegate " + delegate)), Function.SIDE, sequence, previous, 0, 0, move, Optional.empty());
  }

  private List<Move.Member> members(Agreement agreement) {
    return agreement.parties().stream()
        .map(party -> new Move.Member(
            code(party.id()),
            agreement.sides().contains(party) ? Move.Kind.SIDE : Move.Kind.THIRD,
            party.onPaper() ? Optional.empty() : Optional.of(new Move.Keys(key(party.id() + " root"), key(party.id() + " node")))))
        .sorted(Comparator.comparing(Move.Member::party))
        .toList();
  }

  private PartyId code(String party) {
    return Optional.ofNullable(codes.get(party)).orElseThrow();
  }

  private static String key(String of) {
    return Digest.of(of.getBytes(StandardCharsets.UTF_8)).value();
  }
}
