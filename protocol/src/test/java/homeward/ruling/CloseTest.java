package homeward.ruling;

import static homeward.ruling.Cast.A1;
import static homeward.ruling.Cast.A2;
import static homeward.ruling.Cast.A;
import static homeward.ruling.Cast.B1;
import static homeward.ruling.Cast.B2;
import static homeward.ruling.Cast.B;
import static homeward.ruling.Cast.CIVILIANS;
import static homeward.ruling.Cast.DAY_1;
import static homeward.ruling.Cast.M1;
import static homeward.ruling.Cast.M;
import static homeward.ruling.Cast.SOLDIERS;
import static homeward.ruling.Cast.arrival;
import static homeward.ruling.Cast.by;
import static homeward.ruling.Cast.digest;
import static homeward.ruling.Cast.refs;
import static homeward.ruling.Cast.soldier;
import static homeward.ruling.Play.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.balance.Balance;
import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Person;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import homeward.exchange.Terms;
import homeward.ruling.Cast.Voice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** How an exchange closes or ends, and what is said of it in public. */
class CloseTest {
  private static final Play IN_FORCE = Situations.inForce(Situations.fresh(), Drafts.terms());
  private static final Play FROZEN = Situations.frozen(Situations.listed(Situations.inForce(Situations.fresh(), Drafts.terms())));
  private static final Play SEALED = Situations.sealed(Drafts.terms());
  private static final Play OVER = Situations.wholeSecondWave(Situations.wholeFirstWave(SEALED));

  private static State.Phase phase(Play play) {
    return play.state().course().phase();
  }

  @Test
  void bothSidesCloseOnOneBalance() {
    Play closed = OVER.bothAgree(Situations.close(OVER));
    assertThat(phase(closed)).isEqualTo(State.Phase.CLOSED);
    assertThat(closed.state().closing())
        .contains(new State.Closing(Balance.of(OVER.state()).digest(), closed.state().course().size() - 1));
  }

  @Test
  void anExchangeThatMovedNobodyIsNotClosedButEnded() {
    assertThat(IN_FORCE.refusal(A1, new Move.Propose(Situations.close(IN_FORCE), IN_FORCE.now() + HOUR)))
        .isEqualTo(new Refusal.NoSuch("journey"));
  }

  @Test
  void nothingIsClosedWhileAJourneyRuns() {
    assertThat(SEALED.refusal(A1, new Move.Propose(Situations.close(SEALED), SEALED.now() + HOUR)))
        .isEqualTo(new Refusal.Unfinished(new TreeSet<>(List.of(DAY_1))));
  }

  @Test
  void aBalanceThatChangedSinceIsNotClosedOn() {
    Matter.Close before = Situations.close(OVER);
    Play arrived =
        OVER.says(B1, new Move.Arrived(Optional.of(DAY_1), B, by(SOLDIERS, refs(arrival(1))), Move.Device.desk()));
    assertThat(arrived.refusal(A1, new Move.Propose(before, arrived.now() + HOUR)))
        .isEqualTo(new Refusal.OtherDigest(Balance.of(arrived.state()).digest()));
  }

  @Test
  void eitherSideEndsTheExchangeAfterTheAgreedEnd() {
    Play heard = IN_FORCE.at(Drafts.END - HOUR).says(B1, new Move.Erase(digest("x")))
        .says(M1, new Move.Erase(digest("x")));
    assertThat(heard.at(Drafts.END - 1).refusal(A1, new Move.End())).isEqualTo(new Refusal.NotYetDue(Drafts.END));
    assertThat(phase(heard.at(Drafts.END).says(A1, new Move.End()))).isEqualTo(State.Phase.ENDED);
  }

  @Test
  void aSideThatWasSilentTooLongIsNotWaitedFor() {
    Play heard = IN_FORCE.atHour(100).says(M1, new Move.Erase(digest("x"))).says(A1, new Move.Erase(digest("x")));
    long silent = heard.heard(B) + 400 * HOUR;
    assertThat(heard.at(silent - 1).refusal(A1, new Move.End())).isEqualTo(new Refusal.NotYetDue(silent));
    assertThat(phase(heard.at(silent).says(A1, new Move.End()))).isEqualTo(State.Phase.ENDED);
    assertThat(heard.at(silent).refusal(B1, new Move.End())).isInstanceOf(Refusal.NotYetDue.class);
  }

  @Test
  void beforeTermsASideIsWaitedForAsLongAsThePatienceOfTheOpening() {
    Play opened = Situations.fresh().atHour(100).says(M1, new Move.Erase(digest("x")))
        .says(A1, new Move.Erase(digest("x")));
    long silent = opened.heard(B) + 240 * HOUR;
    assertThat(opened.at(silent - 1).refusal(A1, new Move.End())).isEqualTo(new Refusal.NotYetDue(silent));
    assertThat(phase(opened.at(silent).says(A1, new Move.End()))).isEqualTo(State.Phase.ENDED);
  }

  @Test
  void aThirdPartyThatDoesNotDoWhatItIsAskedIsNotWaitedForForEver() {
    Play convened = Situations.convened(Drafts.terms());
    Play rolls = convened.says(A1, Situations.roll(1, A, 1, 2));
    assertThat(atTheSilenceOfTheThirdParty(convened)).isEqualTo("NotYetDue");
    assertThat(atTheSilenceOfTheThirdParty(rolls)).as("people without clearance").isEqualTo("+");
    assertThat(atTheSilenceOfTheThirdParty(Situations.manifested(convened))).as("all cleared").isEqualTo("NotYetDue");
    Play ready = Situations.ready(SEALED, A1, 1);
    assertThat(atTheSilenceOfTheThirdParty(ready)).as("one side ready").isEqualTo("NotYetDue");
    assertThat(atTheSilenceOfTheThirdParty(Situations.ready(ready, B1, 1))).as("both ready").isEqualTo("+");
    Play proposed = FROZEN.agrees(Situations.day1(DAY_1), A1, A2, B1, B2);
    assertThat(atTheSilenceOfTheThirdParty(FROZEN)).isEqualTo("NotYetDue");
    assertThat(atTheSilenceOfTheThirdParty(proposed)).as("a signature").isEqualTo("+");
  }

  @Test
  void aDayThatStoodDownForWantOfClearanceStillTellsWhoWasSilent() {
    Move lapse = new Move.Lapse(new Move.Lapsing.OfJourney(DAY_1));
    Play convened = Situations.convened(Drafts.terms());
    Play uncleared = convened.says(A1, Situations.roll(1, A, 1, 2)).at(Drafts.UNTIL_1 + 1).says(A1, lapse);
    Play cleared = Situations.manifested(convened).at(Drafts.UNTIL_1 + 1).says(A1, lapse);
    assertThat(atTheSilenceOfTheThirdParty(uncleared)).isEqualTo("+");
    assertThat(atTheSilenceOfTheThirdParty(cleared)).isEqualTo("NotYetDue");
  }

  @Test
  void beforeTermsAThirdPartyWithAFunctionIsWaitedForAsLongAsThePatienceOfTheOpening() {
    Play opened = Situations.fresh();
    long silent = opened.heard(M) + 240 * HOUR;
    Play heard = opened.at(silent - HOUR).says(B1, new Move.Erase(digest("x")));
    assertThat(heard.at(silent - 1).refusal(A1, new Move.End())).isEqualTo(new Refusal.NotYetDue(silent));
    assertThat(phase(heard.at(silent).says(A1, new Move.End()))).isEqualTo(State.Phase.ENDED);
  }

  /** What side A's end is answered when the third party has been silent for exactly as long as the terms say, and side B has not. */
  private static String atTheSilenceOfTheThirdParty(Play play) {
    long silent = play.heard(M) + 400 * HOUR;
    Play heard = play.at(silent - HOUR).says(B1, new Move.Erase(digest("x")));
    assertThat(heard.at(silent - 1).tries(A1, new Move.End()).answer()).isEqualTo("NotYetDue");
    return heard.at(silent).tries(A1, new Move.End()).answer();
  }

  private static Play held(SortedMap<Function, PartyId> functions) {
    Terms terms = Drafts.with(Drafts.terms(), functions);
    Voice[] others = functions.containsValue(M) ? new Voice[] {A2, B1, B2, M1} : new Voice[] {A2, B1, B2};
    return Situations.fresh().agrees(new Matter.Agree(terms), A1, others).keptBy(Cast.nodeOf(A));
  }

  @Test
  void aSideIsNotWaitedForBecauseOfItsOwnSilence() {
    SortedMap<Function, PartyId> functions = new TreeMap<>(Map.of(Function.KEEPER, A, Function.CLEARANCE, A));
    Play heard = held(functions).atHour(300).says(B1, new Move.Erase(digest("x")));
    assertThat(heard.atHour(500).refusal(A1, new Move.End())).isInstanceOf(Refusal.NotYetDue.class);
  }

  @Test
  void nothingEndsWhileAWaveIsUnderWay() {
    Play gone = Situations.authorised(Situations.bothReady(SEALED, 1), 1).at(Drafts.END);
    assertThat(gone.refusal(A1, new Move.End())).isEqualTo(new Refusal.Unfinished(new TreeSet<>(List.of(DAY_1))));
    Play disputed = gone.says(A1, new Move.Lapse(new Move.Lapsing.OfWave(DAY_1, 1)));
    assertThat(phase(disputed.says(A1, new Move.End()))).isEqualTo(State.Phase.ENDED);
  }

  @Test
  void anEndStandsDownWhatDidNotGo() {
    Play ended = SEALED.at(Drafts.END).says(A1, new Move.End());
    assertThat(ended.journey(DAY_1).phase()).isEqualTo(Journey.Phase.STOOD_DOWN);
    assertThat(ended.person(soldier(A, 1)).promise()).isEqualTo(Person.Promise.AGREED);
    Play after = OVER.at(Drafts.END).says(A1, new Move.End());
    assertThat(after.journey(DAY_1).phase()).isEqualTo(Journey.Phase.RECONCILED);
  }

  @Test
  void inAOneSidedLogASideEndsTheExchangeAtOnce() {
    assertThat(phase(SEALED.keptBy(Cast.nodeOf(B)).says(B1, new Move.End()))).isEqualTo(State.Phase.ENDED);
    Play gone = Situations.authorised(Situations.bothReady(SEALED, 1), 1).keptBy(Cast.nodeOf(B));
    assertThat(gone.refusal(B1, new Move.End())).isInstanceOf(Refusal.Unfinished.class);
  }

  @Test
  void onlyASideEnds() {
    assertThat(IN_FORCE.at(Drafts.END).refusal(M1, new Move.End())).isEqualTo(new Refusal.NotYourFunction(Function.SIDE));
  }

  @Test
  void afterTheCloseFactsAppendAndDiscrepanciesAreSettledBesideTheBalance() {
    Play closed = OVER.bothAgree(Situations.close(OVER));
    Play seen =
        closed.says(B1, new Move.Arrived(Optional.of(DAY_1), B, by(SOLDIERS, refs(arrival(1))), Move.Device.desk()));
    String id = "unlisted-" + arrival(1).value();
    Play settled = seen.bothAgree(new Matter.Settlement(id, new Matter.Finding.ArrivalIs(arrival(1), soldier(A, 5))));
    assertThat(settled.discrepancy(id).open()).isFalse();
    assertThat(settled.state().closing()).isEqualTo(closed.state().closing());
    assertThat(phase(settled)).isEqualTo(State.Phase.CLOSED);
  }

  @Test
  void aSideAlwaysStatesItsOwnReturneesMarkedOneSided() {
    Play said = SEALED.says(A1, MovesOfFigures.announce(Move.Scope.ONE_SIDED, 3));
    assertThat(said.state().announcements()).containsExactly(new State.Announcement(
        said.state().course().size() - 1, A, DAY_1, Move.Scope.ONE_SIDED, A, new TreeMap<>(Map.of(SOLDIERS, 3)),
        State.Provenance.SIGNED, false));
  }

  @Test
  void whatASideStatesIsHeldAgainstTheReceiptsThatThereAre() {
    assertThat(asReceipts(OVER, 3)).isTrue();
    assertThat(asReceipts(OVER, 4)).isFalse();
    assertThat(asReceipts(IN_FORCE, 3)).isFalse();
    Move astray = new Move.Saw(Move.Sight.HOME, Optional.of("day-9"), Cast.soldiers(B, 7), Move.Device.desk());
    assertThat(asReceipts(OVER.says(A1, astray), 3)).isTrue();
  }

  private static boolean asReceipts(Play play, int soldiers) {
    Play said = play.says(A1, MovesOfFigures.announce(Move.Scope.ONE_SIDED, soldiers));
    return said.state().announcements().getFirst().asReceipts();
  }

  /** Edge case 52: the press counts otherwise than the receipts. */
  @Test
  void aJointFigureIsTheReceiptsOnceTheEmbargoIsOver() {
    Move joint = MovesOfFigures.announce(Move.Scope.JOINT, 3);
    long hour = Drafts.UNTIL_1 + 10 * HOUR;
    Play sealed = Situations.sealed(Drafts.publishing(Drafts.terms(), hour));
    Play over = Situations.wholeSecondWave(Situations.wholeFirstWave(sealed));
    assertThat(over.at(hour - 1).refusal(A1, joint)).isEqualTo(new Refusal.Embargoed(hour));
    Play free = over.at(hour);
    assertThat(free.refusal(A1, MovesOfFigures.announce(Move.Scope.JOINT, 2))).isEqualTo(new Refusal.FiguresDiffer());
    assertThat(free.refusal(A1, MovesOfFigures.announce(Move.Scope.JOINT, 4))).isEqualTo(new Refusal.FiguresDiffer());
    assertThat(free.says(M1, joint).state().announcements()).extracting(State.Announcement::asReceipts)
        .containsExactly(true);
  }

  @Test
  void aCategoryOfWhichNobodyCameMayBeSaidOrLeftOut() {
    Move zero = new Move.Announce(DAY_1, Move.Scope.JOINT, A, new TreeMap<>(Map.of(SOLDIERS, 3, CIVILIANS, 0)));
    assertThat(OVER.at(Drafts.PUBLISH_1).tries(A1, zero).answer()).isEqualTo("+");
  }

  @Test
  void bothSidesLiftTheEmbargoBeforeItsHour() {
    Play lifted = OVER.bothAgree(new Matter.Lift(DAY_1));
    assertThat(lifted.tries(A1, MovesOfFigures.announce(Move.Scope.JOINT, 3)).answer()).isEqualTo("+");
  }

  @Test
  void aJourneyUnderWayHasNoJointFigure() {
    Play lifted = Situations.wholeFirstWave(SEALED).bothAgree(new Matter.Lift(DAY_1));
    assertThat(lifted.refusal(A1, MovesOfFigures.announce(Move.Scope.JOINT, 2))).isEqualTo(new Refusal.FiguresDiffer());
  }

  @Test
  void aJourneyInDisputeHasNoJointFigure() {
    Play second = Situations.authorised(Situations.bothReady(Situations.wholeFirstWave(SEALED), 2), 2);
    Play moved = Situations.handedOver(Situations.handedOver(second, A, 3), B, 3).at(Drafts.PUBLISH_1);
    Play disputed = moved.says(A1, new Move.Lapse(new Move.Lapsing.OfWave(DAY_1, 2)));
    assertThat(disputed.refusal(A1, MovesOfFigures.announce(Move.Scope.JOINT, 3))).isEqualTo(new Refusal.FiguresDiffer());
  }

  @Test
  void aJourneyNobodyKnowsHasNoJointFigure() {
    Move joint = new Move.Announce("day-9", Move.Scope.JOINT, A, new TreeMap<>());
    assertThat(OVER.at(Drafts.PUBLISH_1).refusal(A1, joint)).isEqualTo(new Refusal.NoSuch("journey"));
  }
}
