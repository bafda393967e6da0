package homeward.command;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.people.Population;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GenerateRegistersTest {
  private final StringWriter answer = new StringWriter();
  private final StringWriter complaint = new StringWriter();

  private int run(String... words) {
    return new CommandLine(new GenerateRegisters())
        .setOut(new PrintWriter(answer, true))
        .setErr(new PrintWriter(complaint, true))
        .execute(words);
  }

  @Test
  void itWritesTheFilesAndSaysHowManyRowsEachHas(@TempDir Path dir) {
    Path out = dir.resolve("new/folder");

    assertThat(run("--people", "12", "--seed", "5", "--out", out.toString())).isZero();
    assertThat(Population.FILES).allMatch(file -> Files.exists(out.resolve(file)));
    assertThat(answer.toString().lines()).hasSize(5);
    assertThat(answer.toString()).contains("a-held.csv: 12 rows").contains("a-sought.csv: 13 rows");
    assertThat(complaint.toString()).isEmpty();
  }

  @Test
  void itWritesOverFilesOnlyWhenToldTo(@TempDir Path dir) throws IOException {
    Files.writeString(dir.resolve("b-held.csv"), "somebody's");

    assertThat(run("--people", "12", "--out", dir.toString())).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(complaint.toString()).contains("b-held.csv").contains("--force");
    assertThat(dir.resolve("b-held.csv")).hasContent("somebody's");
    assertThat(dir.resolve("a-held.csv")).doesNotExist();
    assertThat(run("--people", "12", "--out", dir.toString(), "--force")).isZero();
    assertThat(Files.readString(dir.resolve("b-held.csv"))).startsWith("id,");
  }

  @Test
  void itRefusesNumbersThatCannotBe(@TempDir Path dir) {
    assertThat(run("--people", "0", "--out", dir.toString())).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(run("--people", "900001", "--out", dir.toString())).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(dir).isEmptyDirectory();
  }

  @Test
  void itRefusesAFileAsAFolder(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("x"), "");

    assertThat(run("--out", file.toString())).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(complaint.toString()).contains("name a folder");
  }

  @Test
  void itRefusesAFolderThatCannotBeMade(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("x"), "");

    assertThat(run("--people", "1", "--out", file.resolve("y").toString())).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(complaint.toString()).contains("cannot be written to");
  }
}
