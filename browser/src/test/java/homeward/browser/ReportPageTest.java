package homeward.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import homeward.comparison.Examination;
import homeward.language.Language;
import homeward.ledger.Ledger;
import homeward.ledger.LedgerReader;
import homeward.reports.Reader;
import homeward.intake.Report;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of reports beside a ledger: on a phone, in the dark, by keyboard and on paper. */
class ReportPageTest {
  private static final int PHONE = 360;
  private static final int PAPER = 720;
  private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

  /** Claims of every verdict, furniture, a word too long for a line, and a claim that contradicts itself. */
  private static final List<Report> REPORTS = List.of(
      Report.of("first.txt", """
          May 23, 2025
          Buses cross the frontier
          Russia and Ukraine each freed 390 prisoners on Friday, 270 soldiers and 120 civilians. In all 780 people came home.
          In the exchange 390 captives were freed. Each side had freed 205 soldiers on 6 May. The exchange is completed.
          Read more: What the talks left open
          """),
      Report.of("a-report-whose-name-is-as-long-as-the-address-of-the-page-where-somebody-found-it-in-2025.txt", """
          May 25, 2025
          Each side released 400 prisoners on Sunday. An average of 50 came home per exchange in 2022, and more than 200 in 2025.
          The oldest of the Ukrainians freed is 61. Lopadotemachoselachogaleokranioleipsanodrimhypotrimmatosilphio
          """));

  private static Chromium chromium;
  private static String html;

  @BeforeAll
  static void writesThePage() {
    chromium = Chromium.start();
    Optional<Ledger> ledger = LedgerReader.read(LedgerReader.reference()) instanceof LedgerReader.Answer.Sound sound
        ? Optional.of(sound.ledger()) : Optional.empty();
    html = homeward.comparison.Page.html(Examination.of(REPORTS, ledger, new Reader(Language.english())));
  }

  @AfterAll
  static void closes() {
    if (chromium != null) {
      chromium.close();
    }
  }

  private static Page opened(BrowserContext context) {
    Page page = context.newPage();
    page.setContent(html);
    return page;
  }

  private static int wide(Page page) {
    return ((Number) Objects.requireNonNull(page.evaluate("document.documentElement.scrollWidth"))).intValue();
  }

  @Test
  void thePageShowsEveryVerdict() {
    assertThat(html).contains("label agrees\"", "label agrees-both-sides\"", "label contradicts\"", "label ambiguous\"", "label outside\"");
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 360", "DARK, 360", "LIGHT, 1200", "DARK, 1200"})
  void axeFindsNoFaultAndNothingSticksOut(ColorScheme scheme, int width) {
    try (BrowserContext context = chromium.looking("en", scheme, width)) {
      Page page = opened(context);
      assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations()).isEmpty();
      assertThat(wide(page)).isEqualTo(width);
    }
  }

  @Test
  void theKeyboardComesToTheTableFirstAndSeesWhereItIs() {
    try (BrowserContext context = chromium.looking("en", ColorScheme.LIGHT, PHONE)) {
      Page page = opened(context);
      page.keyboard().press("Tab");
      assertThat(page.evaluate("document.activeElement.getAttribute('href')")).isEqualTo("#side");
      assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).isEqualTo("solid");
      page.keyboard().press("Enter");
      page.keyboard().press("Tab");
      assertThat(page.evaluate("document.activeElement.className")).isEqualTo("wide");
      assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).isEqualTo("solid");
    }
  }

  @Test
  void onPaperItIsDarkOnWhiteAndFitsTheSheet() {
    try (BrowserContext context = chromium.looking("en", ColorScheme.DARK, PAPER)) {
      Page page = opened(context);
      assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor")).isNotEqualTo("rgb(255, 255, 255)");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor")).isEqualTo("rgb(255, 255, 255)");
      assertThat(wide(page)).isEqualTo(PAPER);
    }
  }
}
