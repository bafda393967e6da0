package homeward.command;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.json.JsonReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person gets from {@code ./homeward rehearse}. */
class RehearseTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int rehearse(String... words) {
    return Main.run(Stream.concat(Stream.of("rehearse"), Stream.of(words)).toList(), new PrintWriter(out, true), new PrintWriter(err, true));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "|name either the seeds",
    "--seeds 1..2 --replay 3|name either the seeds",
    "--seeds 9..3|from the lower to the higher",
    "--seeds one|must be two whole numbers",
    "--seeds -4|must be two whole numbers",
    "--seeds 1...3|must be two whole numbers",
    "--seeds 0..99999999|at most",
    "--replay -1|must be a seed from 0",
    "--seeds 1 --sabotage 11|1 to 10",
    "--seeds 1 --json nowhere/there.json|cannot be written to",
    "--sedes 1..2|Did you mean '--seeds'?"
  })
  void whatCannotBeMeantIsRefusedWithItsCure(String words, String cure) {
    int exit = words == null ? rehearse() : rehearse(words.split(" "));

    assertThat(exit).isEqualTo(Exit.NOT_UNDERSTOOD.code());
    assertThat(err.toString()).contains(cure);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aRangeEndsWithItsSumsAndItsJson(@TempDir Path dir) throws Exception {
    Path json = dir.resolve("out.json");

    assertThat(rehearse("--seeds", "5..6", "--json", json.toString())).as(out.toString()).isZero();
    assertThat(out.toString()).contains("2 of 2 seeds rehearsed (1 without faults)", "0 invariants broken");
    assertThat(err.toString()).contains("Seeds: 2 of 2");
    assertThat(JsonReader.read(Files.readString(json)).pretty()).contains("\"violations\": []", "\"faultFree\": 1");
  }

  @Test
  void aViolationNamesItsSeedItsInvariantAndHowToSeeItAgain() {
    assertThat(rehearse("--seeds", "1..20", "--sabotage", "1")).isEqualTo(Exit.NO.code());
    assertThat(out.toString()).contains("Seed 1 breaks invariant 1 (who is authorised", "./homeward rehearse --replay 1 --sabotage 1", "was noticed");
  }

  @Test
  void aReplayOfABrokenSeedEndsWithNo() {
    assertThat(rehearse("--replay", "1", "--sabotage", "7")).isEqualTo(Exit.NO.code());
    assertThat(out.toString()).contains("Invariant 7 is broken").endsWith("Seed 1: CLOSED, invariants are broken.\n");
  }

  @Test
  void noSaboteurIsFoundForAnInvariantThatIsNone() {
    assertThat(homeward.rehearsal.Rehearsals.saboteur(0)).isEmpty();
    assertThat(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)).allMatch(number -> homeward.rehearsal.Rehearsals.saboteur(number).isPresent());
  }
}
