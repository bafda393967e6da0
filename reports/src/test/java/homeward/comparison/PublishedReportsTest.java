package homeward.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import homeward.language.Language;
import homeward.ledger.LedgerReader;
import homeward.ledger.LedgerReader.Answer;
import homeward.reports.Intake;
import homeward.reports.Reader;
import homeward.reports.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Measures the reader on published reports and what a careful reader found in them. They are no part of the project:
 * the property or variable HOMEWARD_REPORTS_DATA names the folder that holds them and their claims.csv.
 */
class PublishedReportsTest {
  private static final int FIELDS = 10;

  private Path folder = Path.of("");

  /** A row of claims.csv. */
  private record Expected(String report, String category, String measure, String value, String wording, String basis, String verdict) {
    boolean fits(Row row) {
      boolean stage = measure.equals("stage");
      return report.equals(row.report()) && measure.equals(row.measure().word()) && value.equals(row.value())
          && category.equals(row.claim().what().category()) && basis.equals(row.basis().word())
          && (!stage || wording.equals(row.qualifier()));
    }
  }

  @BeforeEach
  void dataIsThere() {
    String named = System.getProperty("HOMEWARD_REPORTS_DATA", System.getenv().getOrDefault("HOMEWARD_REPORTS_DATA", ""));
    folder = Path.of(named);
    boolean there = !named.isEmpty() && Files.isReadable(folder.resolve("claims.csv"));
    if (!there) {
      System.out.println("data absent: HOMEWARD_REPORTS_DATA names no folder with claims.csv; published reports were not measured");
    }
    assumeTrue(there, "data absent");
  }

  @Test
  void everyRowAboutAnExchangeIsFoundAndAtMostOneClaimAReportIsFalse() throws IOException {
    List<Expected> expected = expected();
    List<Row> rows = new ArrayList<>(examine().rows());
    List<Expected> missed = new ArrayList<>();
    List<String> otherVerdict = new ArrayList<>();
    for (Expected row : expected) {
      Optional<Row> found = rows.stream().filter(row::fits).findFirst();
      if (found.isEmpty()) {
        missed.add(row);
      } else {
        rows.remove(found.get());
        String verdict = found.get().judgement().orElseThrow().verdict().name();
        if (!verdict.equals(row.verdict())) {
          otherVerdict.add(row + " found " + verdict);
        }
      }
    }
    System.out.printf("published reports: %d of %d rows found, %d with another verdict, %d claims more%n",
        expected.size() - missed.size(), expected.size(), otherVerdict.size(), rows.size());
    assertThat(missed).isEmpty();
    assertThat(otherVerdict).isEmpty();
    assertThat(rows.size()).isLessThanOrEqualTo((int) expected.stream().map(Expected::report).distinct().count());
  }

  private Examination examine() throws IOException {
    List<Report> reports = new ArrayList<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".txt")).sorted().toList()) {
        Intake intake = Intake.of(file.getFileName().toString(), Files.readAllBytes(file), Optional.empty());
        if (intake instanceof Intake.Taken taken) {
          reports.add(taken.report());
        }
      }
    }
    if (!(LedgerReader.read(LedgerReader.reference()) instanceof Answer.Sound sound)) {
      throw new IllegalStateException("the reference ledger does not add up");
    }
    return Examination.of(reports, Optional.of(sound.ledger()), new Reader(Language.english()));
  }

  private List<Expected> expected() throws IOException {
    return Files.readAllLines(folder.resolve("claims.csv")).stream().skip(1)
        .map(line -> Arrays.asList(line.split(",", FIELDS)))
        .map(row -> new Expected(row.get(0), row.get(3), row.get(4), row.get(5), row.get(6), row.get(7), row.get(8)))
        .filter(row -> !row.measure().equals("displaced")).toList();
  }
}
