package homeward.ruling;

import static homeward.ruling.Cast.*;
import static homeward.ruling.Situations.saw;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.Journey;
import homeward.exchange.Move.Sight;
import org.junit.jupiter.api.Test;

/** Of whom it is known where they are, so that their wave can be reconciled, and who was lost between its two ends. */
class WhereaboutsTest {
  private static final Play LET_GO =
      Situations.authorised(Situations.bothReady(Situations.sealed(Drafts.terms()), 1), 1);
  /** All but soldier 2 of side A are over and counted. */
  private static final Play ONE_LEFT = Situations.countedAs(
      Situations.handedOver(Situations.handedOver(LET_GO, B, 1, 2), A, 1), 1, A, 2, 2);

  private static Journey.WavePhase counted(Play play, int departed, int arrived) {
    return Situations.countedAs(play, 1, B, departed, arrived).wave(1).phase();
  }

  @Test
  void whoeverDiedAfterBeingReceivedIsNotLostOnTheWay() {
    Play died = Situations.handedOver(ONE_LEFT, A, 2).says(B1, saw(Sight.DIED, soldiers(A, 2)));
    assertThat(counted(died, 2, 2)).isEqualTo(Journey.WavePhase.RECONCILED);
  }

  @Test
  void whoeverDiedBeforeBeingReceivedIs() {
    Play died = ONE_LEFT.says(A1, saw(Sight.DEPARTED, soldiers(A, 2))).says(A1, saw(Sight.DIED, soldiers(A, 2)));
    assertThat(counted(died, 2, 1)).isEqualTo(Journey.WavePhase.RECONCILED);
    assertThat(counted(died, 2, 2)).isEqualTo(Journey.WavePhase.COUNTED);
  }

  @Test
  void whoeverIsHandedOverAfterBeingBackIsUnderWayAgain() {
    Play back = ONE_LEFT.says(A1, saw(Sight.BACK, soldiers(A, 2)));
    assertThat(counted(back, 1, 1)).isEqualTo(Journey.WavePhase.RECONCILED);
    Play over = back.says(A1, saw(Sight.HANDED_OVER, soldiers(A, 2)));
    assertThat(counted(over, 1, 1)).isEqualTo(Journey.WavePhase.COUNTED);
  }

  @Test
  void whoeverNeverSetOffIsNotLostOnTheWay() {
    Play back = ONE_LEFT.says(A1, saw(Sight.BACK, soldiers(A, 2)));
    assertThat(counted(back, 2, 1)).isEqualTo(Journey.WavePhase.COUNTED);
  }
}
