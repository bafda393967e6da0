package homeward.bench;

import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Move;
import homeward.server.Nodes;
import homeward.server.Running;
import homeward.server.proceedings.Proceedings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Nodes in a process of its own, because a start is counted, and run as the start script runs a node. Prints three numbers: the
 * processor time (ns) that the JVM took until every node had answered a page; the memory (KB) that it and its databases then hold,
 * shared pages divided among those that share them; how long (ns) so many entries took by the wall, from the first that was signed
 * until the last was acknowledged.
 */
final class NodesProcess {
  private static final int WARM_UP = 500;

  private NodesProcess() {}

  /** The directory of the nodes, how many of them, how many entries one of three then says. */
  public static void main(String[] words) throws IOException {
    List<Party> parties = Party.drawn(Integer.parseInt(words[1]));
    int entries = Integer.parseInt(words[2]);
    Nodes.Plan plan = Party.plan(parties, Path.of(words[0]), System::currentTimeMillis, new SecureRandom()::generateSeed);
    try (Nodes nodes = Nodes.start(plan)) {
      for (Running node : nodes.running().values()) {
        answer(node);
      }
      long processor = processorTime();
      long memory = memory();
      System.out.println(processor + " " + memory + " " + (entries == 0 ? 0 : said(nodes, parties, entries)));
    }
  }

  /** One of three says as fast as it is acknowledged, while the keeper places and everybody follows and cosigns. */
  private static long said(Nodes nodes, List<Party> parties, int entries) {
    Party side = parties.getFirst();
    Proceedings proceedings = nodes.of(side.id()).proceedings();
    Digest opening = proceedings.say(side.people().get(0), Function.SIDE, Party.opening(parties));
    proceedings.say(side.people().get(1), Function.SIDE, new Move.Sign(opening));
    say(proceedings, side, opening, WARM_UP);
    long from = System.nanoTime();
    say(proceedings, side, opening, entries);
    return System.nanoTime() - from;
  }

  private static void say(Proceedings proceedings, Party side, Digest opening, int count) {
    List<CompletableFuture<Optional<Digest>>> said = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      said.add(proceedings.saying(side.people().get(2), Function.SIDE, new Move.Sign(opening)));
    }
    CompletableFuture.allOf(said.toArray(CompletableFuture[]::new)).join();
  }

  private static void answer(Running node) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) node.url().toURL().openConnection();
    if (connection.getResponseCode() >= 500) {
      throw new IOException("a page that fails: " + connection.getResponseCode());
    }
  }

  private static long processorTime() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  private static long memory() throws IOException {
    long sum = 0;
    for (ProcessHandle process : Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants()).toList()) {
      sum += share(process);
    }
    return sum;
  }

  /** Linux alone tells: the line "Pss: 1234 kB". */
  private static long share(ProcessHandle process) throws IOException {
    Path rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
    if (!Files.isReadable(rollup)) {
      return 0;
    }
    return Files.readAllLines(rollup).stream()
        .filter(line -> line.startsWith("Pss:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }
}
