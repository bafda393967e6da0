package homeward.command;

import homeward.bench.Clocks;
import homeward.bench.LargeTrial;
import homeward.bench.MatchingBench;
import homeward.bench.Measure;
import homeward.bench.Measure.Aim;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how well and how fast people are found across registers. */
@Command(
    name = "matching",
    description = {
      "Matches registers whose truth is known and prints how well, beside the aims.",
      "Truth that other people made is read from --data; what is not there is told as data absent."
    })
final class BenchMatching implements Callable<Exit> {
  @Mixin private Console console = new Console();

  @Option(names = "--data", paramLabel = "DIR",
      description = "a folder with febrl, ua-ru-dict, wikidata-en-ru and opensanctions in it; none is part of the project")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--threads", paramLabel = "N", defaultValue = "2", description = "how many (default: ${DEFAULT-VALUE})")
  private int threads;

  @Option(names = "--large", paramLabel = "ROWS",
      description = "measure instead time and memory with so many rows on each side, and an index of as many")
  private Optional<Integer> large = Optional.empty();

  @Option(names = "--memory", paramLabel = "SIZE", defaultValue = "2000m",
      description = "the heap of the process that matches, with --large (default: ${DEFAULT-VALUE})")
  private String memory = "";

  @Override
  public Exit call() throws IOException {
    if (large.isPresent()) {
      return large(large.get());
    }
    MatchingBench bench = new MatchingBench(data, threads, clocks(), console::say);
    print(bench.measure());
    bench.details().forEach(console.out()::println);
    console.out().flush();
    return Exit.DONE;
  }

  private Exit large(int rows) throws IOException {
    Path directory = Files.createTempDirectory("homeward-bench");
    try {
      LargeTrial.run(directory, rows, threads, memory, clock(), new LargeTrial.Hearer() {
        @Override
        public void doing(String what) {
          console.say(what);
        }

        @Override
        public void figure(String line) {
          console.out().println(line);
          console.out().flush();
        }
      });
      return Exit.DONE;
    } finally {
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(directory);
    }
  }

  /** Processor time of this thread: what else the machine does meanwhile does not count for a question. */
  private static LongSupplier clock() {
    var threadTimes = ManagementFactory.getThreadMXBean();
    return threadTimes::getCurrentThreadCpuTime;
  }

  private static Clocks clocks() {
    var threadTimes = ManagementFactory.getThreadMXBean();
    if (!(ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system)) {
      throw new IllegalStateException("this JVM does not count the processor time of its process");
    }
    return new Clocks(system::getProcessCpuTime, threadTimes::getCurrentThreadCpuTime);
  }

  private void print(List<Measure> measures) {
    PrintWriter out = console.out();
    for (Measure each : measures) {
      String figure = each.value().isPresent() ? String.format(Locale.ROOT, "%.4f", each.value().getAsDouble()) : "-";
      String aim = each.aim().map(BenchMatching::words).orElse("");
      String met = each.met().map(reached -> reached ? "met" : "missed").orElse("");
      out.printf("%-36s %9s %-3s %-10s %-7s %s%n", each.what(), figure, each.unit(), aim, met, each.how());
    }
  }

  private static String words(Aim aim) {
    return switch (aim) {
      case Aim.AtMost(double bound) -> "<= " + bound;
      case Aim.AtLeast(double bound) -> ">= " + bound;
    };
  }
}
