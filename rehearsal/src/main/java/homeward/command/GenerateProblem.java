package homeward.command;

import homeward.problem.Invention;
import homeward.problem.Papers;
import homeward.problem.Policy;
import homeward.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a problem of invented people that plan can read. */
@Command(
    name = "problem",
    description = {
      "Writes a problem of invented people for plan: whom one side holds, days, sites and vehicles.",
      "The same number and seed give the same bytes."
    })
final class GenerateProblem implements Callable<Exit> {
  private static final int FEWEST = 20;

  @Mixin private Console console = new Console();

  @Option(names = "--people", paramLabel = "N", defaultValue = "1000", description = "how many people the side holds (default: ${DEFAULT-VALUE})")
  private int people;

  @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "which people are invented (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--half", description = "half of everybody goes, on ten days, instead of three days")
  private boolean half;

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "the file to write")
  private Path out = Path.of("");

  @Option(names = "--policy", paramLabel = "FILE", description = "write a policy to begin with as well")
  private Optional<Path> policy = Optional.empty();

  @Option(names = "--force", description = "write over a file that is there")
  private boolean force;

  @Override
  public Exit call() throws IOException {
    if (people < FEWEST || people > Problem.MOST_PEOPLE) {
      console.say("--people must be from " + FEWEST + " to " + Problem.MOST_PEOPLE + ", not " + people);
      return Exit.NOT_UNDERSTOOD;
    }
    Optional<Path> there = Stream.concat(Stream.of(out), policy.stream()).filter(Files::exists).findFirst();
    if (there.isPresent() && !force) {
      console.say(there.get() + " is there already: name another file, or add --force to write over it");
      return Exit.NOT_UNDERSTOOD;
    }
    Problem problem = half ? Invention.half(people, seed) : Invention.threeDays(people, seed);
    Papers.write(out, problem);
    if (policy.isPresent()) {
      Papers.write(policy.get(), Policy.toBeginWith());
    }
    console.out().println(out + ": " + people + " people, " + problem.days().size() + " days, " + problem.sites().size() + " sites");
    console.out().flush();
    return Exit.DONE;
  }
}
