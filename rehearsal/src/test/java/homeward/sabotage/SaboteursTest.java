package homeward.sabotage;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.invariant.Invariants.Broken;
import homeward.rehearsal.Rehearsal;
import homeward.rehearsal.Rehearsals;
import homeward.simulation.Saboteur;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever breaks an invariant is noticed, by its number; the same seed without the saboteur breaks nothing. */
class SaboteursTest {
  /** Invariant, and a seed in which it can be broken. */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 6", "3, 1", "4, 6", "5, 1", "6, 1", "7, 1", "8, 1", "9, 10", "10, 4"})
  void theRehearsalNamesTheInvariantThatIsBroken(int invariant, long seed) {
    Saboteur saboteur = Rehearsals.saboteur(invariant).orElseThrow();

    assertThat(Rehearsal.of(seed, saboteur).broken().stream().map(Broken::invariant)).as("seed %d", seed).anyMatch(broken -> broken.number() == invariant);
  }
}
