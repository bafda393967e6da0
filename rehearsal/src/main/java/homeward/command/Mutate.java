package homeward.command;

import homeward.mutation.Mutation;
import homeward.mutation.Report;
import homeward.mutation.Survivors;
import homeward.mutation.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks of the tests what the tests ask of the rules. No part of the suite: it takes minutes. */
@Command(
    name = "mutate",
    description = {
      "Removes each guard of the rules in turn and runs their tests: one of them has to fail.",
      "Done when at least 95 in 100 do, and the others are those of protocol/src/test/mutation/survivors.txt. Minutes."
    })
final class Mutate implements Callable<Exit> {
  /** Many times what the tests of the rules take, so that a busy machine is not taken for a mutant that hangs. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Mixin Console console;

  @Option(names = "--only", paramLabel = "TEXT", description = "Only guards with this in their file or condition.")
  String only = "";

  @Option(names = "--json", paramLabel = "FILE", description = "Write every guard with its verdict there.")
  @Nullable Path json;

  @Override
  public Exit call() throws IOException, InterruptedException {
    Path root = Path.of(System.getProperty("homeward.root", "")).toAbsolutePath();
    Mutation mutation = new Mutation(Workplace.ofRules(root), LIMIT);
    Optional<String> failing = mutation.failing();
    if (failing.isPresent()) {
      console.say("The tests fail with every guard in its place, so nothing can be learned: " + failing.get());
      return Exit.NO;
    }
    Survivors expected = Survivors.read(root.resolve("protocol/src/test/mutation/survivors.txt"));
    Report report = mutation.run(only, expected, (done, total) -> console.progress("Guards", done, total));
    report.lines().forEach(console.out()::println);
    report.differences().forEach(console.out()::println);
    if (json != null) {
      Files.writeString(json, report.json().pretty());
    }
    return report.holds() ? Exit.DONE : Exit.NO;
  }
}
