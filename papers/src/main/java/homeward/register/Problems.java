package homeward.register;

import homeward.register.Reading.Kind;
import homeward.register.Reading.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one file: the first hundred in words, the rest as a number. */
final class Problems {
  private static final int SHOWN = 100;

  private final String file;
  private final List<Problem> first = new ArrayList<>();
  private int more;

  Problems(String file) {
    this.file = file;
  }

  void add(Kind kind, int row, String column, String cure) {
    if (first.size() < SHOWN) {
      first.add(new Problem(file, row, column, kind, cure));
    } else {
      more++;
    }
  }

  boolean any() {
    return !first.isEmpty();
  }

  Reading.Refused refused() {
    return new Reading.Refused(first, more);
  }
}
