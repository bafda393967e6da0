package homeward.ruling;

import static homeward.ruling.Cast.*;
import static homeward.ruling.Situations.CLEARANCE;
import static homeward.ruling.Situations.counted;
import static homeward.ruling.Situations.saw;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.Journey.WavePhase;
import homeward.exchange.Move;
import homeward.exchange.Move.Place;
import homeward.exchange.Move.Sight;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import org.junit.jupiter.api.Test;

/** Which head count is of which end of whose journey home, and when two of them do not fit. */
class CountsTest {
  private static final Play LET_GO =
      Situations.authorised(Situations.bothReady(Situations.sealed(Drafts.terms()), 1), 1);
  /** Everybody is over; those who return to side A are counted at both ends. */
  private static final Play A_IS_COUNTED = Situations.countedAs(
      Situations.handedOver(Situations.handedOver(LET_GO, A, 1, 2), B, 1, 2), 1, A, 2, 2);

  private static String count(PartyId home) {
    return "count-day-1-1-" + home.value();
  }

  private static WavePhase wave(Play play) {
    return play.wave(1).phase();
  }

  @Test
  void twoCountsOfOneEndAreNotBothEnds() {
    Play departures = A_IS_COUNTED.says(A1, counted(1, B, Place.DEPARTURE, 2)).says(B1, counted(1, B, Place.DEPARTURE, 2));
    assertThat(wave(departures)).isEqualTo(WavePhase.MOVING);
    Play arrivals = A_IS_COUNTED.says(A1, counted(1, B, Place.ARRIVAL, 2)).says(B1, counted(1, B, Place.ARRIVAL, 2));
    assertThat(wave(arrivals)).isEqualTo(WavePhase.MOVING);
  }

  @Test
  void aCountOfWhoReturnsToOneSideIsNoCountOfTheOthers() {
    Play departure = A_IS_COUNTED.says(A1, counted(1, A, Place.DEPARTURE, 2)).says(B1, counted(1, B, Place.ARRIVAL, 2));
    assertThat(wave(departure)).isEqualTo(WavePhase.MOVING);
    Play arrival = A_IS_COUNTED.says(A1, counted(1, B, Place.DEPARTURE, 2)).says(B1, counted(1, A, Place.ARRIVAL, 2));
    assertThat(wave(arrival)).isEqualTo(WavePhase.MOVING);
  }

  @Test
  void endsThatDifferAreADiscrepancyBeforeEverybodysWhereaboutsAreKnown() {
    Play gone = LET_GO.says(A1, saw(Sight.DEPARTED, soldiers(A, 1, 2)));
    Play differs = Situations.countedAs(gone, 1, B, 2, 1);
    assertThat(differs.discrepancy(count(B)).kind()).isEqualTo(State.DiscrepancyKind.COUNT_DIFFERS);
    assertThat(Situations.countedAs(gone, 1, B, 2, 2).state().discrepancies()).isEmpty();
  }

  @Test
  void aSideWithNobodyInTheWaveHasNoCountThatDiffers() {
    Play rolls = Situations.convened(Drafts.terms())
        .says(A1, Situations.roll(1, A, 1))
        .says(B1, new Move.Manifest(DAY_1, 1, Move.Part.whole(), nobody(), nobody()))
        .says(CLEARANCE, Situations.clear(1));
    Play gone = Situations.authorised(Situations.bothReady(Situations.sealed(rolls).atHour(49), 1), 1);
    Play stayed = Situations.countedAs(gone.says(A1, saw(Sight.BACK, soldiers(A, 1))), 1, B, 1, 1);
    assertThat(wave(stayed)).isEqualTo(WavePhase.COUNTED);
    assertThat(stayed.state().discrepancies()).containsOnlyKeys(count(B));
  }

  /** Of a wave of nobody everybody's whereabouts are known from the start. */
  @Test
  void aWaveThatNobodyLetGoIsNotReconciled() {
    Play planned = Situations.convened(Drafts.terms())
        .says(A1, new Move.Manifest(DAY_1, 1, Move.Part.whole(), nobody(), nobody()))
        .says(A1, saw(Sight.HOME, soldiers(B, 1)));
    assertThat(wave(planned)).isEqualTo(WavePhase.PLANNED);
  }
}
