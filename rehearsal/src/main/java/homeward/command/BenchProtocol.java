package homeward.command;

import homeward.bench.Clocks;
import homeward.bench.Measure;
import homeward.bench.Measure.Aim;
import homeward.bench.ProtocolBench;
import homeward.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the reference exchange in seconds of processor time, which other work on the machine disturbs least. */
@Command(
    name = "protocol",
    description = "Plays the reference exchange, verifies its bundle, decides, signs; prints processor time beside the aims.")
final class BenchProtocol implements Callable<Exit> {
  private static final String TIMED = "TIMEFORMAT='%U %S'; { time \"$0\" \"$@\" >/dev/null 2>&1; } || echo failed";
  private static final Pattern TIMES = Pattern.compile("([0-9.]+) ([0-9.]+)");
  private static final String COMMAND = "./homeward bench protocol";

  @Mixin private Console console = new Console();

  @Option(names = "--json", paramLabel = "FILE", description = "write the figures here as well")
  private Optional<Path> json = Optional.empty();

  @Override
  public Exit call() throws IOException {
    Path temporary = Files.createTempDirectory("homeward-bench");
    try {
      List<Measure> measures = new ProtocolBench(clocks(), BenchProtocol::run, temporary.resolve("bundle"), console::say).measure();
      print(measures);
      if (json.isPresent()) {
        Files.writeString(json.get(), asJson(measures).pretty());
      }
      return Exit.DONE;
    } finally {
      delete(temporary);
    }
  }

  private static Clocks clocks() {
    var threads = ManagementFactory.getThreadMXBean();
    if (!(ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system)) {
      throw new IllegalStateException("this JVM does not count the processor time of its process");
    }
    return new Clocks(system::getProcessCpuTime, threads::getCurrentThreadCpuTime);
  }

  /** The shell knows what its children took; a JVM does not. What is built stays as it is: building is no part of the figure. */
  private static long run(String... words) throws IOException {
    List<String> line = new ArrayList<>(List.of("bash", "-c", TIMED, Path.of(System.getProperty("homeward.root", ".")).resolve("homeward").toString()));
    line.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().put("HOMEWARD_NO_BUILD", "1");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    Matcher times = TIMES.matcher(said);
    if (!times.matches()) {
      throw new IOException("./homeward " + String.join(" ", words) + " did not succeed: " + said);
    }
    return Math.round((Double.parseDouble(times.group(1)) + Double.parseDouble(times.group(2))) * 1e9);
  }

  private void print(List<Measure> measures) {
    PrintWriter out = console.out();
    out.printf("%s%n%s%n%n", COMMAND, machine());
    out.printf("%-34s %12s %-9s %-9s %-7s %s%n", "what", "figure", "", "aim", "", "how");
    for (Measure each : measures) {
      String figure = each.value().isPresent() ? number(each.value().getAsDouble()) : "-";
      String met = each.met().map(reached -> reached ? "met" : "missed").orElse("");
      out.printf("%-34s %12s %-9s %-9s %-7s %s%n",
          each.what(), figure, each.unit(), each.aim().map(BenchProtocol::words).orElse(""), met, each.how());
    }
    out.flush();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
  }

  private static String words(Aim aim) {
    return switch (aim) {
      case Aim.AtMost(double bound) -> "<= " + String.format(Locale.ROOT, "%.0f", bound);
      case Aim.AtLeast(double bound) -> ">= " + String.format(Locale.ROOT, "%.0f", bound);
    };
  }

  private static String machine() {
    return "%s, %d processors, JDK %s (%s), %s".formatted(
        processor(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        System.getProperty("java.vm.name"),
        System.getProperty("os.name"));
  }

  /** Linux tells the model; elsewhere the architecture has to do. */
  private static String processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines.filter(line -> line.startsWith("model name")).map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst()
          .orElseGet(() -> System.getProperty("os.arch"));
    } catch (IOException unknown) {
      return System.getProperty("os.arch");
    }
  }

  /** Whole numbers: the form of our JSON has no others. Thousandths keep what matters. */
  private static Json asJson(List<Measure> measures) {
    SequencedMap<String, Json> figures = new LinkedHashMap<>();
    for (Measure each : measures) {
      SequencedMap<String, Json> figure = new LinkedHashMap<>();
      figure.put("unit", Json.of(each.unit()));
      each.value().ifPresent(value -> figure.put("thousandths", Json.of(Math.round(value * 1000))));
      each.aim().ifPresent(aim -> figure.put("aim", Json.of(words(aim))));
      each.met().ifPresent(met -> figure.put("met", Json.of(met)));
      figure.put("how", Json.of(each.how()));
      figures.put(each.code(), new Json.Fields(figure));
    }
    return Json.fields("command", COMMAND, "machine", machine(), "figures", new Json.Fields(figures));
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
