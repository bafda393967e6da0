package homeward.command;

import homeward.mutation.Guard;
import homeward.mutation.Mutation;
import homeward.mutation.Report;
import homeward.mutation.Survivors;
import homeward.mutation.Verdict;
import homeward.mutation.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks of the tests what the tests ask of the rules. No part of the suite: it takes minutes. */
@Command(
    name = "mutate",
    description = {
      "Removes each guard of the rules in turn and runs their tests: one of them has to fail.",
      "Done when at least 95 in 100 do, and the others are those of protocol/src/test/mutation/survivors.txt.",
      "It takes some minutes; whoever stops it is told what it knows by then."
    })
final class Mutate implements Callable<Exit> {
  private static final Duration AT_LEAST = Duration.ofSeconds(10);

  @Mixin Console console;

  @Option(names = "--only", paramLabel = "TEXT", description = "Only guards with this in their file or condition.")
  String only = "";

  @Option(names = "--json", paramLabel = "FILE", description = "Write every guard with its verdict there.")
  @Nullable Path json;

  @Override
  public Exit call() throws IOException, InterruptedException {
    Path root = Path.of(System.getProperty("homeward.root", "")).toAbsolutePath();
    Mutation mutation = new Mutation(Workplace.ofRules(root), AT_LEAST);
    console.say("Running the tests with every guard in its place…");
    Optional<String> failing = mutation.failing();
    if (failing.isPresent()) {
      console.say("The tests fail with every guard in its place, so nothing can be learned: " + failing.get());
      return Exit.NO;
    }
    Survivors expected = Survivors.read(root.resolve("protocol/src/test/mutation/survivors.txt"));
    try (Stop _ = Stop.waitsForWords()) {
      Report report = mutation.run(only, expected, new Way(console));
      report.lines().forEach(console.out()::println);
      report.differences().forEach(console.out()::println);
      console.out().flush();
      if (json != null) {
        Files.writeString(json, report.json().pretty());
      }
      return report.holds() ? Exit.DONE : Exit.NO;
    }
  }

  /** Who survives, how far it is, and how long the rest may take if it goes on as since the first one. */
  private static final class Way implements Mutation.Progress {
    private final Console console;
    private long first;

    Way(Console console) {
      this.console = console;
    }

    @Override
    public void done(Guard last, Verdict verdict, int done, int total) {
      if (verdict instanceof Verdict.Survived) {
        console.say("survives: " + last.name());
      }
      first = done == 1 ? System.nanoTime() : first;
      long left = (System.nanoTime() - first) / 1_000_000_000L * (total - done) / Math.max(1, done - 1);
      String about = done < 10 ? "" : left < 90 ? ", about " + left + " s left" : ", about " + (left + 30) / 60 + " min left";
      console.progress("Guards" + about, done, total);
    }
  }

  /** Whoever ends the command by a signal still reads what it found: the JVM waits for the words, for a while. */
  private record Stop(Thread hook, CountDownLatch told) implements AutoCloseable {
    static Stop waitsForWords() {
      Thread speaker = Thread.currentThread();
      CountDownLatch told = new CountDownLatch(1);
      Thread hook =
          Thread.ofPlatform()
              .unstarted(
                  () -> {
                    speaker.interrupt();
                    try {
                      told.await(10, TimeUnit.SECONDS);
                    } catch (InterruptedException ended) {
                      Thread.currentThread().interrupt();
                    }
                  });
      Runtime.getRuntime().addShutdownHook(hook);
      return new Stop(hook, told);
    }

    @Override
    public void close() {
      told.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException shuttingDown) {
        // then the hook runs, and has what it waited for
      }
    }
  }
}
