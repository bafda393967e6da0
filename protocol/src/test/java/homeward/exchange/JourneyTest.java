package homeward.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.Journey.WavePhase;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a phase means: whether a wave waits or is under way, whether a journey is over. */
class JourneyTest {
  private static Stream<WavePhase> waves(Predicate<Journey.Wave> which) {
    return Arrays.stream(WavePhase.values())
        .filter(phase -> which.test(new Journey.Wave(1, phase, State.none(), State.none(), List.of())));
  }

  private static Journey journey(Journey.Phase phase) {
    Journey.Clearance nobody = new Journey.Clearance(-1, new TreeSet<>(), new TreeSet<>(), Optional.empty());
    return new Journey(
        "day-1", Optional.of(1), Optional.empty(), "bridge", 1, 2, 3, phase, false, nobody, List.of(), Optional.empty());
  }

  @Test
  void aWaveWaitsUntilSomebodyLetsItGo() {
    assertThat(waves(Journey.Wave::waiting)).containsExactly(WavePhase.PLANNED, WavePhase.STAGED, WavePhase.READY);
  }

  @Test
  void aWaveIsOpenFromThenUntilItsFiguresAreSettledOrDisputed() {
    assertThat(waves(Journey.Wave::open)).containsExactly(WavePhase.AUTHORISED, WavePhase.MOVING, WavePhase.COUNTED);
  }

  @Test
  void aWaveIsOverWhenItsFiguresAreSettledOrDisputedOrItStoodDown() {
    assertThat(waves(Journey.Wave::over))
        .containsExactly(WavePhase.RECONCILED, WavePhase.DISPUTED, WavePhase.STOOD_DOWN);
  }

  @Test
  void aJourneyIsOverWhenNothingMoreHappensUnderItsAuthority() {
    assertThat(Arrays.stream(Journey.Phase.values()).filter(phase -> !journey(phase).over()))
        .containsExactly(Journey.Phase.CONVENED, Journey.Phase.SEALED);
  }

  @Test
  void aJourneyHasTheWavesThatWereLodged() {
    Journey.Wave first = new Journey.Wave(1, WavePhase.PLANNED, State.none(), State.none(), List.of());
    Journey journey = journey(Journey.Phase.CONVENED).with(first);
    assertThat(journey.hasWave(0)).isFalse();
    assertThat(journey.hasWave(1)).isTrue();
    assertThat(journey.hasWave(2)).isFalse();
  }
}
