package homeward.stage;

import java.util.ArrayList;
import java.util.List;

/** What was told so far. */
final class Course {
  private static final int SHOWN = 60;

  private final List<String> lines = new ArrayList<>();

  synchronized void tell(String line) {
    lines.add(line);
  }

  /** The latest lines, the newest last. */
  synchronized List<String> latest() {
    return List.copyOf(lines.subList(Math.max(0, lines.size() - SHOWN), lines.size()));
  }

  synchronized int size() {
    return lines.size();
  }
}
