package homeward.command;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.json.Json;
import homeward.json.JsonReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person gets from {@code ./homeward demo}: a story, figures, and exit codes that mean something. */
class DemoTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int demo(String... words) {
    List<String> all = Stream.concat(Stream.of("demo", "--core", "--pace", "fast", "--once"), Stream.of(words)).toList();
    return Main.run(all, new PrintWriter(out, true), new PrintWriter(err, true));
  }

  /** The value at a path such as {@code sides.A.received}; a number picks from a list. */
  private static Json at(Json json, String path) {
    Json found = json;
    for (String step : path.isEmpty() ? List.<String>of() : List.of(path.split("[.]", -1))) {
      found = found instanceof Json.Items items
          ? items.values().get(Integer.parseInt(step))
          : Objects.requireNonNull(((Json.Fields) found).values().get(step), path);
    }
    return found;
  }

  /** Seed 2 is played by ReferencePlayTest. */
  @ParameterizedTest
  @ValueSource(strings = {"1", "3"})
  void theReferenceHasTheFiguresOfTheReferenceCase(String seed, @TempDir Path dir) throws Exception {
    Path json = dir.resolve("out.json");

    assertThat(demo("--seed", seed, "--json", json.toString())).as(err.toString()).isZero();
    Json report = JsonReader.read(Files.readString(json));
    Json counted = Json.fields("civilian", 120, "military", 880, "total", 1000);
    assertThat(at(report, "state")).isEqualTo(Json.of("CLOSED"));
    for (String figures : List.of("sides.A.received", "sides.A.released", "sides.B.received", "nodes.2.sides.B.released")) {
      assertThat(at(report, figures)).as(figures).isEqualTo(counted);
    }
    assertThat(at(report, "tranches.0.A.received.total")).isEqualTo(Json.of(390));
    assertThat(at(report, "tranches.1.B.received.total")).isEqualTo(Json.of(307));
    assertThat(at(report, "tranches.2.A.received.total")).isEqualTo(Json.of(303));
    assertThat(at(report, "discrepancies")).isEqualTo(Json.fields("COUNT_DIFFERS", 1, "UNLISTED", 3));
    assertThat(at(report, "nodes.0.stateHash")).isEqualTo(at(report, "nodes.1.stateHash")).isEqualTo(at(report, "nodes.2.stateHash"));
    assertThat(out.toString())
        .contains("390 to Side A and 390 to Side B", "307 to Side A and 307 to Side B", "303 to Side A and 303 to Side B")
        .contains("one person does not travel and is replaced", "99 counted on arrival", "3 people on no list")
        .contains("goes on although the cause still stands", "gets no place", "The same log and the same figures on every node.");
  }

  /** How it ends, how many return to A and to B, how many of A's outside the count, and a line of its story. */
  @ParameterizedTest
  @CsvSource({
    "unequal, CLOSED, 230, 240, 0, The exchange is closed",
    "outside, CLOSED, 45, 45, 2, outside the count 2 civilian to Side A",
    "debt, CLOSED, 15, 23, 0, A later exchange pays what is owed",
    "one-sided, CLOSED, 50, 50, 0, Side B (on paper)",
    "silent, ENDED, 12, 12, 0, Side A ends the exchange: Side B was last heard of",
    "keeper-silent, CLOSED, 24, 24, 0, has been silent too long"
  })
  void everyScenarioIsToldToItsEndWithTheRightFigures(
      String scenario, String state, int toA, int toB, int outside, String told, @TempDir Path dir) throws Exception {
    Path json = dir.resolve("out.json");

    assertThat(demo("--scenario", scenario, "--json", json.toString())).as(err.toString()).isZero();
    Json report = JsonReader.read(Files.readString(json));
    assertThat(at(report, "state")).isEqualTo(Json.of(state));
    assertThat(at(report, "sides.A.received.total")).isEqualTo(at(report, "sides.B.released.total")).isEqualTo(Json.of(toA));
    assertThat(at(report, "sides.B.received.total")).isEqualTo(at(report, "sides.A.released.total")).isEqualTo(Json.of(toB));
    assertThat(at(report, "sides.A.outside")).isEqualTo(Json.of(outside));
    assertThat(at(report, "sides.A.debt.total")).isEqualTo(at(report, "sides.B.debt.total")).isEqualTo(Json.of(0));
    assertThat(out.toString().replaceAll("\\s+", " ")).contains(told).containsAnyOf("The exchange is closed", "ends the exchange");
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 100);
    assertThat(err.toString()).isEmpty();
    KEYS.forEach((path, keys) -> assertThat(((Json.Fields) at(report, path)).values().keySet()).as(path).containsAll(keys));
  }

  /** What is promised to whoever reads the figures by a program. */
  private static final Map<String, List<String>> KEYS = Map.of(
      "", List.of("state", "sides", "tranches", "nodes", "discrepancies", "provenance", "seed"),
      "sides.A", List.of("received", "released", "outside", "direct", "unlisted", "home", "inTransit", "debt"),
      "tranches.0", List.of("day", "A", "B"),
      "nodes.0", List.of("name", "entries", "root", "stateHash", "sides"),
      "provenance", List.of("SIGNED", "REPORTED"));

  @Test
  void whatRestsOnPaperSaysSoInTheFigures(@TempDir Path dir) throws Exception {
    Path json = dir.resolve("out.json");

    assertThat(demo("--scenario", "one-sided", "--json", json.toString())).isZero();
    Json report = JsonReader.read(Files.readString(json));
    assertThat(((Json.Items) at(report, "nodes")).values()).hasSize(1);
    assertThat(at(report, "sides.B.received.reported")).isEqualTo(at(report, "sides.B.received.total"));
    assertThat(at(report, "sides.B.reported")).isEqualTo(Json.fields("direct", 2, "home", 52));
    assertThat(at(report, "provenance.REPORTED")).isNotEqualTo(Json.of(0));
  }

  @Test
  void aDayCalledOffIsOwedAndTheLaterExchangePaysIt(@TempDir Path dir) throws Exception {
    Path json = dir.resolve("out.json");

    assertThat(demo("--scenario", "debt", "--json", json.toString())).isZero();
    Json report = JsonReader.read(Files.readString(json));
    assertThat(at(report, "before.tranches.1.state")).isEqualTo(Json.of("PLANNED"));
    assertThat(at(report, "before.sides.A.received.total")).isEqualTo(Json.of(20));
    assertThat(at(report, "before.sides.A.debt.total")).isEqualTo(Json.of(8));
    assertThat(at(report, "sides.A.debt.total")).isEqualTo(at(report, "sides.B.debt.total")).isEqualTo(Json.of(0));
  }

  @Test
  void theStoryHoldsNobodysName(@TempDir Path dir) throws IOException {
    assertThat(Main.run(List.of("generate", "registers", "--people", "60", "--seed", "4", "--out", dir.toString()),
        new PrintWriter(new StringWriter(), true), new PrintWriter(err, true))).isZero();

    assertThat(demo("--input", dir.toString(), "--scenario", "silent")).as(err.toString()).isZero();
    Set<String> words = new HashSet<>(List.of(out.toString().split("[^\\p{L}]+")));
    assertThat(words).doesNotContainAnyElementsOf(names(dir)).hasSizeGreaterThan(50);
  }

  /** Surnames, given names and patronymics of all four files. */
  private static Set<String> names(Path dir) throws IOException {
    Set<String> names = new HashSet<>();
    for (String file : List.of("a-sought.csv", "a-held.csv", "b-sought.csv", "b-held.csv")) {
      for (String row : Files.readAllLines(dir.resolve(file)).stream().skip(1).toList()) {
        names.addAll(List.of(row.split(",", -1)).subList(1, 4));
      }
    }
    names.remove("");
    return names;
  }

  @Test
  void withTheFiguresOnStandardOutputTheStoryGoesToStandardError() {
    assertThat(demo("--scenario", "silent", "--json", "-")).isZero();
    assertThat(out.toString()).startsWith("{").endsWith("}\n");
    assertThat(err.toString()).contains("ends the exchange");
  }

  @Test
  void withoutOnceItSaysHowToGoOn() {
    int exit = Main.run(List.of("demo", "--core", "--pace", "fast", "--scenario", "silent"), new PrintWriter(out, true), new PrintWriter(err, true));

    assertThat(exit).isZero();
    assertThat(out.toString()).contains("To go on", "./homeward demo --seed 2");
  }

  @Test
  void aMistypedScenarioGetsTheNearestOne() {
    assertThat(demo("--scenario", "unequall")).isEqualTo(Exit.NOT_UNDERSTOOD.code());
    assertThat(err.toString()).contains("Did you mean 'unequal'?");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void wordsThatAreNoChoiceAreNotUnderstood(@TempDir Path dir) {
    assertThat(demo("--mishaps", "many")).isEqualTo(Exit.NOT_UNDERSTOOD.code());
    assertThat(demo("--pace", "slow")).isEqualTo(Exit.NOT_UNDERSTOOD.code());
    assertThat(demo("--scenario", "debt", "--agreement", dir.resolve("x").toString())).isEqualTo(Exit.NOT_UNDERSTOOD.code());
    assertThat(demo("--json", dir.resolve("none/out.json").toString())).isEqualTo(Exit.NOT_UNDERSTOOD.code());
    assertThat(demo("--json", dir.toString())).isEqualTo(Exit.NOT_UNDERSTOOD.code());
    assertThat(demo("--seed", "one")).isEqualTo(Exit.NOT_UNDERSTOOD.code());
    assertThat(err.toString()).contains("'one' is not a whole number");
    assertThat(dir).isEmptyDirectory();
  }

  @Test
  void inputThatIsRefusedIsNamedAndNothingIsWritten(@TempDir Path dir) throws IOException {
    Path agreement = Files.writeString(dir.resolve("agreement.json"), "{}");
    Path json = dir.resolve("out.json");

    assertThat(demo("--agreement", agreement.toString(), "--json", json.toString())).isEqualTo(Exit.INPUT_REFUSED.code());
    assertThat(err.toString()).isNotEmpty();
    assertThat(out.toString()).isEmpty();
    assertThat(json).doesNotExist();
  }

  @Test
  void aBundleIsNotWrittenAmongOtherThings(@TempDir Path dir) throws IOException {
    Path letter = Files.writeString(dir.resolve("letter.txt"), "keep");

    assertThat(demo("--bundle", dir.toString())).isEqualTo(Exit.NOT_UNDERSTOOD.code());
    assertThat(demo("--bundle", letter.toString())).isEqualTo(Exit.NOT_UNDERSTOOD.code());
    assertThat(err.toString()).contains("holds other things (letter.txt)", "is a file: name a folder");
    assertThat(dir.toFile().list()).containsExactly("letter.txt");
    assertThat(letter).hasContent("keep");
  }

  /** One person twice, half a row, another encoding, a day that no calendar has: all said at once, and nothing played. */
  @Test
  void everythingWrongWithTheRegistersIsSaidAtOnce(@TempDir Path dir) throws IOException {
    String header = "id,surname,given_name,birth_date,category\n";
    Files.writeString(dir.resolve("a-sought.csv"), header + "1,A,B,1990-01-01,\n1,C,D,1991,\n2,E\n");
    Files.writeString(dir.resolve("a-held.csv"), header + "1,A,B,31.02.1990,military\n");
    Files.write(dir.resolve("b-sought.csv"), (header + "1,Петренко,Іван,1990,\n").getBytes(java.nio.charset.Charset.forName("windows-1251")));
    Files.writeString(dir.resolve("b-held.csv"), header.replace(',', ';'));
    Path json = dir.resolve("out.json");

    assertThat(demo("--input", dir.toString(), "--json", json.toString())).isEqualTo(Exit.INPUT_REFUSED.code());
    assertThat(err.toString())
        .contains("a-sought.csv, row 3, column id", "a-sought.csv, row 4: the row has 2 cells")
        .contains("a-held.csv, row 2, column birth_date: '31.02.1990' is not a day", "b-sought.csv: the file is not in UTF-8", "semicolons");
    assertThat(out.toString()).isEmpty();
    assertThat(json).doesNotExist();
  }

  @Test
  void tooFewPeopleForAQuotaIsARefusalThatNamesTheShortfall(@TempDir Path dir) throws IOException {
    Main.run(List.of("generate", "registers", "--people", "60", "--seed", "4", "--out", dir.toString()),
        new PrintWriter(new StringWriter(), true), new PrintWriter(err, true));
    err.getBuffer().setLength(0);

    assertThat(demo("--input", dir.toString())).isEqualTo(Exit.INPUT_REFUSED.code());
    assertThat(err.toString()).containsPattern("too few people for the quota: 880 military are to return to A, B holds \\d+ .*: \\d+ short");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereIsRefusedOnce(@TempDir Path dir) {
    assertThat(demo("--input", dir.resolve("nowhere").toString())).isEqualTo(Exit.INPUT_REFUSED.code());
    assertThat(err.toString().lines()).hasSize(1).allMatch(line -> line.contains("there is no such folder") && line.contains("b-held.csv"));
  }

  @Test
  void aFolderWithoutRegistersIsRefused(@TempDir Path dir) {
    assertThat(demo("--input", dir.toString())).isEqualTo(Exit.INPUT_REFUSED.code());
    assertThat(err.toString()).contains("a-sought.csv", "b-held.csv");
  }
}
