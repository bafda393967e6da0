package homeward.command;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.ledger.Ledger;
import homeward.ledger.LedgerReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person gets from the commands about reports. */
class ReportsTest {
  private static final String REPORT = "Published May 25, 2025\n\nOn Sunday Russia and Ukraine each freed 303 soldiers.\n";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... words) {
    return Main.run(List.of(words), new PrintWriter(out, true), new PrintWriter(err, true));
  }

  private static void mark(Path folder, String row) throws IOException {
    Files.writeString(folder.resolve("report.txt"), REPORT);
    Files.writeString(folder.resolve("claims.csv"),
        "report,event_date,party,category,measure,value,qualifier,basis,verdict,note\n" + row + "\n");
  }

  @Test
  void aFolderOfMarkedReportsIsScored(@TempDir Path folder) throws Exception {
    mark(folder, "report.txt,2025-05-25,both,military,exchanged,303,exact,per_side,AGREES,\"a note, with a comma\"");
    assertThat(run("bench", "reports", "--claims", folder.toString())).as(err.toString()).isZero();
    assertThat(out).hasToString("""
        report.txt: recall 1.00 (1 of 1), precision 1.00 (1 of 1), verdicts 1.00 (1 of 1)
        all 1 report: recall 1.00 (1 of 1), precision 1.00 (1 of 1), verdicts 1.00 (1 of 1)
        """);
  }

  @Test
  void eachMistakeOfTheReaderIsListed(@TempDir Path folder) throws Exception {
    mark(folder, "report.txt,2025-05-25,both,civilian,exchanged,120,exact,per_side,AGREES,");
    assertThat(run("bench", "reports", "--claims", folder.toString())).as(err.toString()).isZero();
    assertThat(out.toString()).contains(
        "missed: exchanged civilian exact 120 per_side, AGREES", "not marked: exchanged military exact 303 per_side, AGREES");
  }

  @Test
  void aFolderWithoutClaimsIsDataAbsent(@TempDir Path folder) {
    assertThat(run("bench", "reports", "--claims", folder.toString())).isEqualTo(Exit.INPUT_REFUSED.code());
    assertThat(err.toString()).startsWith("data absent: ");
    assertThat(out.toString()).isEmpty();
  }

  private static Path lot(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), "sides Norland Norlandic | Vestria Vestrian\n== " + name + " 2031-09-14\n" + text + "\n");
  }

  @Test
  void theReaderLearnsFromAFolderOfMarkedReports(@TempDir Path folder) throws Exception {
    for (int number = 20; number < 26; number++) {
      lot(folder, "lot-" + number + ".txt", "Each side freed " + number + "{exchanged all per_side} people. Some 90 km away it rained.");
    }
    Path weights = folder.resolve("weights");
    assertThat(run("bench", "reports", "--learn", folder.toString(), "--into", weights.toString())).as(err.toString()).isZero();
    assertThat(out.toString()).contains("learnt from 6 reports");
    assertThat(Files.readAllLines(weights).getFirst()).startsWith("# learnt from marked reports: SHA-256 ");
    assertThat(Files.readAllLines(weights)).contains("question what: exchanged none", "network second", "question whose: per_side");
  }

  @Test
  void whatCannotBeLearntFromIsRefusedAndNothingIsWritten(@TempDir Path folder) throws Exception {
    Path weights = folder.resolve("weights");
    String[] learn = {"bench", "reports", "--learn", folder.toString(), "--into", weights.toString()};
    assertThat(run("bench", "reports", "--learn", folder.resolve("nowhere").toString(), "--into", weights.toString()))
        .isEqualTo(Exit.INPUT_REFUSED.code());
    lot(folder, "one.txt", "Each side freed 20{exchanged all per_side} people.");
    assertThat(run(learn)).isEqualTo(Exit.INPUT_REFUSED.code());
    assertThat(err.toString()).contains("fewer than two files of marked reports");
    Path two = lot(folder, "two.txt", "Each side freed 20 people.");
    assertThat(run(learn)).isEqualTo(Exit.INPUT_REFUSED.code());
    assertThat(err.toString()).contains("no number is marked as people exchanged");
    Files.writeString(two, "Each side freed 20{exchanged all per_side} people.\n");
    assertThat(run(learn)).isEqualTo(Exit.INPUT_REFUSED.code());
    assertThat(err.toString()).contains("the first line has to name the sides");
    assertThat(weights).doesNotExist();
  }

  @Test
  void claimsWithoutTheirColumnsAreRefused(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("claims.csv"), "report,value\nreport.txt,303\n");
    assertThat(run("bench", "reports", "--claims", folder.toString())).isEqualTo(Exit.INPUT_REFUSED.code());
    assertThat(err.toString()).contains("names no column \"category\"");
  }

  @Test
  void aCheckNeedsALedger(@TempDir Path folder) throws Exception {
    Path report = Files.writeString(folder.resolve("report.txt"), REPORT);
    assertThat(run("reports", "check", report.toString())).isEqualTo(Exit.NOT_UNDERSTOOD.code());
    assertThat(err.toString()).contains("--ledger FILE");
  }

  @Test
  void aLedgerThatDoesNotAddUpIsRefusedWithBothSums(@TempDir Path folder) throws Exception {
    Path report = Files.writeString(folder.resolve("report.txt"), REPORT);
    String wrong = new String(LedgerReader.reference(), StandardCharsets.UTF_8).replaceFirst("\"total\": 390", "\"total\": 391");
    Path ledger = Files.writeString(folder.resolve("ledger.json"), wrong);
    assertThat(run("reports", "check", report.toString(), "--ledger", ledger.toString())).isEqualTo(Exit.INPUT_REFUSED.code());
    assertThat(err.toString()).contains("does not add up", "391", "390");
  }

  @Test
  void aBinaryFileIsNamedAndTheOthersAreRead(@TempDir Path folder) throws Exception {
    Path report = Files.writeString(folder.resolve("report.txt"), REPORT);
    Path picture = Files.write(folder.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3});
    assertThat(run("reports", "read", report.toString(), picture.toString(), "--csv")).isEqualTo(Exit.INPUT_REFUSED.code());
    assertThat(err.toString()).contains("picture.png", "binary");
    assertThat(out.toString()).contains("exchanged,303");
  }

  /** The reference play's bundle makes a ledger with the reference case's figures, by which a report can be checked. */
  @Test
  void theBundleOfAnExchangeExportsItsLedger(@TempDir Path folder) throws Exception {
    Path bundle = folder.resolve("bundle");
    assertThat(run("demo", "--core", "--pace", "fast", "--once", "--bundle", bundle.toString())).as(err.toString()).isZero();
    out.getBuffer().setLength(0);
    assertThat(run("reports", "ledger", bundle.toString())).as(err.toString()).isZero();
    assertThat(LedgerReader.read(out.toString().getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(LedgerReader.Answer.Sound.class, sound -> hasTheFiguresOfTheReferenceCase(sound.ledger()));
    String id = firstSide();
    out.getBuffer().setLength(0);
    assertThat(run("reports", "ledger", bundle.toString(), "--name", id + "=Ukraine")).as(err.toString()).isZero();
    assertThat(out.toString()).contains("\"name\": \"Ukraine\"");
  }

  private String firstSide() {
    return LedgerReader.read(out.toString().getBytes(StandardCharsets.UTF_8)) instanceof LedgerReader.Answer.Sound sound
        ? sound.ledger().exchanges().getFirst().sides().getFirst().id() : "";
  }

  private static void hasTheFiguresOfTheReferenceCase(Ledger ledger) {
    Ledger.Exchange exchange = ledger.exchanges().getFirst();
    assertThat(exchange.tranches().stream().map(Ledger.Tranche::date)).containsExactly("2025-05-23", "2025-05-24", "2025-05-25");
    assertThat(exchange.tranches().stream().map(day -> day.received().values().stream().map(counts -> counts.get("total")).toList()))
        .containsExactly(List.of(390L, 390L), List.of(307L, 307L), List.of(303L, 303L));
    assertThat(exchange.agreed().orElseThrow().received().values()).allSatisfy(counts -> assertThat(counts).containsEntry("total", 1000L));
  }

  /** Two wounded civilians of one side come outside the count of a day: they stand at that day, and in no count. */
  @Test
  void peopleOutsideTheCountStandAtTheirDay(@TempDir Path folder) {
    Path bundle = folder.resolve("bundle");
    assertThat(run("demo", "--core", "--scenario", "outside", "--pace", "fast", "--once", "--bundle", bundle.toString())).as(err.toString()).isZero();
    out.getBuffer().setLength(0);
    assertThat(run("reports", "ledger", bundle.toString())).as(err.toString()).isZero();
    assertThat(LedgerReader.read(out.toString().getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(LedgerReader.Answer.Sound.class, sound -> {
          Ledger.Exchange exchange = sound.ledger().exchanges().getFirst();
          assertThat(exchange.tranches().stream().flatMap(day -> day.outside().stream()).flatMap(sides -> sides.values().stream()))
              .containsExactlyInAnyOrder(2L, 0L);
          assertThat(exchange.tranches().stream().flatMap(day -> day.received().values().stream()).map(counts -> counts.get("total")))
              .containsOnly(45L);
        });
  }

  @Test
  void aDirectoryThatIsNoBundleMakesNoLedger(@TempDir Path folder) {
    assertThat(run("reports", "ledger", folder.toString())).isEqualTo(Exit.INPUT_REFUSED.code());
    assertThat(err.toString()).contains("FILE");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aNameForNobodyIsRefused(@TempDir Path folder) {
    Path bundle = folder.resolve("bundle");
    assertThat(run("demo", "--core", "--pace", "fast", "--once", "--bundle", bundle.toString())).as(err.toString()).isZero();
    assertThat(run("reports", "ledger", bundle.toString(), "--name", "X=Norland")).isEqualTo(Exit.NOT_UNDERSTOOD.code());
    assertThat(err.toString()).contains("no party of this exchange has that id");
  }
}
