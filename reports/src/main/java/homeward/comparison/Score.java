package homeward.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How the reader did on one report, beside what a careful reader marked in it.
 *
 * @param report the name of the report's file
 * @param marked how many claims were marked
 * @param found how many of them the reader found: measure, value, category and basis are the same
 * @param right how many of those have the marked verdict
 * @param told one line each for what was missed, what was claimed too much, and what has another verdict
 */
public record Score(String report, int marked, int found, int right, List<String> told) {
  private static final String MISSED = "missed: ";
  private static final String TOO_MUCH = "not marked: ";
  private static final String OTHER_VERDICT = "other verdict: ";

  public Score {
    told = List.copyOf(told);
  }

  /** The score of each report that was examined or marked, in the order of the reports. */
  public static List<Score> of(Examination examination, List<Marked> marked) {
    Set<String> names = new LinkedHashSet<>(
        examination.reports().stream().map(report -> report.reading().report().name()).toList());
    marked.forEach(row -> names.add(row.report()));
    return names.stream().map(name -> of(name,
        new ArrayList<>(examination.rows().stream().filter(row -> row.report().equals(name)).toList()),
        marked.stream().filter(row -> row.report().equals(name)).toList())).toList();
  }

  private static Score of(String report, List<Row> rows, List<Marked> marked) {
    List<String> told = new ArrayList<>();
    int found = 0;
    int right = 0;
    for (Marked row : marked) {
      Optional<Row> fits = rows.stream().filter(row::found).findFirst();
      if (fits.isEmpty()) {
        told.add(MISSED + row.words() + ", " + row.verdict());
        continue;
      }
      rows.remove(fits.get());
      found++;
      String verdict = verdict(fits.get());
      if (verdict.equals(row.verdict())) {
        right++;
      } else {
        told.add(OTHER_VERDICT + row.words() + ", marked " + row.verdict() + ", found " + verdict);
      }
    }
    rows.forEach(row -> told.add(TOO_MUCH + words(row)));
    return new Score(report, marked.size(), found, right, told);
  }

  private static String verdict(Row row) {
    return row.judgement().map(judged -> judged.verdict().name()).orElse("");
  }

  private static String words(Row row) {
    String number = String.join(" ", row.measure().word(), row.claim().what().category(), row.qualifier(), row.value(),
        row.basis().word()).replaceAll(" +", " ").strip();
    return number + ", " + verdict(row);
  }

  /** How many claims the reader made that nobody marked. */
  public int tooMuch() {
    return (int) told.stream().filter(line -> line.startsWith(TOO_MUCH)).count();
  }

  /** The table for people: each report, then all of them. */
  public static String text(List<Score> scores) {
    StringBuilder text = new StringBuilder();
    for (Score score : scores) {
      text.append(score.report()).append(": ").append(score.figures()).append('\n');
      score.told().forEach(line -> text.append("  ").append(line).append('\n'));
    }
    return text.append("all ").append(scores.size()).append(scores.size() == 1 ? " report: " : " reports: ")
        .append(all(scores).figures()).append('\n').toString();
  }

  /** All reports together. */
  static Score all(List<Score> scores) {
    return new Score("", scores.stream().mapToInt(Score::marked).sum(), scores.stream().mapToInt(Score::found).sum(),
        scores.stream().mapToInt(Score::right).sum(), scores.stream().flatMap(score -> score.told().stream()).toList());
  }

  /** Recall, precision and the share of right verdicts, each with what it was counted from. */
  String figures() {
    return String.format(Locale.ROOT, "recall %s, precision %s, verdicts %s",
        share(found, marked), share(found, found + tooMuch()), share(right, found));
  }

  private static String share(int part, int whole) {
    return whole == 0 ? "- (0 of 0)" : String.format(Locale.ROOT, "%.2f (%d of %d)", (double) part / whole, part, whole);
  }
}
