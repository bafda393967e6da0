package homeward.agreement;

import java.util.ArrayList;
import java.util.List;

/** The problems found so far. Those of a value that is not even of the right kind are kept from multiplying. */
final class Findings {
  private static final int MOST = 100;

  private final String file;
  private final Lines lines;
  private final List<Reading.Problem> problems = new ArrayList<>();

  Findings(String file, Lines lines) {
    this.file = file;
    this.lines = lines;
  }

  void add(String path, Fault fault) {
    Reading.Problem problem = new Reading.Problem(file, lines.of(path), Words.plain(path, 200), fault);
    if (problems.size() < MOST && !problems.contains(problem)) {
      problems.add(problem);
    }
  }

  /** For what stands in a wrong value: it is read on with placeholders, and nothing more is said about it. */
  Findings muted() {
    return new Findings(file, lines);
  }

  boolean none() {
    return problems.isEmpty();
  }

  List<Reading.Problem> problems() {
    return List.copyOf(problems);
  }
}
