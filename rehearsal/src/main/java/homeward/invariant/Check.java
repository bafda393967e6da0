package homeward.invariant;

import java.util.List;
import java.util.Set;

/** Reads one log that a node holds, and says in words where an invariant does not hold in it. */
interface Check {
  List<String> of(Log log);

  /**
   * A log as a node holds it, read once for all checks.
   *
   * @param words names and reasons that must stand nowhere
   */
  record Log(Evidence.Held held, List<Line> lines, List<Deed> deeds, Set<String> words) {
    static Log of(Evidence.Held held, Set<String> words) {
      List<Line> lines = Line.of(held.log());
      return new Log(held, lines, Deed.of(lines), words);
    }
  }
}
