package homeward.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.json.Json;
import homeward.json.JsonReader;
import homeward.node.ExchangeFixture;
import homeward.node.ExchangeStage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command that anybody runs who was handed a bundle. */
class MainTest {
  private static final ExchangeFixture EXCHANGE = ExchangeFixture.playedTo(ExchangeStage.CLOSED);

  @TempDir static Path directory;

  private record Run(int exit, String out, String err) {}

  private static Run run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = Main.run(List.of(words), new PrintWriter(out), new PrintWriter(err));
    return new Run(exit, out.toString(), err.toString());
  }

  private static String bundle() {
    return directory.resolve("bundle").toString();
  }

  @BeforeAll
  static void writeTheBundle() throws IOException {
    Bundle.write(EXCHANGE.a().store().contents(), ExchangeFixture.CODE, directory.resolve("bundle"));
  }

  @Test
  void aValidBundleEndsWithNoughtAndSaysWhoseKeysAndWhatFigures() throws IOException {
    Run run = run(bundle());
    Verdict.Valid valid = (Verdict.Valid) Verification.of(Path.of(bundle()));
    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("valid: " + valid.standing().entries() + " entries");
    assertThat(valid.standing().fingerprints().values()).hasSize(3).allSatisfy(print -> assertThat(run.out()).contains(print));
    assertThat(run.out()).contains("Side " + EXCHANGE.a().id().value()).contains("3 = 3 military");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void theSameAsJsonForAProgram() throws Exception {
    Run run = run("--json", bundle());
    Json.Fields json = (Json.Fields) JsonReader.read(run.out());
    assertThat(run.exit()).isZero();
    assertThat(json.values()).containsEntry("verdict", Json.of("valid")).containsEntry("state", Json.of("CLOSED"))
        .containsEntry("stateHash", Json.of(EXCHANGE.stateHash().value()));
    Json.Fields sides = (Json.Fields) ExchangeFixture.at(json.values(), "sides");
    Json.Fields side = (Json.Fields) ExchangeFixture.at(sides.values(), EXCHANGE.a().id().value());
    assertThat(side.values()).containsEntry(
        "received", Json.fields("military", 3, "total", 3, "reported", 0, "disputed", 0));
  }

  @Test
  void aBundleThatIsCutEndsWithOneAndSaysHowFarItIsValid() throws IOException {
    Path cut = directory.resolve("cut");
    Bundle.write(EXCHANGE.a().store().contents(), ExchangeFixture.CODE, cut);
    String log = Files.readString(cut.resolve("entries.log"), UTF_8);
    Files.writeString(cut.resolve("entries.log"), log.substring(0, log.length() - 1), UTF_8);
    Run run = run(cut.toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).startsWith("valid to checkpoint ");
  }

  @Test
  void anAlteredBundleEndsWithOneAndNamesTheEntry() throws IOException {
    Path altered = directory.resolve("altered");
    Bundle.write(EXCHANGE.a().store().contents(), ExchangeFixture.CODE, altered);
    List<String> lines = new ArrayList<>(Files.readAllLines(altered.resolve("entries.log")));
    lines.remove(5);
    Files.write(altered.resolve("entries.log"), lines);
    assertThat(run(altered.toString()).out()).startsWith("invalid: entry 5, because ");
    assertThat(run(altered.toString(), "--json").out()).contains("\"entry\": 5");
    assertThat(run(altered.toString()).exit()).isEqualTo(1);
  }

  @Test
  void whatIsNotThereEndsWithOneAndIsNamed() {
    Run run = run(directory.resolve("nowhere").toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).startsWith("unknown: ");
  }

  @ParameterizedTest
  @CsvSource({"--jsn, --json", "--JSON, --json", "--hlep, --help", "-j, --json", "--stack, --stacktrace", "--json=yes, --json"})
  void aMistypedOptionGetsTheNearestRightOne(String typed, String meant) {
    Run run = run(typed, bundle());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("'" + meant + "'?");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void oneBundleAndOnlyOneIsExpected() {
    assertThat(run().exit()).isEqualTo(2);
    assertThat(run("one", "two").exit()).isEqualTo(2);
    assertThat(run("").exit()).isEqualTo(2);
    assertThat(run("a\u0000b").exit()).isEqualTo(2);
  }

  @Test
  void theHelpNamesEveryOptionAndEveryExitCode() {
    Run run = run("--help");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains(Asked.OPTIONS).contains("  0 ", "  1 ", "  2 ", "  70 ");
    assertThat(run("-h", "whatever").out()).isEqualTo(run.out());
  }

  @Test
  void aFaultOfOursEndsWithSeventyAndOneLine() {
    StringWriter err = new StringWriter();
    PrintWriter broken =
        new PrintWriter(new StringWriter()) {
          @Override
          public void print(String text) {
            throw new IllegalStateException("no room");
          }
        };
    assertThat(Main.run(List.of(bundle()), broken, new PrintWriter(err))).isEqualTo(70);
    assertThat(err.toString()).contains("no room").hasLineCount(1);
  }
}
