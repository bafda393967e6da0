package homeward.ruling;

import static homeward.ruling.Cast.*;
import static homeward.ruling.Play.HOUR;
import static homeward.ruling.Play.START;
import static homeward.ruling.Situations.CLEARANCE;
import static homeward.ruling.Situations.HANDOVER;
import static homeward.ruling.Situations.saw;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.Digest;
import homeward.exchange.Entry;
import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import homeward.exchange.Terms;
import homeward.exchange.Trail;
import homeward.ruling.Cast.Voice;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a party on paper did, entered by two people of another party: it binds, and is never shown as signed. */
class ReportsTest {
  /** Side B is on paper: side A reports what it does. */
  private static final Play PAPER_SIDE = paperSide();

  private static Play paperSide() {
    Move.Open good = Cast.opening(A, A1, A2, A3);
    List<Move.Member> members = Cast.sorted(Cast.member(A), Cast.onPaper(B), Cast.member(M), Cast.onPaper(N));
    Move.Open open = new Move.Open(members, A, good.functions(), good.delegates(), good.patienceHours());
    return Play.begins().says(A1, open).says(A2, new Move.Sign(Play.idAt(0)))
        .says(ROOT_M, new Move.Enrol(Cast.delegates(M1, M2, M3)));
  }

  private static Move.Report report(PartyId of, Move move) {
    return new Move.Report(of, digest("paper"), START, move);
  }

  private static Play reported(Play play, PartyId of, Move move) {
    Play waiting = play.says(A1, report(of, move));
    return waiting.says(A2, new Move.Sign(waiting.last()));
  }

  private static Refusal refused(Play play, PartyId of, Move move) {
    Play waiting = play.says(A1, report(of, move));
    return waiting.refusal(A2, new Move.Sign(waiting.last()));
  }

  @Test
  void aReportTakesEffectAtTheSecondSignatureOfTheReporter() {
    Move halt = new Move.Halt(Move.Cause.OTHER);
    Play waiting = PAPER_SIDE.says(A1, report(B, halt));
    assertThat(waiting.state().course().halted()).isEmpty();
    assertThat(waiting.refusal(A1, new Move.Sign(waiting.last()))).isEqualTo(new Refusal.SamePerson());
    assertThat(waiting.refusal(M1, new Move.Sign(waiting.last()))).isEqualTo(new Refusal.NotAsked());
    State.Halted halted = waiting.says(A2, new Move.Sign(waiting.last())).state().course().halted().orElseThrow();
    assertThat(halted.by()).isEqualTo(B);
    assertThat(halted.entry()).isEqualTo(waiting.last());
  }

  /** Whoever reports it, a halt is the party's own, and the party ends it. */
  @Test
  void aHaltFromPaperIsEndedByAReportOfTheSameParty() {
    Play side = reported(PAPER_SIDE, B, new Move.Halt(Move.Cause.OTHER));
    assertThat(side.state().course().halted().orElseThrow().function()).isEqualTo(Function.SIDE);
    assertThat(resumed(side, B).state().course().halted()).isEmpty();
    Play third = reported(PAPER_SIDE, N, new Move.Halt(Move.Cause.OTHER));
    assertThat(third.state().course().halted().orElseThrow().function()).isEqualTo(Function.TRACING);
    assertThat(resumed(third, N).state().course().halted()).isEmpty();
    assertThat(refused(third, B, resume(third))).isEqualTo(new Refusal.NotAsked());
  }

  @Test
  void aHaltFromPaperIsItsPartysInWhateverFunctionItWasReported() {
    Voice keeper = M1.in(Function.KEEPER);
    Play waiting = PAPER_SIDE.says(keeper, report(B, new Move.Halt(Move.Cause.OTHER)));
    Play halted = waiting.says(M2.in(Function.KEEPER), new Move.Sign(waiting.last()));
    assertThat(halted.state().course().halted().orElseThrow().function()).isEqualTo(Function.SIDE);
  }

  private static Move resume(Play halted) {
    return new Move.Resume(halted.state().course().halted().orElseThrow().entry(), false);
  }

  private static Play resumed(Play halted, PartyId of) {
    return reported(halted, of, resume(halted));
  }

  @Test
  void aPartyWithKeysSpeaksForItself() {
    Refusal paper = new Refusal.PaperStatus(M);
    assertThat(PAPER_SIDE.refusal(A1, report(M, new Move.Halt(Move.Cause.OTHER)))).isEqualTo(paper);
    assertThat(PAPER_SIDE.refusal(A1, report(Cast.NOBODY, new Move.Halt(Move.Cause.OTHER))))
        .isEqualTo(new Refusal.PaperStatus(Cast.NOBODY));
  }

  @Test
  void keysAndOpeningsAndReportsAreNotReported() {
    Move.Keys keys = new Move.Keys(Cast.key("later root"), Cast.key("later node"));
    List<Move> never = List.of(
        Cast.opening(A, A1, A2, A3),
        new Move.Enrol(Cast.delegates(B1, B2, B3)),
        new Move.EnrolDevice(DEVICE.key(), Cast.opaque("person device"), START + 100 * HOUR),
        new Move.Propose(new Matter.Admission(B, keys), START + 100 * HOUR),
        Situations.reportOfHome());
    assertThat(never)
        .allSatisfy(move -> assertThat(PAPER_SIDE.refusal(A1, report(B, move))).isEqualTo(new Refusal.NotReportable()));
  }

  @Test
  void aReportWaitsAsLongAsThePatienceOfTheOpening() {
    Play waiting = PAPER_SIDE.says(A1, report(B, new Move.Halt(Move.Cause.OTHER)));
    long until = PAPER_SIDE.now() + 240 * HOUR;
    assertThat(waiting.at(until + 1).refusal(A2, new Move.Sign(waiting.last()))).isEqualTo(new Refusal.Lapsed(until));
    assertThat(waiting.at(until + 1).says(M1, Moves.lapse(waiting.last())).state().pending()).isEmpty();
  }

  @Test
  void aReporterMayWithdrawItsReport() {
    Play waiting = PAPER_SIDE.says(A1, report(B, new Move.Halt(Move.Cause.OTHER)));
    assertThat(waiting.says(A3, new Move.Withdraw(waiting.last())).state().pending()).isEmpty();
  }

  @Test
  void whatThePaperSaysIsAskedTheSameRules() {
    Play waiting = PAPER_SIDE.says(A1, report(B, new Move.Acknowledge(SICK_1)));
    assertThat(waiting.refusal(A2, new Move.Sign(waiting.last()))).isEqualTo(new Refusal.NoSuch("journey"));
    assertThat(waiting.passing(A2, new Move.Sign(waiting.last())).state().pending()).isEqualTo(waiting.state().pending());
    assertThat(refused(PAPER_SIDE, B, new Move.Commit(digest("x")))).isEqualTo(new Refusal.NotNow(State.Phase.OFFERED));
  }

  @Test
  void aPartyOnPaperActsInTheFunctionItHolds() {
    Play withClearance = PAPER_SIDE.agrees(Situations.direct(SICK_1, A), A1, A2);
    Move clear = new Move.Clear(SICK_1, Move.Part.whole(), soldiers(A, 1), refs());
    assertThat(refused(withClearance, N, clear)).isEqualTo(new Refusal.NotYourFunction(Function.CLEARANCE));
    assertThat(refused(withClearance, N, new Move.Manifest(SICK_1, 1, Move.Part.whole(), nobody(), nobody())))
        .isEqualTo(new Refusal.NotYourFunction(Function.SIDE));
    Play holding = passed(withClearance, Function.CLEARANCE);
    assertThat(holding.state().course().functions()).containsEntry(Function.CLEARANCE, N);
    assertThat(reported(holding, N, clear).journey(SICK_1).clearance().cleared()).isEqualTo(soldiers(A, 1));
    Play holdingTwo = passed(holding, Function.HANDOVER);
    assertThat(reported(holdingTwo, N, clear).journey(SICK_1).clearance().cleared()).isEqualTo(soldiers(A, 1));
    assertThat(reported(holdingTwo, N, new Move.Acknowledge(SICK_1)).journey(SICK_1).acknowledged()).isTrue();
  }

  private static Play passed(Play play, Function function) {
    Play waiting = play.agrees(new Matter.Succession(function, N), A1, A2);
    Digest succession = waiting.pending(Matter.Succession.class);
    return reported(reported(waiting, B, new Move.Sign(succession)), N, new Move.Sign(succession));
  }

  @Test
  void aSignatureFromPaperBindsItsPartyWholeAndOnce() {
    Play waiting = PAPER_SIDE.agrees(new Matter.Succession(Function.VERIFIER, M), A1, A2);
    Digest id = waiting.pending(Matter.Succession.class);
    Play signed = reported(waiting, B, new Move.Sign(id));
    assertThat(Objects.requireNonNull(signed.state().pending().get(id)).reported()).containsExactly(B);
    assertThat(Objects.requireNonNull(signed.state().pending().get(id)).signed()).doesNotContainKey(B);
    assertThat(refused(signed, B, new Move.Sign(id))).isEqualTo(new Refusal.SamePerson());
    assertThat(signed.says(M1, new Move.Sign(id)).state().course().functions()).containsEntry(Function.VERIFIER, M);
  }

  @Test
  void aProposalFromPaperIsItsPartysSignature() {
    Move propose = new Move.Propose(Situations.direct(SICK_1, B), START + 100 * HOUR);
    assertThat(reported(PAPER_SIDE, B, propose).journey(SICK_1).holder()).contains(B);
    assertThat(refused(PAPER_SIDE, B, new Move.Propose(Situations.direct(SICK_1, A), START + 100 * HOUR)))
        .isEqualTo(new Refusal.NotAsked());
  }

  @Test
  void aPartyOnPaperMayHaveItsReportedSignatureWithdrawn() {
    Play waiting = PAPER_SIDE.agrees(new Matter.Succession(Function.VERIFIER, M), A1);
    Digest id = waiting.pending(Matter.Succession.class);
    assertThat(refused(waiting, B, new Move.Withdraw(id))).isEqualTo(new Refusal.NotAsked());
    Play signed = reported(waiting, B, new Move.Sign(id));
    assertThat(reported(signed, B, new Move.Withdraw(id)).state().pending()).isEmpty();
  }

  @Test
  void whatWasSeenOnPaperIsRecordedAsReported() {
    Play seen = reported(PAPER_SIDE, B, saw(Move.Sight.RECEIVED, soldiers(A, 1)));
    Trail.Fact fact = seen.trail(soldier(A, 1)).facts().getFirst();
    assertThat(fact.provenance()).isEqualTo(State.Provenance.REPORTED);
    assertThat(fact.by()).isEqualTo(B);
  }

  @Test
  void whatAPartyOnPaperSaysInPublicIsRecordedAsReported() {
    Play said = reported(PAPER_SIDE, B, MovesOfFigures.announce(Move.Scope.ONE_SIDED, 3));
    assertThat(said.state().announcements()).extracting(State.Announcement::provenance)
        .containsExactly(State.Provenance.REPORTED);
  }

  @Test
  void whatStopsAnActStopsItOnPaperToo() {
    Play halted = PAPER_SIDE.says(A1, new Move.Halt(Move.Cause.ROUTE));
    assertThat(refused(halted, B, new Move.Halt(Move.Cause.OTHER))).isEqualTo(new Refusal.Exists("halt"));
    assertThat(refused(halted, B, new Move.Ready(DAY_1, 1, digest("x"), Optional.empty())))
        .isInstanceOf(Refusal.Halted.class);
  }

  @Test
  void inAOneSidedLogOnlyWhatWasSeenIsReported() {
    Play oneSided = PAPER_SIDE.keptBy(Cast.nodeOf(A));
    assertThat(oneSided.refusal(A1, report(B, new Move.Halt(Move.Cause.OTHER)))).isEqualTo(new Refusal.OneSidedLog());
    assertThat(reported(oneSided, B, saw(Move.Sight.RECEIVED, soldiers(A, 1))).state().trails()).hasSize(1);
  }

  @Test
  void aReportIsAWordOfThePartyThatActed() {
    Play opened = PAPER_SIDE.atHour(200);
    Play heard = reported(opened, B, saw(Move.Sight.HOME, soldiers(A, 1)));
    assertThat(heard.state().parties().heard().get(B)).isGreaterThanOrEqualTo(START + 200 * HOUR);
  }

  /** Without an authoriser and with the other side on paper: no checkpoint can be cosigned by it, and none is asked of paper. */
  @Test
  void aReportedSecondReadyLetsTheWaveGo() {
    Play sealed = sealedOnPaper();
    Play first = Situations.ready(sealed, A1, 1);
    Play gone = reported(first, B, Situations.readyFor(first, 1));
    assertThat(gone.wave(1).phase()).isEqualTo(Journey.WavePhase.AUTHORISED);
  }

  @Test
  void aSecondReadyAfterAReportedOneNeedsTheKeyedSidesCosignature() {
    Play sealed = sealedOnPaper();
    Play first = reported(sealed, B, Situations.readyFor(sealed, 1));
    long reported = Objects.requireNonNull(first.wave(1).ready().get(B)).index();
    assertThat(first.refusal(A1, Situations.readyFor(first, 1)))
        .isEqualTo(new Refusal.NotCosigned(reported + 1, Set.of(A)));
    long size = first.state().course().size();
    Entry entry =
        Play.witnessed(first.entry(A1, Situations.readyFor(first, 1)),
        new Entry.Witness(size, true, new TreeSet<>(Set.of(A))));
    assertThat(first.decide(entry).answer()).isEqualTo("+");
  }

  private static Play sealedOnPaper() {
    Terms terms = Drafts.without(Drafts.terms(), Function.AUTHORISER);
    Play play = PAPER_SIDE.agrees(new Matter.Agree(terms), A1, A2, M1);
    play = reported(play, B, new Move.Sign(play.pending(Matter.Agree.class))).atHour(5);
    play = play.says(A1, Situations.lodge(1, Situations.list(A)));
    play = reported(play, B, Situations.lodge(1, Situations.list(B)));
    play = reported(play, B, Situations.answer(1, Situations.accepted(A), refs()));
    play = play.says(A1, Situations.answer(1, Situations.accepted(B), refs()));
    play = signedOnPaper(play, Situations.freeze(play));
    play = signedOnPaper(play, Situations.day1(DAY_1), HANDOVER);
    play = reported(play, B, Situations.roll(1, B, 1)).says(CLEARANCE, Situations.clear(1));
    return signedOnPaper(play, Situations.seal(play)).atHour(49);
  }

  private static Play signedOnPaper(Play play, Matter matter, Voice... others) {
    Play waiting = play.agrees(matter, A1, A2);
    Digest id = waiting.pending(matter.getClass());
    for (Voice other : others) {
      waiting = waiting.says(other, new Move.Sign(id));
    }
    return reported(waiting, B, new Move.Sign(id));
  }
}
