package homeward.command;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.exhaustive.Shape;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What a walk prints and writes. */
class ExhaustiveWalkTest {
  @Command(name = "walk")
  private static final class Walks implements Callable<Exit> {
    @Mixin private Console console = new Console();
    private final Path json;

    Walks(Path json) {
      this.json = json;
    }

    @Override
    public Exit call() throws java.io.IOException {
      return new ExhaustiveWalk(console, false).run(List.of(Shape.small()), Optional.of(json));
    }
  }

  @Test
  void aWalkThatFindsStuckStatesPrintsHowManyAndAWayAndAnswersNo(@TempDir Path folder) throws Exception {
    Path json = folder.resolve("walk.json");
    StringWriter printed = new StringWriter();
    CommandLine line = new CommandLine(new Walks(json)).setOut(new PrintWriter(printed)).setErr(new PrintWriter(new StringWriter()));
    line.execute();
    assertThat(line.<Exit>getExecutionResult()).isEqualTo(Exit.NO);
    assertThat(printed.toString())
        .contains("without lapses", "bounds: {", "a shortest way into a stuck state:", "is silent from here on")
        .containsPattern("states \\d+, transitions \\d+, stuck [1-9]\\d*\n");
    assertThat(Files.readString(json))
        .containsPattern("\"stuck\": [1-9]")
        .contains("\"withoutLapse\": true", "\"bounds\": {", "\"peopleASide\": 1", "\"example\": [");
  }
}
