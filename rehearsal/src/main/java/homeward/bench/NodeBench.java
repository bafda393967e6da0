package homeward.bench;

import homeward.bench.Measure.Aim;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Measures real nodes: with their own databases, over HTTPS on loopback. */
public final class NodeBench {
  private static final int ENTRIES = 2_000;
  private static final double SECOND = 1e9;
  private static final double KILOBYTES_A_MEGABYTE = 1024;

  private final Path directory;
  private final Consumer<String> progress;

  /**
   * Measures nothing yet.
   *
   * @param directory where the databases are kept; what is written there is the caller's to delete
   * @param progress hears what is measured next
   */
  public NodeBench(Path directory, Consumer<String> progress) {
    this.directory = directory;
    this.progress = progress;
  }

  /**
   * Measures everything.
   *
   * @throws IOException when a process of ours fails
   */
  public List<Measure> measure() throws IOException {
    List<Measure> measures = new ArrayList<>();
    progress.accept("Entries through three nodes…");
    measures.add(entries(start(directory.resolve("entries"), 3, ENTRIES)));
    progress.accept("First start of three nodes…");
    Path three = directory.resolve("three");
    measures.add(seconds("node-first-start", "first start, three nodes", Optional.empty(), "databases made; " + COUNTED, start(three, 3, 0)));
    measures.add(seconds("node-start", "start, three nodes in one JVM", Optional.of(new Aim.AtMost(7)), COUNTED, start(three, 3, 0)));
    progress.accept("The same with a cache of what the JVM has loaded…");
    Path cache = directory.resolve("three.aot");
    start(three, 3, 0, "-XX:AOTCacheOutput=" + cache);
    Started cached = start(three, 3, 0, "-XX:AOTCache=" + cache, "-XX:AOTMode=on");
    measures.add(seconds("node-start-cached", "the same with an AOT cache", Optional.of(new Aim.AtMost(4)), COUNTED, cached));
    progress.accept("Memory of one node…");
    start(directory.resolve("one"), 1, 0);
    Started one = start(directory.resolve("one"), 1, 0);
    measures.add(
        new Measure(
            "node-memory", "memory of one node", "MB", OptionalDouble.of(one.kilobytes() / KILOBYTES_A_MEGABYTE), Optional.of(new Aim.AtMost(350)),
            "JVM and PostgreSQL after the first page (proportional set size)"));
    return measures;
  }

  private static final String COUNTED = "CPU s of the JVM until each has answered a page";

  /** What a process of nodes printed. */
  private record Started(long processor, long kilobytes, long wall) {}

  private static Measure entries(Started started) {
    double rate = ENTRIES / (started.wall() / SECOND);
    return new Measure(
        "node-entries", "entries signed and acknowledged", "a second", OptionalDouble.of(rate), Optional.of(new Aim.AtLeast(500)),
        "durable through fsync, by the wall; two other nodes in the same JVM place, follow, cosign");
  }

  private static Measure seconds(String code, String what, Optional<Aim> aim, String how, Started started) {
    return new Measure(code, what, "CPU s", OptionalDouble.of(started.processor() / SECOND), aim, how);
  }

  /** As the start script runs a node. */
  private static Started start(Path nodes, int count, int entries, String... options) throws IOException {
    List<String> words = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-Xss512k"));
    words.addAll(List.of(options));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), NodesProcess.class.getName()));
    words.addAll(List.of(nodes.toString(), Integer.toString(count), Integer.toString(entries)));
    Process process = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    Matcher numbers = Pattern.compile("(\\d+) (\\d+) (\\d+)").matcher(said);
    if (!numbers.find()) {
      throw new IOException("nodes did not start: " + said);
    }
    return new Started(Long.parseLong(numbers.group(1)), Long.parseLong(numbers.group(2)), Long.parseLong(numbers.group(3)));
  }
}
