package homeward.ruling;

import static homeward.ruling.Cast.A1;
import static homeward.ruling.Cast.A2;
import static homeward.ruling.Cast.A;
import static homeward.ruling.Cast.B1;
import static homeward.ruling.Cast.B2;
import static homeward.ruling.Cast.B;
import static homeward.ruling.Cast.M1;
import static homeward.ruling.Cast.M2;
import static homeward.ruling.Cast.M;
import static homeward.ruling.Cast.SICK_1;
import static homeward.ruling.Cast.digest;
import static homeward.ruling.Cast.refs;
import static homeward.ruling.Cast.soldiers;
import static homeward.ruling.Play.HOUR;
import static homeward.ruling.Situations.CLEARANCE;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How an exchange stops for a while, and how it goes on. */
class HaltsTest {
  private static final Play SEALED = Situations.sealed(Drafts.terms());
  private static final Play OVER = Situations.wholeSecondWave(Situations.wholeFirstWave(SEALED));

  private static Move halt(Move.Cause cause) {
    return new Move.Halt(cause);
  }

  @Test
  void aHaltRecordsWhoseItIsAndWhy() {
    Play halted = SEALED.says(CLEARANCE, halt(Move.Cause.HEALTH));
    assertThat(halted.state().course().halted())
        .contains(new State.Halted(halted.last(), M, Function.CLEARANCE, Move.Cause.HEALTH, SEALED.now()));
  }

  @Test
  void aHaltIsEndedByTheFunctionThatCalledIt() {
    Play halted = SEALED.says(CLEARANCE, halt(Move.Cause.HEALTH));
    Move resume = new Move.Resume(halted.last(), false);
    assertThat(halted.refusal(A1, resume)).isEqualTo(new Refusal.NotAsked());
    assertThat(halted.refusal(M1.in(Function.HOST), resume)).isEqualTo(new Refusal.NotAsked());
    assertThat(halted.says(M2.in(Function.CLEARANCE), resume).state().course().halted()).isEmpty();
    assertThat(halted.refusal(CLEARANCE, new Move.Resume(digest("another"), false)))
        .isEqualTo(new Refusal.NoSuch("halt"));
  }

  @Test
  void aHaltThatWasEndedIsNotEndedAgain() {
    Play resumed = SEALED.says(A1, halt(Move.Cause.ATTACK));
    Move resume = new Move.Resume(resumed.last(), true);
    Play again = resumed.says(A1, resume).says(A1, halt(Move.Cause.ATTACK));
    assertThat(again.refusal(A1, resume)).isEqualTo(new Refusal.NoSuch("halt"));
  }

  @Test
  void bothSidesGoOnAfterTheDeadlineOfAHalt() {
    Play halted = SEALED.says(M1, halt(Move.Cause.ATTACK));
    long due = SEALED.now() + 12 * HOUR;
    Move goOn = new Move.Propose(new Matter.GoOn(halted.last()), due + 100 * HOUR);
    assertThat(halted.at(due - 1).refusal(A1, goOn)).isEqualTo(new Refusal.NotYetDue(due));
    assertThat(halted.at(due).bothAgree(new Matter.GoOn(halted.last())).state().course().halted()).isEmpty();
    assertThat(halted.at(due).refusal(A1, new Move.Propose(new Matter.GoOn(digest("x")), due + HOUR)))
        .isEqualTo(new Refusal.NoSuch("halt"));
  }

  @Test
  void beforeTermsAHaltLastsAsLongAsThePatienceOfTheOpening() {
    Play opened = Situations.fresh();
    Play halted = opened.says(M1, halt(Move.Cause.ROUTE));
    long due = opened.now() + 240 * HOUR;
    assertThat(halted.at(due - 1).refusal(A1, new Move.Propose(new Matter.GoOn(halted.last()), due + HOUR)))
        .isEqualTo(new Refusal.NotYetDue(due));
    assertThat(halted.at(due).bothAgree(new Matter.GoOn(halted.last())).state().course().halted()).isEmpty();
  }

  @Test
  void underAHaltTheDirectLaneRunsUnlessItsRouteIsTheCause() {
    Play direct = SEALED.agrees(Situations.direct(SICK_1, A), A1, A2)
        .says(B1, new Move.Acknowledge(SICK_1))
        .says(A1, MovesOfJourneys.sick(SICK_1, 50))
        .says(CLEARANCE, new Move.Clear(SICK_1, Move.Part.whole(), soldiers(A, 50), refs()));
    for (Move.Cause cause : Move.Cause.values()) {
      Play halted = direct.says(B1, halt(cause));
      String answer = halted.tries(A1, MovesOfJourneys.readySick(halted, SICK_1)).answer();
      assertThat(answer).as("%s", cause).isEqualTo(cause == Move.Cause.ROUTE ? "Halted" : "+");
      assertThat(halted.refusal(A1, Situations.readyFor(halted, 1))).isEqualTo(new Refusal.Halted(halted.last()));
    }
  }

  @Test
  void underAHaltADirectRepatriationIsStillPlanned() {
    Play halted = SEALED.says(B1, halt(Move.Cause.ROUTE));
    assertThat(halted.agrees(Situations.direct(SICK_1, A), A1, A2).state().journeys()).containsKey(SICK_1);
  }

  @Test
  void aHaltDoesNotCallBackWhatWasLetGo() {
    Play gone = Situations.authorised(Situations.bothReady(SEALED, 1), 1).says(A1, halt(Move.Cause.ATTACK));
    Play over = Situations.handedOver(Situations.handedOver(gone, A, 1, 2), B, 1, 2);
    Play counted = Situations.countedAs(Situations.countedAs(over, 1, A, 2, 2), 1, B, 2, 2);
    assertThat(counted.wave(1).phase()).isEqualTo(Journey.WavePhase.RECONCILED);
  }

  @Test
  void aHaltStopsARelease() {
    Play halted = Situations.bothReady(SEALED, 1).says(A1, halt(Move.Cause.ATTACK));
    assertThat(halted.refusal(Situations.authorisation(halted, 1))).isEqualTo(new Refusal.Halted(halted.last()));
  }

  @Test
  void underAHaltTermsAreNotMade() {
    Play waiting = Situations.fresh().agrees(new Matter.Agree(Drafts.terms()), A1, A2, B1, M1);
    Digest id = waiting.pending(Matter.Agree.class);
    Play halted = waiting.says(A1, halt(Move.Cause.DISPUTE));
    assertThat(halted.refusal(B2, new Move.Sign(id))).isEqualTo(new Refusal.Halted(halted.last()));
    assertThat(halted.refusal(B2, new Move.Propose(new Matter.Agree(Drafts.terms()), halted.now() + HOUR)))
        .isEqualTo(new Refusal.Halted(halted.last()));
  }

  @Test
  void underAHaltNothingIsClosed() {
    Play waiting = OVER.agrees(Situations.close(OVER), A1, A2, B1);
    Digest id = waiting.pending(Matter.Close.class);
    Play halted = waiting.says(A1, halt(Move.Cause.DISPUTE));
    assertThat(halted.refusal(B2, new Move.Sign(id))).isEqualTo(new Refusal.Halted(halted.last()));
  }

  @Test
  void whoeverIsReadyForAJourneyThatIsNotThereIsHaltedLikeAnybody() {
    Play halted = SEALED.says(A1, halt(Move.Cause.DISPUTE));
    Move ready = new Move.Ready("day-9", 1, digest("no manifest"), Optional.empty());
    assertThat(halted.refusal(A1, ready)).isEqualTo(new Refusal.Halted(halted.last()));
  }
}
