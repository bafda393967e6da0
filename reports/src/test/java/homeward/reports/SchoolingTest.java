package homeward.reports;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.intake.Report;
import homeward.language.Language;
import homeward.language.Sides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchoolingTest {
  private static final String SIDES = "sides Norland Norlandic Norlanders | Vestria Vestrian Vestrians";
  private static final Path SCHOOL = Path.of("src/school");

  private static MarkedText text(String... lines) {
    return ((MarkedText.Answer.Texts) MarkedText.read(List.of(lines))).texts().getFirst();
  }

  @Test
  void aMarkStandsBehindItsNumberAndIsNoPartOfTheText() {
    MarkedText text = text(SIDES, "== one 2031-09-14", "Each side freed 303{exchanged military per_side} soldiers, 90 km away.");
    assertThat(text.report().text()).isEqualTo("Each side freed 303 soldiers, 90 km away.");
    assertThat(text.report().date()).contains(LocalDate.of(2031, 9, 14));
    assertThat(text.marks()).containsOnlyKeys(19).containsValue(new MarkedText.Mark("exchanged", "military", "per_side"));
    assertThat(text.sides().names()).extracting(Sides.Name::id).containsExactly("Norland", "Vestria");
  }

  @Test
  void aFileWithoutSidesOrWithAWrongHeadOrMarkIsToldSo() {
    assertThat(wrong("== one 2031-09-14", "303")).contains("the first line has to name the sides");
    assertThat(wrong(SIDES, "== one yesterday", "303")).contains("== NAME YYYY-MM-DD");
    assertThat(wrong(SIDES, "== one 2031-02-30", "303")).contains("no such day");
    assertThat(wrong(SIDES, "== one 2031-09-14", "303{exchanged} people")).contains("one has a mark of other than three words");
  }

  private static String wrong(String... lines) {
    return ((MarkedText.Answer.Wrong) MarkedText.read(List.of(lines))).what();
  }

  /** "The barge had 77 of our own below deck": no line of the grammar knows that wording, marked reports teach it. */
  @Test
  void aReaderLearnsAWordingThatNoRuleKnows() {
    Reader rules = Reader.byRules(Language.english());
    Report met = report("The exchange went on. It rained.\nThe barge had 77 of Norland's own below deck.\nThe harbour counted 31 boats.");
    assertThat(counts(rules, met)).isEmpty();
    List<MarkedText> lot = new ArrayList<>();
    for (int number = 20; number < 80; number++) {
      lot.add(text(SIDES, "== r" + number + " 2031-09-14", "The exchange went on. It rained.",
          "The barge had " + number + "{exchanged all to_one_side} of Norland's own below deck.", "The harbour counted " + (number + 5) + " boats."));
    }
    List<List<MarkedText>> lots = List.of(lot, lot, lot, lot, lot);
    Reader taught = Reader.with(Language.english(), Experience.of(Schooling.learn(Language.english(), lots, (what, done, total) -> { })));
    assertThat(counts(taught, met)).containsExactly("exchanged 77 to_one_side");
  }

  private static Report report(String text) {
    return new Report("met", text, Optional.of(LocalDate.of(2031, 9, 14)), List.of());
  }

  private static List<String> counts(Reader reader, Report report) {
    return reader.read(report, text(SIDES, "== any 2031-09-14", "text").sides()).claims().stream()
        .filter(claim -> claim.what().measure() != Claim.Measure.STAGE)
        .map(claim -> claim.what().measure().word() + ' ' + claim.what().value() + ' ' + claim.whose().basis().word()).toList();
  }

  @Test
  void everyFileOfTheSchoolIsSound() throws IOException {
    for (Path file : lots()) {
      assertThat(MarkedText.read(Files.readAllLines(file))).as(file.toString()).isInstanceOf(MarkedText.Answer.Texts.class);
    }
  }

  @Test
  void everyMarkOfTheSchoolIsOneThatClaimsKnow() throws IOException {
    for (Path file : lots()) {
      for (MarkedText text : ((MarkedText.Answer.Texts) MarkedText.read(Files.readAllLines(file))).texts()) {
        assertThat(text.marks().values()).as(file + " " + text.report().name()).allSatisfy(mark -> {
          assertThat(Stream.of(Claim.Measure.values()).map(Claim.Measure::word)).contains(mark.what());
          assertThat(Stream.of(Claim.Basis.values()).map(basis -> basis.name().toLowerCase(Locale.ROOT))).contains(mark.whose());
        });
      }
    }
  }

  /** Whoever changes a marked report has to let the reader learn again: {@code ./homeward bench reports --learn}. */
  @Test
  void theWeightsWereLearntFromTheSchoolAsItIs() throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Path file : lots()) {
      digest.update(Files.readAllBytes(file));
    }
    String first = Files.readAllLines(Path.of("src/main/resources/homeward/reports/weights-en.txt")).getFirst();
    assertThat(first).endsWith("SHA-256 " + Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest()));
  }

  private static List<Path> lots() throws IOException {
    try (Stream<Path> files = Files.list(SCHOOL)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }
}
