package homeward.comparison;

import homeward.reports.Claim.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A claim as somebody who read a report marked it, to measure the reader by: a row of a claims.csv. The names of its
 * values are those of docs/formats.md.
 *
 * @param report the name of the report's file
 * @param category the people counted; empty for a stage
 * @param measure what is measured
 * @param value the number; empty for a stage
 * @param qualifier the qualifier of a number; the wording of a stage
 * @param basis on what basis it counts; empty where nothing is counted
 * @param verdict how it stands to the ledger
 */
public record Marked(
    String report, String category, String measure, String value, String qualifier, String basis, String verdict) {
  /** The columns of such a file that are read; others may stand beside them, in any order. */
  public static final List<String> COLUMNS =
      List.of("report", "category", "measure", "value", "qualifier", "basis", "verdict");

  private static final Set<String> MEASURES = Arrays.stream(Measure.values()).map(Measure::word).collect(Collectors.toSet());

  /** The rows of a file, or why it is none. */
  public sealed interface Answer {
    /** The rows about exchanges, in order; a row whose measure the reader has no word for is left aside. */
    record Rows(List<Marked> rows) implements Answer {
      public Rows {
        rows = List.copyOf(rows);
      }
    }

    /** What is wrong, and where. */
    record Wrong(String what) implements Answer {}
  }

  /** Reads the lines of such a file, cut into cells; the first names the columns. */
  public static Answer read(List<List<String>> lines) {
    List<String> heading = lines.isEmpty() ? List.of() : lines.getFirst();
    Optional<String> missing = COLUMNS.stream().filter(name -> !heading.contains(name)).findFirst();
    if (missing.isPresent()) {
      return new Answer.Wrong("its first line names no column \"" + missing.get() + "\"; it needs " + String.join(",", COLUMNS));
    }
    List<Marked> rows = new ArrayList<>();
    for (int at = 1; at < lines.size(); at++) {
      List<String> cells = lines.get(at);
      if (cells.size() < heading.size()) {
        return new Answer.Wrong("line " + (at + 1) + " has " + cells.size() + " cells, the first line " + heading.size());
      }
      Marked row = of(COLUMNS.stream().map(name -> cells.get(heading.indexOf(name)).strip()).toList());
      if (MEASURES.contains(row.measure())) {
        rows.add(row);
      }
    }
    return new Answer.Rows(rows);
  }

  private static Marked of(List<String> cells) {
    return new Marked(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5), cells.get(6));
  }

  /** Whether a row of the reader is this claim: measure, value, category and basis, and for a stage its wording. */
  boolean found(Row row) {
    boolean stage = measure.equals(Measure.STAGE.word());
    return report.equals(row.report()) && measure.equals(row.measure().word()) && value.equals(row.value())
        && category.equals(row.claim().what().category()) && basis.equals(row.basis().word())
        && (!stage || qualifier.equals(row.qualifier()));
  }

  /** The claim in a few words. */
  String words() {
    return measure.equals(Measure.STAGE.word()) ? measure + " " + qualifier
        : String.join(" ", measure, category, qualifier, value, basis).replaceAll(" +", " ");
  }
}
