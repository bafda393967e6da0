package homeward.command;

import homeward.people.Population;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the registers of invented people that two sides would bring, and the truth beside them. */
@Command(
    name = "registers",
    description = {
      "Writes four registers of invented people, a-sought.csv, a-held.csv, b-sought.csv and b-held.csv,",
      "and truth.csv, which tells who is who in them and what is wrong with which row.",
      "The same number and seed give the same bytes."
    })
final class GenerateRegisters implements Callable<Exit> {
  @Spec
  private CommandSpec spec;

  @Option(names = "--people", paramLabel = "N", defaultValue = "1300",
      description = "how many people each side holds, 1 to 900000 (default: ${DEFAULT-VALUE})")
  private int people;

  @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
      description = "which people are invented (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--out", paramLabel = "DIR", required = true,
      description = "the folder to write to; it is made when there is none")
  private Path out = Path.of("");

  @Option(names = "--force", description = "write over files that are there")
  private boolean force;

  @Override
  public Exit call() {
    refuseWhatCannotBe();
    PrintWriter answer = spec.commandLine().getOut();
    PrintWriter progress = spec.commandLine().getErr();
    try {
      Population.generate(people, seed)
          .writeTo(out, news -> {
            progress.println(news);
            progress.flush();
          })
          .forEach(written -> answer.println(out.resolve(written.file()) + ": " + written.rows() + " rows"));
    } catch (UncheckedIOException cannotWrite) {
      throw refusal("--out " + out + " cannot be written to: name a folder that you may write to, with room in it");
    }
    answer.flush();
    return Exit.DONE;
  }

  private void refuseWhatCannotBe() {
    if (people < 1 || people > Population.MOST_PEOPLE) {
      throw refusal("--people must be from 1 to " + Population.MOST_PEOPLE
          + " (a file of people has at most 1000000 rows), not " + people);
    }
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw refusal("--out " + out + " is a file: name a folder");
    }
    List<String> there = Population.FILES.stream().filter(file -> Files.exists(out.resolve(file))).toList();
    if (!there.isEmpty() && !force) {
      throw refusal(out + " already has " + String.join(", ", there)
          + ": name another folder, or add --force to write over them");
    }
  }

  private ParameterException refusal(String cure) {
    return new ParameterException(spec.commandLine(), cure);
  }
}
