package homeward.ruling;

import static homeward.ruling.Cast.A1;
import static homeward.ruling.Cast.A2;
import static homeward.ruling.Cast.A3;
import static homeward.ruling.Cast.A4;
import static homeward.ruling.Cast.A;
import static homeward.ruling.Cast.B1;
import static homeward.ruling.Cast.B2;
import static homeward.ruling.Cast.B3;
import static homeward.ruling.Cast.B;
import static homeward.ruling.Cast.DAY_1;
import static homeward.ruling.Cast.M1;
import static homeward.ruling.Cast.M;
import static homeward.ruling.Cast.N;
import static homeward.ruling.Cast.ROOT_A;
import static homeward.ruling.Cast.SICK_1;
import static homeward.ruling.Cast.digest;
import static homeward.ruling.Cast.nobody;
import static homeward.ruling.Cast.refs;
import static homeward.ruling.Play.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import homeward.exchange.Terms;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who has to sign what, how many people of them, and what a signature is asked. */
class QuorumTest {
  private static final Play OPENED = Situations.fresh();
  private static final Terms THREE = Drafts.binding(Drafts.terms(), 3);
  private static final Play THREE_BIND = OPENED.agrees(new Matter.Agree(THREE), A1, A2, A3, B1, B2, B3, M1);
  private static final Matter LIFT = new Matter.Lift(DAY_1);
  private static final Matter SUCCESSION = new Matter.Succession(Function.VERIFIER, M);

  private static Map<PartyId, Integer> needed(Play play, Matter matter) {
    return Quorum.needed(play.state(), new State.Subject.Proposal(matter), A);
  }

  private static Map<PartyId, Integer> bothSides(int people) {
    return Map.of(A, people, B, people);
  }

  @Test
  void twoPeopleOfEachSideBindBeforeTermsAndAsManyAsTheTermsSayAfter() {
    assertThat(needed(OPENED, LIFT)).isEqualTo(bothSides(2));
    assertThat(needed(THREE_BIND, LIFT)).isEqualTo(bothSides(3));
  }

  @Test
  void whatBothSidesDecideIsSignedByBothSidesAlone() {
    Digest digest = digest("any");
    List<Matter> ofBothSides = List.of(
        new Matter.Freeze(new TreeMap<>(), digest),
        new Matter.Seal(DAY_1, List.of()),
        new Matter.Change(DAY_1, 1, digest, refs(), nobody(), nobody()),
        new Matter.Settlement("unlisted-x", new Matter.Finding.Stands()),
        new Matter.Close(digest),
        LIFT,
        new Matter.GoOn(digest));
    assertThat(ofBothSides).allSatisfy(matter -> assertThat(needed(THREE_BIND, matter)).isEqualTo(bothSides(3)));
  }

  @Test
  void termsAreSignedByAsManyAsTheySayAndByWhoeverIsToDoSomething() {
    assertThat(needed(OPENED, new Matter.Agree(THREE))).isEqualTo(Map.of(A, 3, B, 3, M, 1));
  }

  @Test
  void aVacantFunctionAndAPartyOnPaperDropOut() {
    SortedMap<Function, PartyId> keptByASide = new TreeMap<>(Map.of(Function.KEEPER, A, Function.TRACING, N));
    assertThat(needed(OPENED, new Matter.Agree(Drafts.with(Drafts.terms(), keptByASide)))).isEqualTo(bothSides(2));
  }

  @Test
  void aTrancheIsConvenedWithTheHandoverState() {
    assertThat(needed(OPENED, Situations.day1("day"))).isEqualTo(Map.of(A, 2, B, 2, M, 1));
    Play without = Situations.inForce(OPENED, Drafts.without(Drafts.terms(), Function.HANDOVER));
    assertThat(needed(without, Situations.day1("day"))).isEqualTo(bothSides(2));
  }

  @Test
  void aDirectRepatriationIsSignedByItsHolderAlone() {
    assertThat(needed(OPENED, Situations.direct(SICK_1, B))).isEqualTo(Map.of(B, 2));
    assertThat(needed(THREE_BIND, Situations.direct(SICK_1, B))).isEqualTo(Map.of(B, 3));
  }

  @Test
  void aSuccessionIsSignedByItsNewHolderToo() {
    assertThat(needed(OPENED, SUCCESSION)).isEqualTo(Map.of(A, 2, B, 2, M, 1));
    assertThat(needed(OPENED, new Matter.Succession(Function.KEEPER, B))).isEqualTo(bothSides(2));
  }

  @Test
  void anOpeningTakesTwoOfTheOpenerAndAReportAsManyAsBindTheReporter() {
    State.Subject opening = new State.Subject.Opening(Cast.opening(B, B1, B2, B3));
    assertThat(Quorum.needed(OPENED.state(), opening, B)).isEqualTo(Map.of(B, 2));
    State.Subject report = new State.Subject.Reported(Situations.reportOfHome());
    assertThat(Quorum.needed(OPENED.state(), report, M)).isEqualTo(Map.of(M, 2));
    assertThat(Quorum.needed(THREE_BIND.state(), report, M)).isEqualTo(Map.of(M, 3));
  }

  @Test
  void everySignatureIsNeeded() {
    Play waiting = OPENED.agrees(SUCCESSION, A1, A2, B1);
    Digest id = waiting.pending(Matter.Succession.class);
    Play without = waiting.says(M1, new Move.Sign(id));
    assertThat(without.state().course().functions()).doesNotContainKey(Function.VERIFIER);
    assertThat(waiting.says(B2, new Move.Sign(id)).state().course().functions()).doesNotContainKey(Function.VERIFIER);
    State all = without.says(B2, new Move.Sign(id)).state();
    assertThat(all.course().functions()).containsEntry(Function.VERIFIER, M);
    assertThat(all.pending()).isEmpty();
  }

  /** One person with two keys is still one. */
  @Test
  void onePersonSignsOnceWithWhateverKey() {
    Move.Delegate otherKey = new Move.Delegate(A1.delegate().person(), A4.key());
    List<Move.Delegate> delegates = List.of(A1.delegate(), A2.delegate(), A3.delegate(), otherKey);
    Play waiting = OPENED.says(ROOT_A, new Move.Enrol(delegates)).agrees(SUCCESSION, A1);
    assertThat(waiting.refusal(A4, new Move.Sign(waiting.last()))).isEqualTo(new Refusal.SamePerson());
    assertThat(waiting.tries(A2, new Move.Sign(waiting.last())).answer()).isEqualTo("+");
  }

  @Test
  void aProposalIsGoodUntilItsHourAndNotAfter() {
    Play waiting = OPENED.says(A1, new Move.Propose(SUCCESSION, OPENED.now() + HOUR));
    long until = OPENED.now() + HOUR;
    assertThat(waiting.at(until).tries(A2, new Move.Sign(waiting.last())).answer()).isEqualTo("+");
    assertThat(waiting.at(until + 1).refusal(A2, new Move.Sign(waiting.last()))).isEqualTo(new Refusal.Lapsed(until));
    assertThat(waiting.at(until).refusal(A2, Moves.lapse(waiting.last()))).isEqualTo(new Refusal.NotYetDue(until + 1));
    assertThat(waiting.at(until + 1).says(A2, Moves.lapse(waiting.last())).state().pending()).isEmpty();
  }

  @Test
  void aProposalIsForATimeToCome() {
    assertThat(OPENED.refusal(A1, new Move.Propose(SUCCESSION, OPENED.now())))
        .isEqualTo(new Refusal.Lapsed(OPENED.now()));
    assertThat(OPENED.tries(A1, new Move.Propose(SUCCESSION, OPENED.now() + 1)).answer()).isEqualTo("+");
  }

  @Test
  void whoeverSignedMayWithdrawTheWholeProposal() {
    Play waiting = OPENED.agrees(SUCCESSION, A1, B1);
    assertThat(waiting.refusal(M1, new Move.Withdraw(waiting.pending(Matter.Succession.class))))
        .isEqualTo(new Refusal.NotAsked());
    Play withdrawn = waiting.says(B2, new Move.Withdraw(waiting.pending(Matter.Succession.class)));
    assertThat(withdrawn.state().pending()).isEmpty();
  }

  @Test
  void whatIsWithdrawnOrLapsesTakesNothingElseWithIt() {
    Play waiting = OPENED.agrees(SUCCESSION, A1, B1);
    Digest id = waiting.pending(Matter.Succession.class);
    for (Play dropped : List.of(
        waiting.says(B2, new Move.Withdraw(id)), waiting.atHour(1_001).says(B2, new Move.Lapse(new Move.Lapsing.OfProposal(id))))) {
      assertThat(dropped.state().course().phase()).isEqualTo(State.Phase.OFFERED);
      assertThat(dropped.state().parties().members()).isEqualTo(OPENED.state().parties().members());
    }
  }

  /** The basis of a proposal may be gone by the time the last signature comes: then it is refused and nothing else changes. */
  @Test
  void aMatterIsAskedItsRulesAgainAtTheLastSignature() {
    Play waiting = OPENED.agrees(SUCCESSION, A1, A2, B1, M1);
    Play done = waiting.agrees(SUCCESSION, B1, B2, A1, A2, M1);
    Digest id = done.pending(Matter.Succession.class);
    assertThat(done.refusal(B2, new Move.Sign(id))).isEqualTo(new Refusal.Exists("holder"));
    assertThat(done.passing(B2, new Move.Sign(id)).state().pending()).isEqualTo(done.state().pending());
  }

  @Test
  void whatWasSignedBeforeAWithdrawalOfTheKeyStands() {
    Play waiting = OPENED.agrees(SUCCESSION, A3, B1, B2, M1);
    Digest id = waiting.pending(Matter.Succession.class);
    Play without = waiting.says(ROOT_A, new Move.Enrol(Cast.delegates(A1, A2, A4)));
    assertThat(without.says(A1, new Move.Sign(id)).state().course().functions()).containsEntry(Function.VERIFIER, M);
  }

  @Test
  void aFunctionPassesToAPartyOfTheExchangeThatDoesNotHoldIt() {
    assertThat(proposing(Function.VERIFIER, Cast.NOBODY)).isEqualTo(new Refusal.OtherParties());
    assertThat(proposing(Function.CLEARANCE, M)).isEqualTo(new Refusal.Exists("holder"));
    assertThat(proposing(Function.SIDE, M)).isEqualTo(new Refusal.NotYourFunction(Function.SIDE));
    assertThat(proposing(Function.ROOT, M)).isEqualTo(new Refusal.NotYourFunction(Function.ROOT));
  }

  @Test
  void aPartyOnPaperKeepsNoTranscript() {
    assertThat(proposing(Function.KEEPER, N)).isEqualTo(new Refusal.PaperStatus(N));
    assertThat(OPENED.tries(A1, new Move.Propose(new Matter.Succession(Function.VERIFIER, N), OPENED.now() + HOUR))
        .answer())
        .isEqualTo("+");
  }

  private static Refusal proposing(Function function, PartyId to) {
    return OPENED.refusal(A1, new Move.Propose(new Matter.Succession(function, to), OPENED.now() + HOUR));
  }

  @Test
  void aOneSidedLogEndsWithTheSuccessionOfItsKeeper() {
    Play oneSided = OPENED.keptBy(Cast.nodeOf(B));
    Matter keeper = new Matter.Succession(Function.KEEPER, B);
    Move erase = new Move.Erase(digest("x"));
    assertThat(oneSided.refusal(A1, erase)).isEqualTo(new Refusal.OneSidedLog());
    assertThat(oneSided.agrees(keeper, A1, A2, B1, B2).tries(A1, erase).answer()).isEqualTo("+");
  }

  @Test
  void inAOneSidedLogOnlyTheKeepersSuccessionIsSignedOrWithdrawn() {
    Play waiting = OPENED.agrees(SUCCESSION, A1).agrees(new Matter.Succession(Function.KEEPER, B), A1);
    Digest other = waiting.pending(matter -> matter.equals(SUCCESSION));
    Digest keeper = waiting.pending(matter -> !matter.equals(SUCCESSION));
    Play oneSided = waiting.keptBy(Cast.nodeOf(A));
    assertThat(oneSided.refusal(A1, new Move.Withdraw(other))).isEqualTo(new Refusal.OneSidedLog());
    assertThat(oneSided.refusal(A2, new Move.Sign(other))).isEqualTo(new Refusal.OneSidedLog());
    assertThat(oneSided.tries(A1, new Move.Withdraw(keeper)).answer()).isEqualTo("+");
    assertThat(oneSided.tries(A2, new Move.Sign(keeper)).answer()).isEqualTo("+");
  }

  @Test
  void aLogKeptByAKeyOfNobodyIsOneSided() {
    assertThat(OPENED.keptBy(A1.author()).refusal(A1, new Move.Erase(digest("x")))).isEqualTo(new Refusal.OneSidedLog());
  }
}
