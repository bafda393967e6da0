package homeward.tranches;

import homeward.solver.Engine;
import homeward.solver.Engines;

/** The engines on the machine of the tests. */
final class Here {
  private Here() {}

  static Engine highs() {
    return engine(Engines.Name.HIGHS);
  }

  static Engine engine(Engines.Name name) {
    return switch (Engines.find(name)) {
      case Engines.Choice.Ready(Engine engine) -> engine;
      case Engines.Choice.Absent(String why) -> throw new AssertionError(why);
    };
  }
}
