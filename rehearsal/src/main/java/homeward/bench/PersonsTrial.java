package homeward.bench;

import homeward.names.FullName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Pairs of persons' full names and nothing else, of many languages: whether they are taken for one as the truth says. */
final class PersonsTrial {
  private final List<String> mistakes = new ArrayList<>();
  private int right;
  private int wrong;
  private int missed;

  private PersonsTrial() {}

  /** Reads the table: case_group, schema, name1, name2, is_match and more. */
  static PersonsTrial of(List<List<String>> rows) {
    PersonsTrial trial = new PersonsTrial();
    rows.stream().skip(1).filter(row -> row.size() > 4 && row.get(1).equals("Person")).forEach(trial::row);
    return trial;
  }

  private void row(List<String> row) {
    double likeness = FullName.of(row.get(2)).likeness(FullName.of(row.get(3)));
    boolean said = likeness >= FullName.SAME;
    boolean truth = row.get(4).equals("true");
    right += said && truth ? 1 : 0;
    wrong += said && !truth ? 1 : 0;
    missed += !said && truth ? 1 : 0;
    if (said != truth) {
      mistakes.add(String.format(Locale.ROOT, "%s %.2f: %s | %s", truth ? "missed" : "wrong", likeness, row.get(2), row.get(3)));
    }
  }

  double f1() {
    return 2.0 * right / Math.max(1, 2 * right + wrong + missed);
  }

  String how() {
    return right + " right, " + wrong + " wrong, " + missed + " missed; threshold " + FullName.SAME;
  }

  List<String> mistakes() {
    return mistakes;
  }
}
