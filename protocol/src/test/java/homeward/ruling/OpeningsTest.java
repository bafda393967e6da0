package homeward.ruling;

import static homeward.ruling.Cast.A1;
import static homeward.ruling.Cast.A2;
import static homeward.ruling.Cast.A3;
import static homeward.ruling.Cast.A;
import static homeward.ruling.Cast.B1;
import static homeward.ruling.Cast.B2;
import static homeward.ruling.Cast.B3;
import static homeward.ruling.Cast.B;
import static homeward.ruling.Cast.M1;
import static homeward.ruling.Cast.M2;
import static homeward.ruling.Cast.M3;
import static homeward.ruling.Cast.M;
import static homeward.ruling.Cast.N;
import static homeward.ruling.Play.HOUR;
import static homeward.ruling.Play.START;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.Function;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import homeward.ruling.Cast.Voice;
import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** How an exchange opens. */
class OpeningsTest {
  @Test
  void anOpeningTakesEffectAtTheSecondSignatureOfItsSide() {
    Play waiting = Play.begins().says(A1, Cast.opening(A, A1, A2, A3));
    assertThat(waiting.state().course().phase()).isEqualTo(State.Phase.UNOPENED);
    State opened = waiting.says(A2, new Move.Sign(Play.idAt(0))).state();
    assertThat(opened.course().phase()).isEqualTo(State.Phase.OFFERED);
    assertThat(opened.course().opener()).contains(A);
    assertThat(opened.course().functions()).isEqualTo(Cast.functions());
    assertThat(opened.pending()).isEmpty();
  }

  @Test
  void aRefusedOpeningEnrolsNobody() {
    Play refused = Play.begins().passing(A1, Cast.opening(A, A1, A2));
    assertThat(refused.state().parties().authors()).isEmpty();
    assertThat(refused.says(A1, Cast.opening(A, A1, A2, A3)).state().pending()).hasSize(1);
  }

  @Test
  void aSecondOpeningIsNotAskedWhileOneWaits() {
    Play waiting = Play.begins().says(A1, Cast.opening(A, A1, A2, A3));
    assertThat(waiting.refusal(A2, Cast.opening(A, A1, A2, A3))).isEqualTo(new Refusal.NotNow(State.Phase.UNOPENED));
  }

  @Test
  void anOpeningThatWasWithdrawnLeavesRoomForAnother() {
    Play withdrawn = Play.begins().says(A1, Cast.opening(A, A1, A2, A3)).says(A1, new Move.Withdraw(Play.idAt(0)));
    assertThat(withdrawn.says(B1, Cast.opening(B, B1, B2, B3)).state().course().opener()).contains(B);
  }

  @Test
  void anOpeningNobodySignsLapsesAfterThePatienceItNames() {
    Play waiting = Play.begins().says(A1, Cast.opening(A, A1, A2, A3));
    long until = START + 240 * HOUR;
    assertThat(waiting.at(until).refusal(A2, Moves.lapse(Play.idAt(0)))).isEqualTo(new Refusal.NotYetDue(until + 1));
    assertThat(waiting.at(until + 1).says(A2, Moves.lapse(Play.idAt(0))).state().pending()).isEmpty();
    assertThat(waiting.at(until + 1).refusal(A2, new Move.Sign(Play.idAt(0)))).isEqualTo(new Refusal.Lapsed(until));
    assertThat(waiting.at(until).says(A2, new Move.Sign(Play.idAt(0))).state().course().phase())
        .isEqualTo(State.Phase.OFFERED);
  }

  @Test
  void anOpeningNobodySignedInTimeGivesWayToTheOtherSides() {
    Play waiting = Play.begins().says(A1, Cast.opening(A, A1, A2, A3));
    long until = START + 240 * HOUR;
    Move.Open open = Cast.opening(B, B1, B2, B3);
    assertThat(waiting.at(until).refusal(B1, open)).isEqualTo(new Refusal.NotEnrolled(B1.author()));
    Play late = waiting.at(until + 1).keptBy(Cast.nodeOf(B)).says(B1, open);
    assertThat(late.state().course().opener()).contains(B);
    assertThat(late.state().pending().keySet()).containsExactly(late.last());
    assertThat(late.author(A1).withdrawn()).isTrue();
    assertThat(late.keptBy(Cast.nodeOf(M)).says(B2, new Move.Sign(late.last())).state().course().phase())
        .isEqualTo(State.Phase.OFFERED);
  }

  @Test
  void anOpeningThatIsRefusedLeavesTheOneThatLapsedAsItWas() {
    Play waiting = Play.begins().says(A1, Cast.opening(A, A1, A2, A3)).at(START + 240 * HOUR + 1);
    State refused = waiting.passing(B1, Cast.opening(B, B1, B2)).state();
    assertThat(refused.pending()).isEqualTo(waiting.state().pending());
    assertThat(refused.parties()).isEqualTo(waiting.state().parties());
    State stale = waiting.after(waiting.decide(Play.chained(waiting.entry(B1, Cast.opening(B, B1, B2, B3)), 2, Cast.digest("other")))).state();
    assertThat(stale.pending()).isEqualTo(waiting.state().pending());
    assertThat(stale.parties()).isEqualTo(waiting.state().parties());
    State asKeeper = waiting.passing(B1.in(Function.KEEPER), Cast.opening(B, B1, B2, B3)).state();
    assertThat(asKeeper.pending()).isEqualTo(waiting.state().pending());
    assertThat(asKeeper.parties()).isEqualTo(waiting.state().parties());
  }

  @Test
  void whatIsOpenedGivesWayToNoOtherOpening() {
    Play opened = Play.begins().says(A1, Cast.opening(A, A1, A2, A3)).says(A2, new Move.Sign(Play.idAt(0)));
    Matter waits = new Matter.Succession(Function.HOST, A);
    opened = opened.says(A1, new Move.Propose(waits, START + HOUR));
    assertThat(opened.laterBy(1_000).refusal(B1, Cast.opening(B, B1, B2, B3))).isEqualTo(new Refusal.NotEnrolled(B1.author()));
  }

  @Test
  void aPartyWithoutAVoiceNamesItsDelegatesThoughTheKeeperIsSilent() {
    Play opened = Play.begins().says(A1, Cast.opening(A, A1, A2, A3)).says(A2, new Move.Sign(Play.idAt(0)));
    Play withoutKeeper = opened.keptBy(Cast.nodeOf(A));
    Move.Enrol names = new Move.Enrol(Cast.delegates(B1, B2, B3));
    Play named = withoutKeeper.says(Cast.ROOT_B, names);
    assertThat(named.refusal(Cast.ROOT_B, names)).isEqualTo(new Refusal.OneSidedLog());
    assertThat(withoutKeeper.refusal(Cast.ROOT_A, new Move.Enrol(Cast.delegates(A1, A2, A3)))).isEqualTo(new Refusal.OneSidedLog());
    assertThat(named.says(B1, new Move.End()).state().course().phase()).isEqualTo(State.Phase.ENDED);
  }

  @Test
  void aPartyWhoseDelegatesWereAllWithdrawnNamesThemAnewThoughTheKeeperIsSilent() {
    Play lapsed = Play.begins().says(A1, Cast.opening(A, A1, A2, A3)).at(START + 241 * HOUR);
    Play opened = lapsed.says(B1, Cast.opening(B, B1, B2, B3));
    Play signed = opened.says(B2, new Move.Sign(opened.last()));
    Play named = signed.keptBy(Cast.nodeOf(A)).says(Cast.ROOT_A, new Move.Enrol(Cast.delegates(A1, A2, A3)));
    assertThat(named.author(A1).withdrawn()).isFalse();
  }

  @Test
  void onlyASideOpens() {
    Move.Open byMediator = Cast.opening(M, M1, M2, M3);
    Voice asSide = new Voice("m1", M, Function.SIDE);
    assertThat(Play.begins().refusal(asSide, byMediator)).isEqualTo(new Refusal.OtherParties());
  }

  @Test
  void openingIsDoneAsASide() {
    assertThat(Play.begins().refusal(A1.in(Function.KEEPER), Cast.opening(A, A1, A2, A3)))
        .isInstanceOf(Refusal.NotYourFunction.class);
  }

  @Test
  void theOpenerIsAmongTheParties() {
    assertThat(opening(open -> with(open, Cast.NOBODY))).isEqualTo(new Refusal.OtherParties());
  }

  private static Move.Open with(Move.Open open, PartyId opener) {
    return new Move.Open(open.parties(), opener, open.functions(), open.delegates(), open.patienceHours());
  }

  @Test
  void aSideOnPaperCannotOpen() {
    assertThat(opening(open -> with(open, Cast.sorted(Cast.onPaper(A), Cast.member(B), Cast.member(M), Cast.onPaper(N)))))
        .isEqualTo(new Refusal.OtherParties());
  }

  @Test
  void theOtherSideMayBeOnPaper() {
    Move.Open open =
        with(Cast.opening(A, A1, A2, A3),
        Cast.sorted(Cast.member(A), Cast.onPaper(B), Cast.member(M), Cast.onPaper(N)));
    assertThat(Play.begins().says(A1, open).state().parties().onPaper(B)).isTrue();
  }

  private static Move.Open with(Move.Open open, List<Move.Member> members) {
    return new Move.Open(members, open.opener(), open.functions(), open.delegates(), open.patienceHours());
  }

  @Test
  void aPartyIsNamedOnce() {
    assertThat(opening(open ->
        with(open, Cast.sorted(Cast.member(A), Cast.member(B), Cast.member(M), Cast.onPaper(N), Cast.onPaper(N)))))
        .isEqualTo(new Refusal.OtherParties());
  }

  @Test
  void anExchangeIsBetweenTwoSides() {
    assertThat(opening(open -> with(open, Cast.sorted(Cast.member(A), Cast.member(M), Cast.onPaper(N)))))
        .isEqualTo(new Refusal.OtherParties());
  }

  @Test
  void theKeeperIsNeverVacant() {
    SortedMap<Function, PartyId> functions = Cast.functions();
    functions.remove(Function.KEEPER);
    assertThat(opening(open -> with(open, functions))).isEqualTo(new Refusal.OtherParties());
  }

  @Test
  void theKeeperIsAPartyOfTheExchange() {
    SortedMap<Function, PartyId> functions = Cast.functions();
    functions.put(Function.KEEPER, Cast.NOBODY);
    assertThat(opening(open -> with(open, functions))).isEqualTo(new Refusal.OtherParties());
  }

  @Test
  void aSideMayKeepTheTranscript() {
    SortedMap<Function, PartyId> functions = Cast.functions();
    functions.put(Function.KEEPER, A);
    assertThat(Play.begins().says(A1, with(Cast.opening(A, A1, A2, A3), functions)).state().pending()).hasSize(1);
  }

  @Test
  void nobodyIsAssignedToBeASideOrARoot() {
    for (Function function : List.of(Function.SIDE, Function.ROOT)) {
      SortedMap<Function, PartyId> functions = Cast.functions();
      functions.put(function, M);
      assertThat(opening(open -> with(open, functions))).as("%s", function).isEqualTo(new Refusal.OtherParties());
    }
  }

  private static Move.Open with(Move.Open open, SortedMap<Function, PartyId> functions) {
    return new Move.Open(open.parties(), open.opener(), functions, open.delegates(), open.patienceHours());
  }

  @Test
  void patienceIsOneToTenThousandHours() {
    assertThat(opening(open -> patient(open, 0))).isEqualTo(new Refusal.OtherParties());
    assertThat(opening(open -> patient(open, 10_001))).isEqualTo(new Refusal.OtherParties());
    for (int hours : List.of(1, 10_000)) {
      assertThat(Play.begins().says(A1, patient(Cast.opening(A, A1, A2, A3), hours)).state().pending()).hasSize(1);
    }
  }

  private static Move.Open patient(Move.Open open, int hours) {
    return new Move.Open(open.parties(), open.opener(), open.functions(), open.delegates(), hours);
  }

  private static Refusal opening(UnaryOperator<Move.Open> flaw) {
    return Play.begins().refusal(A1, flaw.apply(Cast.opening(A, A1, A2, A3)));
  }

  @Test
  void aDelegatesKeyIsNamedOnce() {
    assertThat(Play.begins().refusal(A1, Cast.opening(A, A1, A2, A3, A3))).isEqualTo(new Refusal.TooFewDelegates(3));
  }

  @Test
  void anExchangeThatIsOpenIsNotOpenedAndSaysHowFarItIs() {
    assertThat(Situations.fresh().refusal(A1, Cast.opening(A, A1, A2, A3)))
        .isEqualTo(new Refusal.NotNow(State.Phase.OFFERED));
  }
}
