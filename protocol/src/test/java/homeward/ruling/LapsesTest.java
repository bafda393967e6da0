package homeward.ruling;

import static homeward.ruling.Cast.A1;
import static homeward.ruling.Cast.A;
import static homeward.ruling.Cast.B;
import static homeward.ruling.Cast.DAY_1;
import static homeward.ruling.Cast.M1;
import static homeward.ruling.Cast.soldier;
import static homeward.ruling.Cast.soldiers;
import static homeward.ruling.Play.HOUR;
import static homeward.ruling.Situations.HANDOVER;
import static homeward.ruling.Situations.saw;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Person;
import homeward.exchange.Ref;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Time runs out: anybody may say so, and nothing is stuck on whoever is silent. */
class LapsesTest {
  private static final Play CONVENED = Situations.convened(Drafts.terms());
  private static final Play SEALED = Situations.sealed(Drafts.terms());
  private static final Move OF_DAY_1 = new Move.Lapse(new Move.Lapsing.OfJourney(DAY_1));
  private static final Move OF_WAVE_1 = new Move.Lapse(new Move.Lapsing.OfWave(DAY_1, 1));
  private static final Move OF_EMBARGO = new Move.Lapse(new Move.Lapsing.OfEmbargo(DAY_1));
  private static final long RECONCILE_BY = Drafts.UNTIL_1 + 24 * HOUR;

  @Test
  void aJourneyStandsDownAfterItsWindowAndNotBefore() {
    assertThat(SEALED.at(Drafts.UNTIL_1).refusal(A1, OF_DAY_1)).isEqualTo(new Refusal.NotYetDue(Drafts.UNTIL_1 + 1));
    Play over = SEALED.at(Drafts.UNTIL_1 + 1).says(M1, OF_DAY_1);
    assertThat(over.journey(DAY_1).phase()).isEqualTo(Journey.Phase.STOOD_DOWN);
    assertThat(over.journey(DAY_1).waves()).extracting(Journey.Wave::phase).containsOnly(Journey.WavePhase.STOOD_DOWN);
  }

  /** Edge case 47: promises roll back. */
  @Test
  void whoeverSatInAJourneyThatStoodDownIsAgreedAgain() {
    Play ready = Situations.bothReady(SEALED, 1).at(Drafts.UNTIL_1 + 1).says(A1, OF_DAY_1);
    assertThat(ready.wave(1).ready()).isEmpty();
    for (Ref ref : List.of(soldier(A, 1), soldier(A, 3), soldier(B, 2))) {
      assertThat(ready.person(ref).promise()).as("%s", ref).isEqualTo(Person.Promise.AGREED);
    }
    Play notSealed = Situations.manifested(CONVENED).at(Drafts.UNTIL_1 + 1).says(A1, OF_DAY_1);
    assertThat(notSealed.person(soldier(A, 1)).promise()).isEqualTo(Person.Promise.AGREED);
  }

  @Test
  void aJourneyOfWhichSomeWentIsCutShort() {
    Play cut = Situations.wholeFirstWave(SEALED).at(Drafts.UNTIL_1 + 1).says(A1, OF_DAY_1);
    assertThat(cut.journey(DAY_1).phase()).isEqualTo(Journey.Phase.CUT_SHORT);
    assertThat(cut.wave(1).phase()).isEqualTo(Journey.WavePhase.RECONCILED);
    assertThat(cut.wave(2).phase()).isEqualTo(Journey.WavePhase.STOOD_DOWN);
    assertThat(cut.person(soldier(A, 1)).promise()).isEqualTo(Person.Promise.SEATED);
    assertThat(cut.person(soldier(A, 3)).promise()).isEqualTo(Person.Promise.AGREED);
  }

  @Test
  void aWaveUnderWayKeepsItsJourney() {
    Play gone = Situations.authorised(Situations.bothReady(SEALED, 1), 1).at(Drafts.UNTIL_1 + 1);
    assertThat(gone.refusal(A1, OF_DAY_1).getClass()).isIn(Refusal.Unfinished.class, Refusal.WaveOpen.class);
  }

  @Test
  void aJourneyLapsesOnce() {
    Play over = SEALED.at(Drafts.UNTIL_1 + 1).says(A1, OF_DAY_1);
    assertThat(over.refusal(A1, OF_DAY_1)).isEqualTo(new Refusal.NotNow(State.Phase.IN_FORCE));
    assertThat(over.refusal(A1, new Move.Lapse(new Move.Lapsing.OfJourney("day-9"))))
        .isEqualTo(new Refusal.NoSuch("journey"));
  }

  @Test
  void aJourneyNobodySatInStandsDownToo() {
    Play over = CONVENED.at(Drafts.UNTIL_1 + 1).says(A1, OF_DAY_1);
    assertThat(over.journey(DAY_1).phase()).isEqualTo(Journey.Phase.STOOD_DOWN);
  }

  /** Edge case 46: a transport is lost, its list in dispute. */
  @Test
  void aWaveThatIsNotReconciledInTimeIsDisputedAndHoldsUpNothing() {
    Play gone = Situations.authorised(Situations.bothReady(SEALED, 1), 1);
    assertThat(gone.at(RECONCILE_BY).refusal(A1, OF_WAVE_1)).isEqualTo(new Refusal.NotYetDue(RECONCILE_BY + 1));
    Play disputed = gone.at(RECONCILE_BY + 1).says(HANDOVER, OF_WAVE_1);
    assertThat(disputed.wave(1).phase()).isEqualTo(Journey.WavePhase.DISPUTED);
    assertThat(disputed.tries(A1, OF_DAY_1).answer()).isEqualTo("+");
  }

  @Test
  void aJourneyWithADisputeIsOverInDispute() {
    Play first = Situations.wholeFirstWave(SEALED);
    Play second = Situations.authorised(Situations.bothReady(first, 2), 2).at(RECONCILE_BY + 1);
    Play disputed = second.says(A1, new Move.Lapse(new Move.Lapsing.OfWave(DAY_1, 2)));
    assertThat(disputed.journey(DAY_1).phase()).isEqualTo(Journey.Phase.DISPUTED);
  }

  @Test
  void aJourneyThatLapsesAfterADisputeIsOverInDispute() {
    Play gone = Situations.authorised(Situations.bothReady(SEALED, 1), 1);
    Play over = gone.at(RECONCILE_BY + 1).says(A1, OF_WAVE_1).says(A1, OF_DAY_1);
    assertThat(over.journey(DAY_1).phase()).isEqualTo(Journey.Phase.DISPUTED);
    assertThat(over.wave(1).phase()).isEqualTo(Journey.WavePhase.DISPUTED);
    assertThat(over.person(soldier(A, 1)).promise()).isEqualTo(Person.Promise.SEATED);
  }

  @Test
  void aDisputeThatAddsUpAfterAllLeavesItsJourneyCutShort() {
    Play gone = Situations.authorised(Situations.bothReady(SEALED, 1), 1);
    Play over = gone.at(RECONCILE_BY + 1).says(A1, OF_WAVE_1).says(A1, OF_DAY_1);
    Play late = Situations.handedOver(Situations.handedOver(over, A, 1, 2), B, 1, 2);
    Play settled = Situations.countedAs(Situations.countedAs(late, 1, A, 2, 2), 1, B, 2, 2);
    assertThat(settled.wave(1).phase()).isEqualTo(Journey.WavePhase.RECONCILED);
    assertThat(settled.journey(DAY_1).phase()).isEqualTo(Journey.Phase.CUT_SHORT);
  }

  @Test
  void onlyAWaveUnderWayIsDisputed() {
    Play late = SEALED.at(RECONCILE_BY + 1);
    assertThat(late.refusal(A1, OF_WAVE_1)).isEqualTo(new Refusal.WrongWave(DAY_1, 1));
    assertThat(late.refusal(A1, new Move.Lapse(new Move.Lapsing.OfWave(DAY_1, 9))))
        .isEqualTo(new Refusal.WrongWave(DAY_1, 9));
    assertThat(late.refusal(A1, new Move.Lapse(new Move.Lapsing.OfWave("day-9", 1))))
        .isEqualTo(new Refusal.NoSuch("journey"));
    assertThat(Situations.wholeFirstWave(SEALED).at(RECONCILE_BY + 1).refusal(A1, OF_WAVE_1))
        .isEqualTo(new Refusal.WrongWave(DAY_1, 1));
  }

  @Test
  void aReceiptWithOneHalfIsOnRecordAsOneSidedOnceTheWaveIsDisputed() {
    Play half = Situations.authorised(Situations.bothReady(SEALED, 1), 1)
        .says(A1, saw(Move.Sight.HANDED_OVER, soldiers(A, 1)))
        .says(A1, saw(Move.Sight.RECEIVED, soldiers(B, 1)));
    half = Situations.handedOver(half, A, 2);
    Play disputed = half.at(RECONCILE_BY + 1).says(A1, OF_WAVE_1);
    assertThat(disputed.state().discrepancies().keySet())
        .containsExactlyInAnyOrder("one-sided-" + soldier(A, 1).value(), "one-sided-" + soldier(B, 1).value());
  }

  @Test
  void theEmbargoEndsAtTheAgreedHourOnceNothingMoves() {
    long agreed = Drafts.UNTIL_1 + 10 * HOUR;
    Play sealed = Situations.sealed(Drafts.publishing(Drafts.terms(), agreed));
    Play over = Situations.wholeSecondWave(Situations.wholeFirstWave(sealed));
    assertThat(over.at(agreed - 1).refusal(A1, OF_EMBARGO)).isEqualTo(new Refusal.NotYetDue(agreed));
    Play free = over.at(agreed).says(M1, OF_EMBARGO);
    assertThat(free.journey(DAY_1).published()).contains(agreed);
    assertThat(free.refusal(A1, OF_EMBARGO)).isEqualTo(new Refusal.Exists("publication"));
  }

  @Test
  void anHourAgreedForLongAfterTheWindowHolds() {
    Play over = Situations.wholeSecondWave(Situations.wholeFirstWave(SEALED));
    assertThat(over.at(Drafts.PUBLISH_1 - 1).refusal(A1, OF_EMBARGO)).isEqualTo(new Refusal.NotYetDue(Drafts.PUBLISH_1));
  }

  @Test
  void movementHoldsTheEmbargoADayBeyondTheWindowAtMost() {
    Play sealed = Situations.sealed(Drafts.publishing(Drafts.terms(), Drafts.FROM_1));
    Play moving = Situations.authorised(Situations.bothReady(sealed, 1), 1);
    long latest = Drafts.UNTIL_1 + 24 * HOUR;
    assertThat(moving.at(latest - 1).refusal(A1, OF_EMBARGO)).isEqualTo(new Refusal.NotYetDue(latest));
    assertThat(moving.at(latest).tries(A1, OF_EMBARGO).answer()).isEqualTo("+");
    assertThat(Situations.wholeSecondWave(Situations.wholeFirstWave(sealed)).tries(A1, OF_EMBARGO).answer())
        .isEqualTo("+");
  }

  @Test
  void anEmbargoThatBothSidesLiftIsOver() {
    Play lifted = SEALED.bothAgree(new Matter.Lift(DAY_1));
    assertThat(lifted.journey(DAY_1).published()).isPresent();
    assertThat(lifted.atHour(500).refusal(A1, OF_EMBARGO)).isEqualTo(new Refusal.Exists("publication"));
    assertThat(lifted.refusal(A1, new Move.Propose(new Matter.Lift(DAY_1), lifted.now() + HOUR)))
        .isEqualTo(new Refusal.Exists("publication"));
    assertThat(lifted.refusal(A1, new Move.Lapse(new Move.Lapsing.OfEmbargo("day-9"))))
        .isEqualTo(new Refusal.NoSuch("journey"));
  }
}
