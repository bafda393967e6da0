package homeward.command;

import homeward.bench.Clocks;
import homeward.bench.Measure;
import homeward.planning.Proposals;
import homeward.planning.TranchesBench;
import homeward.problem.Problem;
import homeward.solver.Engine;
import homeward.solver.Engines;
import homeward.solver.Patience;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how long plans of who goes when take. */
@Command(
    name = "tranches",
    description = {
      "Plans for invented people of several sizes and prints processor time beside the aims.",
      "--lists prints the hash of each list instead, to compare two engines; --joint what it costs that two sides plan apart."
    })
final class BenchTranches implements Callable<Exit> {
  private static final int FEWEST = 20;

  @Mixin private Console console = new Console();

  @Option(names = "--people", paramLabel = "N", split = ",", defaultValue = "1000,10000", description = "sizes (default: ${DEFAULT-VALUE})")
  private List<Integer> people = List.of();

  @Option(names = "--seeds", paramLabel = "N", defaultValue = "5", description = "how many seeds of each size (default: ${DEFAULT-VALUE})")
  private int seeds;

  @Option(names = "--half", description = "half of everybody goes, on ten days")
  private boolean half;

  @Option(names = "--first", description = "end each plan once its first four wishes are proven")
  private boolean first;

  @Option(names = "--nodes", paramLabel = "N", description = "give up a proof after so many nodes of a search")
  private Optional<Integer> nodes = Optional.empty();

  @Option(names = "--engine", paramLabel = "ENGINE", defaultValue = "highs", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private Engines.Name name = Engines.Name.HIGHS;

  @Option(names = "--lists", description = "print the hash of each list")
  private boolean lists;

  @Option(names = "--joint", description = "measure plans by proposals beside joint ones")
  private boolean joint;

  @Override
  public Exit call() {
    if (seeds < 1 || people.stream().anyMatch(size -> size < FEWEST || size > Problem.MOST_PEOPLE)) {
      console.say("--seeds must be at least 1, and --people from " + FEWEST + " to " + Problem.MOST_PEOPLE);
      return Exit.NOT_UNDERSTOOD;
    }
    return switch (Engines.find(name)) {
      case Engines.Choice.Absent(String why) -> {
        console.say(why);
        yield Exit.CANNOT_START;
      }
      case Engines.Choice.Ready(Engine engine) -> measure(engine);
    };
  }

  private Exit measure(Engine engine) {
    TranchesBench bench = new TranchesBench(engine, new Patience(nodes.orElse(Integer.MAX_VALUE), () -> false), clocks(),
        new Resident(), console::say);
    if (lists || joint) {
      people.stream().flatMap(size -> (lists ? bench.lists(size, seeds) : Proposals.measure(engine, size, seeds)).stream())
          .forEach(console.out()::println);
    } else {
      List<Measure> measures = new ArrayList<>();
      people.forEach(size -> measures.addAll(bench.measure(size, seeds, new TranchesBench.Extent(half, first))));
      new Figures("./homeward bench tranches, " + engine.name(), measures).print(console.out());
    }
    console.out().flush();
    return Exit.DONE;
  }

  private static Clocks clocks() {
    var threadTimes = ManagementFactory.getThreadMXBean();
    if (!(ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system)) {
      throw new IllegalStateException("this JVM does not count the processor time of its process");
    }
    return new Clocks(system::getProcessCpuTime, threadTimes::getCurrentThreadCpuTime);
  }

  /** Linux tells the most that was resident, since it was told to forget; elsewhere nothing is told. */
  private static final class Resident implements TranchesBench.Memory {
    @Override
    public void forget() {
      System.gc();
      try {
        Files.writeString(Path.of("/proc/self/clear_refs"), "5");
      } catch (IOException notTold) {
        // Then what was taken before counts too.
      }
    }

    @Override
    public long most() {
      try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
        return lines.filter(line -> line.startsWith("VmHWM:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
      } catch (IOException notTold) {
        return 0;
      }
    }
  }
}
