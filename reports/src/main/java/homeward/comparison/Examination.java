package homeward.comparison;

import homeward.ledger.Judge;
import homeward.ledger.Judgement;
import homeward.ledger.Judgement.Verdict;
import homeward.ledger.Ledger;
import homeward.language.Sides;
import homeward.language.Span;
import homeward.reports.Reader;
import homeward.reports.Reading;
import homeward.intake.Report;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reports of one event, read, judged and set side by side.
 *
 * @param title what the ledger is about; empty when there is none
 * @param reports each report with its findings, in the order given
 * @param copies which reports share so much wording that one seems to copy the other
 */
public record Examination(String title, List<Examined> reports, List<Pair> copies) {
  public Examination {
    reports = List.copyOf(reports);
    copies = List.copyOf(copies);
  }

  /**
   * One report with its findings.
   *
   * @param understood whether it is in the reader's language
   * @param rows one row a claim
   * @param sums how its own figures stand to each other
   */
  public record Examined(Reading reading, boolean understood, List<Row> rows, List<Sum> sums) {
    public Examined {
      rows = List.copyOf(rows);
      sums = List.copyOf(sums);
    }
  }

  /**
   * Figures of one report that belong together.
   *
   * @param agree whether they do
   * @param words the arithmetic, a sentence
   * @param spans where the figures stand
   */
  public record Sum(boolean agree, String words, List<Span> spans) {
    public Sum {
      spans = List.copyOf(spans);
    }
  }

  /**
   * Two reports with much wording in common.
   *
   * @param earlier the one that seems to be the source: the one published first, or, on one day, the longer one
   * @param later the one that seems to copy
   * @param percent how much of the later one's wording stands in the earlier one
   */
  public record Pair(String earlier, String later, int percent) {}

  /**
   * Examines reports.
   *
   * @param ledger what to judge them by; without one the rows have no verdict
   */
  public static Examination of(List<Report> reports, Optional<Ledger> ledger, Reader reader) {
    Sides sides = ledger.map(Ledger::sides).orElse(Sides.UNKNOWN);
    List<Examined> examined = reports.stream().map(report -> examine(report, sides, ledger, reader)).toList();
    String title = ledger.map(Ledger::title).orElse("");
    return new Examination(title, examined, Copies.among(examined.stream().map(Examined::reading).toList()));
  }

  private static Examined examine(Report report, Sides sides, Optional<Ledger> ledger, Reader reader) {
    if (!reader.understands(report)) {
      Reading nothing = new Reading(report, report.date(), List.of(), List.of(), List.of(), Set.of());
      return new Examined(nothing, false, List.of(), List.of());
    }
    Reading reading = reader.read(report, sides);
    List<Row> rows = ledger.isPresent()
        ? new Judge(ledger.get()).judge(reading).stream().map(judgement -> Row.of(report.name(), judgement)).toList()
        : reading.claims().stream().map(claim -> Row.of(report.name(), claim)).toList();
    return new Examined(reading, true, rows, Consistency.of(reading));
  }

  /** All rows of all reports. */
  public List<Row> rows() {
    return reports.stream().flatMap(report -> report.rows().stream()).toList();
  }

  /** Whether some claim contradicts the ledger, or a report itself. */
  public boolean contradicted() {
    return rows().stream().flatMap(row -> row.judgement().stream()).map(Judgement::verdict)
        .anyMatch(verdict -> verdict == Verdict.CONTRADICTS);
  }
}
