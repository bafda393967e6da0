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
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person gets from {@code ./homeward demo}: a story, figures, and exit codes that mean something. */
class DemoTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int demo(String... words) {
    List<String> all = Stream.concat(Stream.of("demo", "--pace", "fast", "--once"), Stream.of(words)).toList();
    return Main.run(all, new PrintWriter(out, true), new PrintWriter(err, true));
  }

  /** The value at a path such as {@code sides.A.received}; a number picks from a list. */
  private static Json at(Json json, String path) {
    Json found = json;
    for (String step : List.of(path.split("[.]", -1))) {
      found = found instanceof Json.Items items
          ? items.values().get(Integer.parseInt(step))
          : Objects.requireNonNull(((Json.Fields) found).values().get(step), path);
    }
    return found;
  }

  @Test
  void theReferenceHasTheFiguresOfTheReferenceCase(@TempDir Path dir) throws Exception {
    Path json = dir.resolve("out.json");

    assertThat(demo("--json", json.toString())).as(err.toString()).isZero();
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

  @ParameterizedTest
  @ValueSource(strings = {"unequal", "outside", "debt", "one-sided", "silent", "keeper-silent"})
  void everyScenarioIsToldToItsEndWithinTheWidth(String scenario) {
    assertThat(demo("--scenario", scenario)).as(err.toString()).isZero();
    assertThat(out.toString()).containsAnyOf("The exchange is closed", "ends the exchange");
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 100);
    assertThat(err.toString()).isEmpty();
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
    int exit = Main.run(List.of("demo", "--pace", "fast", "--scenario", "silent"), new PrintWriter(out, true), new PrintWriter(err, true));

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
  void aFolderWithoutRegistersIsRefused(@TempDir Path dir) {
    assertThat(demo("--input", dir.toString())).isEqualTo(Exit.INPUT_REFUSED.code());
    assertThat(err.toString()).contains("a-sought.csv", "b-held.csv");
  }
}
