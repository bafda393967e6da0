package homeward.command;

import homeward.bench.Clocks;
import homeward.bench.Measure;
import homeward.bench.ProtocolBench;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
      Figures figures = new Figures(COMMAND, measures);
      figures.print(console.out());
      if (json.isPresent()) {
        Files.writeString(json.get(), figures.json().pretty());
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

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
