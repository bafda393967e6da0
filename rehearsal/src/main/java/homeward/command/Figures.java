package homeward.command;

import homeward.bench.Measure;
import homeward.bench.Measure.Aim;
import homeward.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** Figures beside their aims, with the command that measured them and the machine on which it did. */
record Figures(String command, List<Measure> measures) {
  /** For people. */
  void print(PrintWriter out) {
    out.printf("%s%n%s%n%n", command, machine());
    out.printf("%-34s %12s %-9s %-9s %-7s %s%n", "what", "figure", "", "aim", "", "how");
    for (Measure each : measures) {
      String figure = each.value().isPresent() ? number(each.value().getAsDouble()) : "-";
      String met = each.met().map(reached -> reached ? "met" : "missed").orElse("");
      out.printf("%-34s %12s %-9s %-9s %-7s %s%n",
          each.what(), figure, each.unit(), each.aim().map(Figures::words).orElse(""), met, each.how());
    }
    out.flush();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
  }

  private static String words(Aim aim) {
    return switch (aim) {
      case Aim.AtMost(double bound) -> "<= " + plain(bound);
      case Aim.AtLeast(double bound) -> ">= " + plain(bound);
    };
  }

  private static String plain(double bound) {
    return String.format(Locale.ROOT, bound == Math.rint(bound) ? "%.0f" : "%.2f", bound);
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
  Json json() {
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
    return Json.fields("command", command, "machine", machine(), "figures", new Json.Fields(figures));
  }
}
