package homeward.tranches;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.problem.Person;
import homeward.problem.Plan;
import homeward.problem.Policy;
import homeward.problem.Problem;
import homeward.problem.Sound;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Small problems with every kind of rule and wish: what is planned is exactly what trying everything finds. */
class BruteForceTest {
  /** With -Dtranches.brute=N more of them are tried. */
  private static final int PROBLEMS = Integer.getInteger("tranches.brute", 400);

  @Test
  void aPlanIsTheBestOfAllPlansPersonByPerson() {
    int possible = 0;
    int impossible = 0;
    for (long seed = 1; seed <= PROBLEMS; seed++) {
      Small small = new Small(seed);
      Problem problem = small.problem();
      Policy policy = small.policy();
      if (!Sound.mistakes(problem).isEmpty()) {
        continue;
      }
      var best = new Brute(problem, policy, Optional.empty(), Set.of(), Set.of()).best();
      switch (new Tranches(problem, policy, Here.highs()).plan()) {
        case Planned.Made(Plan plan) -> {
          assertThat(Optional.of(plan.days())).as("seed %d", seed).isEqualTo(best);
          assertThat(plan.proven()).as("seed %d", seed).isTrue();
          possible++;
        }
        case Planned.Impossible(var rules) -> {
          assertThat(best).as("seed %d: %s", seed, rules).isEmpty();
          assertThat(rules).as("seed %d", seed).isNotEmpty();
          impossible++;
        }
        case Planned other -> throw new AssertionError("seed " + seed + ": " + other);
      }
    }
    assertThat(possible).isGreaterThan(PROBLEMS / 5);
    assertThat(impossible).isGreaterThan(PROBLEMS / 20);
  }

  @Test
  void anAdjustmentIsTheBestOfAllPlansWithTheseSitesAndVehicles() {
    int possible = 0;
    for (long seed = 1; seed <= PROBLEMS; seed++) {
      Small small = new Small(seed);
      Problem problem = small.problem();
      Policy policy = small.policy();
      if (!Sound.mistakes(problem).isEmpty() || !(new Tranches(problem, policy, Here.highs()).plan() instanceof Planned.Made(Plan standing))) {
        continue;
      }
      Problem now = small.below(2) == 0 ? problem : fallenOut(problem, standing, small.below(9));
      Set<String> in = small.below(3) == 0 ? Set.of() : Set.of("p" + small.below(4));
      Set<String> out = small.below(3) == 0 ? Set.of() : Set.of("p" + small.below(4));
      var best = new Brute(now, policy, Optional.of(standing), in, out).best();
      switch (new Tranches(now, policy, Here.highs()).adjust(standing, in, out)) {
        case Planned.Made(Plan plan) -> {
          assertThat(Optional.of(plan.days())).as("seed %d", seed).isEqualTo(best);
          possible++;
        }
        case Planned.Impossible(var rules) -> assertThat(best).as("seed %d: %s", seed, rules).isEmpty();
        case Planned.Refused(var mistakes) -> assertThat(mistakes).as("seed %d", seed).isNotEmpty();
        case Planned other -> throw new AssertionError("seed " + seed + ": " + other);
      }
    }
    assertThat(possible).isGreaterThan(PROBLEMS / 20);
  }

  /** One of the plan that stands cannot go any more. */
  private static Problem fallenOut(Problem problem, Plan standing, int which) {
    String ref = standing.days().keySet().stream().skip(which % Math.max(1, standing.days().size())).findFirst().orElse("");
    return problem.withPeople(person -> person.ref().equals(ref) && !person.named()
        ? person.with(Optional.of(Person.CannotGo.UNFIT), person.heldMonths(), person.lot()) : person);
  }
}
