package homeward.exhaustive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The smallest walks; {@code rehearse --exhaustive} does the large ones. */
class WalkTest {
  private static Walked walk(Shape shape, boolean lapse) {
    return Walk.of(shape, lapse, (states, frontier, transitions) -> true).orElseThrow();
  }

  @Test
  void everyStateCanEndWhoeverIsSilent() {
    Walked walked = walk(Shape.small(), true);
    assertThat(walked.breaches()).isEmpty();
    assertThat(walked.stuck()).as("%s", walked).isZero();
    assertThat(walked.stuckWithout()).containsOnlyKeys("nobody", "A", "B", "M");
    assertThat(walked.example()).isEmpty();
    assertThat(walked.states()).isGreaterThan(10_000);
    assertThat(walked.transitions()).isGreaterThan(walked.states());
  }

  @Test
  void withoutLapsesSomeStatesAreStuckAndTheWayIntoOneIsTold() {
    Walked walked = walk(Shape.small(), false);
    assertThat(walked.breaches()).isEmpty();
    assertThat(walked.stuck()).isPositive();
    assertThat(walked.stuckWithout()).containsEntry("nobody", 0L);
    assertThat(walked.example()).hasSizeGreaterThan(2);
    assertThat(walked.example().getFirst()).contains("opens the exchange");
    assertThat(walked.example().getLast()).contains("is silent from here on");
  }

  @Test
  void aWalkThatIsStoppedHasNoResult() {
    assertThat(Walk.of(Shape.small(), true, (states, frontier, transitions) -> states < 100)).isEmpty();
  }

  @Test
  void theBoundsOfEveryWalkAreNamed() {
    assertThat(Shape.all()).isNotEmpty().allSatisfy(shape -> assertThat(shape.bounds()).containsKeys("peopleASide", "mishaps", "wavesAJourney"));
    assertThat(Shape.all()).anySatisfy(shape -> assertThat(shape.people()).isEqualTo(2));
  }
}
