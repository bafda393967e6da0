package homeward.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.language.Language;
import homeward.ledger.Ledger;
import homeward.ledger.LedgerReader;
import homeward.reports.Reader;
import homeward.intake.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whole reports, invented for this purpose, with what a careful reader marked in them; and how the reader is scored. */
class MarkedTest {
  private static final Reader READER = new Reader(Language.english());
  private static final List<String> REPORTS = List.of("first-day.txt", "last-day.txt", "respun.txt");

  @Test
  void everyMarkedClaimIsFoundWithItsVerdictAndNoneMore() {
    List<Score> scores = Score.of(examine(texts(), LedgerReader.reference()), marked());
    assertThat(scores).allSatisfy(score -> assertThat(score.told()).isEmpty());
    assertThat(Score.text(scores)).endsWith("all 3 reports: recall 1.00 (27 of 27), precision 1.00 (27 of 27), verdicts 1.00 (27 of 27)\n");
  }

  /** Numbers, dates and sides change together with the ledger: what a careful reader finds must stay the same. */
  @Test
  void rewrittenReportsFollowTheirRewrittenLedger() {
    for (long seed = 1; seed <= 20; seed++) {
      Rewriting rewriting = Rewriting.of(seed);
      List<Report> texts = texts().stream().map(report -> Report.of(report.name(), rewriting.text(report.text()))).toList();
      List<Marked> expected = marked().stream().map(row -> new Marked(row.report(), row.category(), row.measure(),
          rewriting.value(row.value()), row.qualifier(), row.basis(), row.verdict())).toList();
      byte[] ledger = rewriting.ledger(new String(LedgerReader.reference(), StandardCharsets.UTF_8));
      List<String> told = Score.of(examine(texts, ledger), expected).stream().flatMap(score -> score.told().stream()).toList();
      assertThat(told).as("rewritten with seed " + seed).isEmpty();
    }
  }

  @Test
  void aMissAFalseClaimAndAnotherVerdictAreEachTold() {
    List<Report> texts = texts().subList(2, 3);
    List<Marked> rows = List.of(
        new Marked("respun.txt", "military", "exchanged", "303", "exact", "per_side", "CONTRADICTS"),
        new Marked("respun.txt", "all", "exchanged", "999", "exact", "per_side", "AGREES"));
    Score score = Score.of(examine(texts, LedgerReader.reference()), rows).getFirst();
    assertThat(score.told()).contains(
        "other verdict: exchanged military exact 303 per_side, marked CONTRADICTS, found AGREES",
        "missed: exchanged all exact 999 per_side, AGREES",
        "not marked: stage completed, AGREES");
    assertThat(score.figures()).isEqualTo("recall 0.50 (1 of 2), precision 0.17 (1 of 6), verdicts 0.00 (0 of 1)");
  }

  @Test
  void aReportWithoutAMarkedClaimHasNoRecall() {
    Score nothing = new Score("r", 0, 0, 0, List.of());
    assertThat(nothing.figures()).isEqualTo("recall - (0 of 0), precision - (0 of 0), verdicts - (0 of 0)");
  }

  @Test
  void columnsMayStandInAnyOrderAndRowsOfOtherMeasuresAreLeftAside() {
    List<List<String>> lines = List.of(
        List.of("note", "verdict", "basis", "qualifier", "value", "measure", "category", "report"),
        List.of("", "AGREES", "per_side", "exact", "303", "exchanged", "all", "a.txt"),
        List.of("", "OUTSIDE", "total", "over", "8000000", "displaced", "", "a.txt"));
    assertThat(Marked.read(lines)).isEqualTo(new Marked.Answer.Rows(
        List.of(new Marked("a.txt", "all", "exchanged", "303", "exact", "per_side", "AGREES"))));
  }

  @Test
  void aMissingColumnAndAShortRowAreNamed() {
    assertThat(Marked.read(List.of(List.of("report", "value")))).isInstanceOfSatisfying(
        Marked.Answer.Wrong.class, wrong -> assertThat(wrong.what()).contains("\"category\""));
    assertThat(Marked.read(List.of(Marked.COLUMNS, List.of("a.txt", "all")))).isInstanceOfSatisfying(
        Marked.Answer.Wrong.class, wrong -> assertThat(wrong.what()).isEqualTo("line 2 has 2 cells, the first line 7"));
  }

  private static List<Report> texts() {
    return REPORTS.stream().map(name -> Report.of(name, resource(name))).toList();
  }

  /** No cell of this file before its note holds a comma. */
  private static List<Marked> marked() {
    List<List<String>> lines = resource("claims.csv").lines()
        .map(line -> Arrays.asList(Pattern.compile(",").split(line, 10))).toList();
    return Marked.read(lines) instanceof Marked.Answer.Rows rows ? rows.rows() : List.of();
  }

  private static Examination examine(List<Report> reports, byte[] bytes) {
    Optional<Ledger> ledger = LedgerReader.read(bytes) instanceof LedgerReader.Answer.Sound sound
        ? Optional.of(sound.ledger()) : Optional.empty();
    assertThat(ledger).as("the ledger adds up").isPresent();
    return Examination.of(reports, ledger, READER);
  }

  private static String resource(String name) {
    try (var stream = MarkedTest.class.getResourceAsStream("marked/" + name)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
