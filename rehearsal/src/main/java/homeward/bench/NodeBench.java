package homeward.bench;

import homeward.bench.Measure.Aim;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Measures real nodes: with their own databases, over HTTPS on loopback. */
public final class NodeBench {
  private static final int ENTRIES = 2_000;
  private static final int PEOPLE = 100_000;
  private static final double SECOND = 1e9;
  private static final double MILLISECOND = 1e6;
  private static final double BYTES_A_KILOBYTE = 1_000;
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
    progress.accept("Pages, after an exchange of a thousand people and an import of a hundred thousand…");
    measures.addAll(pages(pagesAskedFor()));
    return measures;
  }

  private String pagesAskedFor() throws IOException {
    Path nodes = Files.createDirectories(directory.resolve("pages"));
    return run(List.of("-Xmx1g"), PagesProcess.class, List.of(nodes.toString(), Integer.toString(PEOPLE)));
  }

  /** A line for each page: its code, processor time of the program and of its database, bytes. */
  private static List<Measure> pages(String said) throws IOException {
    List<Measure> measures = new ArrayList<>();
    long heaviest = 0;
    Matcher line = Pattern.compile("page (\\w+) (\\d+) (\\d+) (\\d+)").matcher(said);
    while (line.find()) {
      double program = Long.parseLong(line.group(2)) / MILLISECOND;
      double database = Long.parseLong(line.group(3)) / MILLISECOND;
      measures.add(new Measure(
          "page-" + line.group(1), "a page: " + line.group(1), "CPU ms", OptionalDouble.of(program + database), Optional.of(new Aim.AtMost(15)),
          String.format(Locale.ROOT, "%.1f in the JVM, which asks as well, %.1f in PostgreSQL", program, database)));
      heaviest = Math.max(heaviest, Long.parseLong(line.group(4)));
    }
    if (measures.isEmpty()) {
      throw new IOException("no page was measured: " + said);
    }
    measures.add(new Measure(
        "page-load", "heaviest first load", "KB", OptionalDouble.of(heaviest / BYTES_A_KILOBYTE), Optional.of(new Aim.AtMost(100)),
        "of these pages, with all that a page loads, compressed"));
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

  private static Started start(Path nodes, int count, int entries, String... options) throws IOException {
    List<String> words = new ArrayList<>(List.of(options));
    words.add("-Xmx256m");
    String said = run(words, NodesProcess.class, List.of(nodes.toString(), Integer.toString(count), Integer.toString(entries)));
    Matcher numbers = Pattern.compile("(\\d+) (\\d+) (\\d+)").matcher(said);
    if (!numbers.find()) {
      throw new IOException("nodes did not start: " + said);
    }
    return new Started(Long.parseLong(numbers.group(1)), Long.parseLong(numbers.group(2)), Long.parseLong(numbers.group(3)));
  }

  /** As the start script runs a node; what the process printed. */
  private static String run(List<String> options, Class<?> program, List<String> arguments) throws IOException {
    List<String> words = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss512k"));
    words.addAll(options);
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    words.addAll(arguments);
    Process process = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
  }
}
