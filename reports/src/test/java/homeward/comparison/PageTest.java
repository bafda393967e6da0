package homeward.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.language.Language;
import homeward.ledger.LedgerReader;
import homeward.ledger.LedgerReader.Answer;
import homeward.reports.Reader;
import homeward.intake.Report;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The page needs nothing else, runs nothing, and says in words what it says in colour. */
class PageTest {
  private static String page(String... texts) {
    List<Report> reports = List.of(texts).stream().map(text -> Report.of("<i>" + text.length() + "</i>.txt", text)).toList();
    if (!(LedgerReader.read(LedgerReader.reference()) instanceof Answer.Sound sound)) {
      throw new IllegalStateException("the reference ledger does not add up");
    }
    return Page.html(Examination.of(reports, Optional.of(sound.ledger()), new Reader(Language.english())));
  }

  private static final String STORY = """
      On May 23, 2025, each side released 390 prisoners in an exchange.
      On May 24, 2025, each side released 317 prisoners.<script>alert(1)</script>
      """;

  @Test
  void whateverAReportHoldsIsShownAndNeverRun() {
    assertThat(page(STORY)).doesNotContain("<script").contains("&lt;script&gt;").doesNotContain("<i>1").contains("default-src 'none'");
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    assertThat(page(STORY)).doesNotContain("http://").doesNotContain("https://").doesNotContain(" src=").doesNotContain("@import");
  }

  @Test
  void everyMarkHasItsNoteAndItsWord() {
    String page = page(STORY);
    assertThat(page).contains("class=\"mark agrees\" id=\"c0-0\" href=\"#n0-0\"").contains("<li id=\"n0-0\">");
    assertThat(page).contains("<span class=\"label contradicts\">contradicts</span>").contains("307 on each side");
  }

  @Test
  void thePlotHasATitleADescriptionAndATable() {
    assertThat(page(STORY)).contains("<title id=\"plot-title\">").contains("<desc id=\"plot-desc\">").contains("The same as a table");
  }

  @Test
  void severalReportsStandSideBySide() {
    String other = "On May 23, 2025, 390 prisoners from each side were freed in an exchange, it was said in the evening.";
    assertThat(page(STORY, other)).contains("All claims side by side").contains("does not say");
  }
}
