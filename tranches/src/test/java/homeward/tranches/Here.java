package homeward.tranches;

import homeward.problem.Plan;
import homeward.problem.Policy;
import homeward.problem.Problem;
import homeward.solver.Engine;
import homeward.solver.Engines;

/** The engines on the machine of the tests, and plans by the first of them. */
public final class Here {
  private Here() {}

  public static Engine highs() {
    return engine(Engines.Name.HIGHS);
  }

  public static Engine engine(Engines.Name name) {
    return switch (Engines.find(name)) {
      case Engines.Choice.Ready(Engine engine) -> engine;
      case Engines.Choice.Absent(String why) -> throw new AssertionError(why);
    };
  }

  public static Plan plan(Problem problem, Policy policy) {
    return switch (new Tranches(problem, policy, highs()).plan()) {
      case Planned.Made(Plan plan) -> plan;
      case Planned other -> throw new AssertionError(other);
    };
  }
}
