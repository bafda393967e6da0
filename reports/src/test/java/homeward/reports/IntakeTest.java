package homeward.reports;

import homeward.intake.Intake;
import homeward.intake.Report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import homeward.language.Language;
import homeward.language.Sides;
import homeward.intake.Intake.Problem;
import homeward.intake.Intake.Refused;
import homeward.intake.Intake.Taken;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whatever file comes is read, or told why not; never run, never fetched, never a hang. */
class IntakeTest {
  private static final Reader READER = new Reader(Language.english());
  private static final String CLAIM = "On Friday Norland and Vestria each released 390 prisoners in an exchange.";

  private static Intake take(String name, byte[] bytes) {
    return Intake.of(name, bytes, Optional.empty());
  }

  private static Intake take(String text) {
    return take("report.txt", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Report report(Intake intake) {
    assertThat(intake).isInstanceOf(Taken.class);
    return ((Taken) intake).report();
  }

  private static Problem problem(Intake intake) {
    assertThat(intake).isInstanceOf(Refused.class);
    return ((Refused) intake).problem();
  }

  private static Reading read(Intake intake) {
    return READER.read(report(intake), Sides.UNKNOWN);
  }

  private static <T> T soon(Supplier<T> work) {
    return assertTimeoutPreemptively(Duration.ofSeconds(60), work::get);
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThat(problem(take(" \n\t "))).isEqualTo(Problem.EMPTY);
  }

  @Test
  void aBinaryFileIsRefused() {
    assertThat(problem(take("picture.txt", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 13}))).isEqualTo(Problem.BINARY);
    assertThat(problem(take("\u0001\u0002\u0003\u0004\u0005\u0006 abc"))).isEqualTo(Problem.BINARY);
  }

  @Test
  void aPdfIsRefusedWithItsCure() {
    assertThat(problem(take("%PDF-1.7 ..."))).isEqualTo(Problem.PDF);
    assertThat(Problem.PDF.words()).contains("give its text");
  }

  @Test
  void aFileOfMoreThan64MegabytesIsRefused() {
    assertThat(problem(take("long.txt", new byte[Intake.MOST_BYTES + 1]))).isEqualTo(Problem.TOO_LARGE);
  }

  @Test
  void aPageOf50MegabytesIsReadInTime() {
    String filler = "<div><p>The weather was fine and nobody was released.</p></div>\n".repeat(900_000);
    byte[] page = ("<html><body><p>" + CLAIM + "</p>" + filler + "</body></html>").getBytes(StandardCharsets.UTF_8);
    assertThat(page.length).isGreaterThan(50 << 20);
    Reading reading = soon(() -> read(take("page.html", page)));
    assertThat(reading.claims()).hasSize(1);
    assertThat(reading.report().notes()).isNotEmpty();
  }

  @Test
  void scriptsStylesAndNavigationAreNotText() {
    String page = "<!doctype html><html><head><title>x</title><script>document.write('each side released 500 prisoners')"
        + "</script></head><body><nav><p>Each side released 400 prisoners.</p></nav><style>p{}</style><p>" + CLAIM + "</p>"
        + "<script>if (1 < 2) { '</p><p>each side released 600 prisoners' }</script>"
        + "<img src=x onerror=\"alert('released 700 prisoners')\"><footer>Each side released 800 prisoners.</footer></body></html>";
    Reading reading = read(take("page.html", page.getBytes(StandardCharsets.UTF_8)));
    assertThat(reading.claims()).extracting(claim -> claim.what().value()).containsExactly(390L);
  }

  @Test
  void deepNestingDoesNoHarm() {
    String page = "<html>" + "<div>".repeat(300_000) + "<p>" + CLAIM + "</p>" + "</div>".repeat(300_000);
    assertThat(soon(() -> read(take("deep.html", page.getBytes(StandardCharsets.UTF_8)))).claims()).hasSize(1);
  }

  @Test
  void unclosedTagsAndQuotesDoNoHarm() {
    String page = "<html><p class=\"" + "a".repeat(500_000) + "<p>" + CLAIM + "<p a='" + "<".repeat(500_000);
    assertThat(soon(() -> take("torn.html", page.getBytes(StandardCharsets.UTF_8)))).isNotNull();
  }

  @Test
  void entitiesBecomeCharacters() {
    String page = "<html><body><p>Each side released 1&thinsp;000 prisoners &amp; went home &#8212; in an exchange.</p></body></html>";
    assertThat(read(take("page.html", page.getBytes(StandardCharsets.UTF_8))).claims())
        .extracting(claim -> claim.what().value()).containsExactly(1000L);
  }

  @Test
  void thePagesOwnDateCounts() {
    String page = "<html><head><meta property=\"article:published_time\" content=\"2031-09-12T10:00:00Z\"></head><body><p>"
        + CLAIM + "</p></body></html>";
    assertThat(report(take("page.html", page.getBytes(StandardCharsets.UTF_8))).date()).contains(LocalDate.of(2031, 9, 12));
  }

  @Test
  void anotherEncodingIsReadAndNoted() {
    byte[] bytes = "Each side released 390 prisoners \u2013 in an exchange.".getBytes(Charset.forName("windows-1252"));
    Report report = report(take("old.txt", bytes));
    assertThat(report.notes()).singleElement().asString().contains("Windows-1252");
    assertThat(report.text()).contains("\u2013");
  }

  @Test
  void anotherLanguageIsToldApart() {
    String ukrainian = "Сторони провели обмін у форматі 390 на 390. Додому повернулися військові та цивільні. ".repeat(10);
    assertThat(READER.understands(report(take(ukrainian)))).isFalse();
    String german = "Beide Seiten haben am Freitag jeweils 390 Gefangene freigelassen, teilte das Ministerium mit. ".repeat(10);
    assertThat(READER.understands(report(take(german)))).isFalse();
    assertThat(READER.understands(report(take((CLAIM + " The people were taken home by bus. ").repeat(5))))).isTrue();
  }

  @Test
  void aTextWithoutClaimsHasNone() {
    assertThat(read(take("The weather in the capital was fine on Friday, and 300 people went to the theatre.")).claims()).isEmpty();
  }

  @Test
  void furnitureAndOtherStoriesAreLeftOut() {
    Reading reading = read(take("Credit: Agency |\n" + CLAIM + "\nRead more: Norland and Vestria swap 205 prisoners\n"
        + "Related stories\nBoth sides released 150 prisoners\nActor to marry again"));
    assertThat(reading.claims()).extracting(claim -> claim.what().value()).containsExactly(390L);
    assertThat(reading.leftOut()).hasSize(5);
  }

  @Test
  void randomBytesNeverHangOrBreak() {
    SplittableRandom random = new SplittableRandom(20310914);
    for (int trial = 0; trial < 300; trial++) {
      byte[] bytes = new byte[random.nextInt(4000)];
      random.nextBytes(bytes);
      Intake intake = soon(() -> take("noise.html", bytes));
      if (intake instanceof Taken taken) {
        soon(() -> READER.read(taken.report(), Sides.UNKNOWN));
      }
    }
  }

  /** Words of the grammar in any order, with marks, numbers and dates that make no sense. */
  @Test
  void randomWordsNeverHangOrBreak() {
    String[] words = {"each", "side", "released", "1,000", "for", "303", "prisoners", ".", ",", "May", "31", "February", "30",
        "2031", "Friday", "over", "nearly", "half", "a", "million", "\u0663\u0660\u0663", "percent", "(", ")", "\u2014", "-", "in exchange",
        "Norland", "and", "Vestria", "both", "the same number", "was", "completed", "first", "part", "of", "swap", "\n", "99999999999999999",
        "1.5", "hundred", "since", "the war", "average", "per exchange", "\u202e", "youngest", "25", "\ud83d\ude00"};
    SplittableRandom random = new SplittableRandom(42);
    for (int trial = 0; trial < 400; trial++) {
      StringBuilder text = new StringBuilder();
      for (int word = random.nextInt(400); word > 0; word--) {
        text.append(words[random.nextInt(words.length)]).append(random.nextInt(8) == 0 ? "" : " ");
      }
      Report report = Report.of("noise", text.toString());
      Reading reading = soon(() -> READER.read(report, Sides.UNKNOWN));
      assertThat(reading.claims()).allMatch(claim -> claim.span().end() <= report.text().length());
    }
  }

  @Test
  void aSentenceWithoutEndIsReadInTime() {
    String endless = "each side released 303 prisoners and 25 people for 61 others over ".repeat(7_000);
    assertThat(soon(() -> READER.read(Report.of("endless", endless), Sides.UNKNOWN))).isNotNull();
  }

  @Test
  void aDateThatDoesNotExistIsNoDay() {
    Reading reading = READER.read(Report.of("r", "On 31 February 2031 each side released 390 prisoners in an exchange."), Sides.UNKNOWN);
    assertThat(reading.claims()).singleElement().satisfies(claim -> assertThat(claim.when().known()).isFalse());
  }

  @Test
  void contradictoryUnitsCountNobody() {
    assertThat(read(take("The exchange of 300 tonnes of prisoners' parcels and 40% of 25 km took place on Friday.")).claims()).isEmpty();
  }
}
