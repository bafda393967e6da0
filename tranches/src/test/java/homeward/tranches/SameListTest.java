package homeward.tranches;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.problem.Invention;
import homeward.problem.Plan;
import homeward.problem.Policy;
import homeward.problem.Problem;
import homeward.problem.Sound;
import homeward.solver.Engines;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two engines that search in different ways come to the same list, person by person and vehicle by vehicle. */
class SameListTest {
  private static Planned plan(Problem problem, Policy policy, Engines.Name engine) {
    return new Tranches(problem, policy, Here.engine(engine)).plan();
  }

  private static void assertSame(Planned one, Planned other, String which) {
    assertThat(other.getClass()).as(which).isEqualTo(one.getClass());
    if (one instanceof Planned.Made(Plan first) && other instanceof Planned.Made(Plan second)) {
      assertThat(second.listHash()).as(which).isEqualTo(first.listHash());
      assertThat(second.stages()).as(which).isEqualTo(first.stages());
    }
  }

  @Test
  void ofSmallProblemsWithEveryKindOfRule() {
    for (long seed = 1001; seed <= 1060; seed++) {
      Small small = new Small(seed);
      Problem problem = small.problem();
      Policy policy = small.policy();
      if (Sound.mistakes(problem).isEmpty()) {
        assertSame(plan(problem, policy, Engines.Name.HIGHS), plan(problem, policy, Engines.Name.CPSAT), "seed " + seed);
      }
    }
  }

  @Test
  void ofALargerProblemAndOfAnAdjustment() {
    Problem problem = Invention.threeDays(150, 11);
    Policy policy = Policy.toBeginWith();
    Planned first = plan(problem, policy, Engines.Name.HIGHS);
    assertSame(first, plan(problem, policy, Engines.Name.CPSAT), "150 people");
    Plan plan = ((Planned.Made) first).plan();
    String ref = problem.people().stream().filter(person -> plan.days().containsKey(person.ref()) && !person.named()).findFirst().orElseThrow().ref();
    assertSame(new Tranches(problem, policy, Here.highs()).adjust(plan, Set.of(), Set.of(ref)),
        new Tranches(problem, policy, Here.engine(Engines.Name.CPSAT)).adjust(plan, Set.of(), Set.of(ref)), "without " + ref);
  }
}
