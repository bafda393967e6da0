package homeward.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import homeward.evidence.Model;
import homeward.matching.Decision;
import homeward.matching.Index;
import homeward.matching.Match;
import homeward.matching.Thresholds;
import homeward.people.LinkedRegisters;
import homeward.people.LinkedRegisters.Entry;
import homeward.tables.Stored;
import homeward.tables.TableFile;
import homeward.values.Lexicon;
import homeward.values.Rows;
import homeward.values.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Size: two registers of so many rows, written to files and matched by the command {@code match} in a process of its own, so
 * that time, memory and accuracy are of one run from file to file; and an index of as many that is asked row by row.
 */
public final class LargeTrial {
  private static final int QUESTIONS = 20_000;
  private static final double NOISE = 2;
  private static final long SEED = 201;
  private static final double TICKS = 100;
  /** About what a row takes in an index to which rows are added, with the room that arrays need to grow, in bytes. */
  private static final long A_ROW = 1_200;

  private final Path directory;
  private final int rows;
  private final Map<Integer, Integer> truth = new HashMap<>();
  private final List<List<String>> questions = new ArrayList<>();
  private final Map<String, int[]> byScript = new TreeMap<>();
  private final byte[] scripts;

  private LargeTrial(Path directory, int rows) {
    this.directory = directory;
    this.rows = rows;
    this.scripts = new byte[rows];
  }

  /**
   * Runs it and tells each figure as a line as soon as it is known.
   *
   * @param directory an empty one for the files
   * @param memory what the process of the match may take as its heap, as the JVM's -Xmx has it
   * @param clock of the time one question takes, in nanoseconds
   */
  public static void run(Path directory, int rows, int threads, String memory, LongSupplier clock, Hearer hearer) throws IOException {
    LargeTrial trial = new LargeTrial(directory, rows);
    hearer.doing("inventing " + rows + " rows on each side");
    trial.invent();
    hearer.doing("matching");
    hearer.figure(trial.match(threads, memory));
    trial.score().forEach(hearer::figure);
    hearer.doing("asking an index");
    long megabytes = rows * A_ROW / (1 << 20);
    hearer.figure(megabytes << 20 > Runtime.getRuntime().maxMemory()
        ? String.format(Locale.ROOT, "index of %d: not asked, it wants a heap of %d MB: HOMEWARD_JAVA_OPTS=-Xmx%dm", rows, megabytes, megabytes)
        : trial.questions(clock));
  }

  /** Who hears of a trial while it runs. */
  public interface Hearer {
    /** What is done now. */
    void doing(String what);

    /** A figure that was found. */
    void figure(String line);
  }

  private void invent() throws IOException {
    try (CsvWriter sought = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file("sought.csv"));
        CsvWriter held = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file("held.csv"))) {
      List<String> header = Stream.concat(Stream.of("id"), LinkedRegisters.COLUMNS.stream()).toList();
      sought.writeRecord(header);
      held.writeRecord(header);
      LinkedRegisters.tell(rows, rows, NOISE, SEED, new LinkedRegisters.Hearer() {
        private int last = -1;

        @Override
        public void sought(Entry entry) {
          write(sought, entry);
          last++;
          if (questions.size() < QUESTIONS) {
            questions.add(entry.cells());
          }
        }

        @Override
        public void held(Entry entry, boolean partner) {
          write(held, entry);
          int row = row(entry.id());
          scripts[row] = (byte) entry.script().charAt(0);
          byScript.computeIfAbsent(entry.script(), script -> new int[2])[0]++;
          if (partner) {
            truth.put(last, row);
          }
        }
      });
    }
  }

  private Path file(String name) {
    return directory.resolve(name);
  }

  private static int row(String id) {
    return Integer.parseInt(id.substring(1)) - 1;
  }

  private static void write(CsvWriter writer, Entry entry) {
    writer.writeRecord(Stream.concat(Stream.of(entry.id()), entry.cells().stream()).toList());
  }

  /** As the start script runs it. Time and memory are read from the system twenty times a second, the last before its end. */
  private String match(int threads, String memory) throws IOException {
    Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-XX:+UseSerialGC",
        "-XX:+UseTransparentHugePages", "-XX:MaxTenuringThreshold=0", "-XX:FreqInlineSize=40", "-Xmx" + memory,
        "-cp", System.getProperty("java.class.path"), "homeward.command.Main", "match",
        file("sought.csv").toString(), file("held.csv").toString(), "--out", file("matches.csv").toString(), "--threads",
        String.valueOf(threads), "--save-model", file("model.json").toString())
        .redirectErrorStream(true).redirectOutput(file("said.txt").toFile()).start();
    double seconds = 0;
    long peak = 0;
    try {
      while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
        seconds = Math.max(seconds, seconds(process.pid()));
        peak = Math.max(peak, peak(process.pid()));
      }
    } catch (InterruptedException stopped) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
    if (process.exitValue() != 0) {
      throw new IOException("match ended with " + process.exitValue() + ": " + Files.readString(file("said.txt")));
    }
    String pairs = Files.readAllLines(file("said.txt")).stream().filter(line -> line.startsWith("About ")).findFirst().orElse("");
    return String.format(Locale.ROOT, "batch %d x %d, file to file, %d threads: %.1f s of processor time, peak %.0f MB, %.2f KB a record; %s",
        rows, rows, threads, seconds, peak / 1e3, peak / (2.0 * rows), pairs);
  }

  /** User and system time of a process, as Linux counts it. */
  private static double seconds(long process) {
    try {
      String[] parts = Files.readString(Path.of("/proc/" + process + "/stat")).replaceAll("^.*\\) ", "").split(" ", -1);
      return (Long.parseLong(parts[11]) + Long.parseLong(parts[12])) / TICKS;
    } catch (IOException ended) {
      return 0;
    }
  }

  /** The most memory a process has had, in kilobytes. */
  private static long peak(long process) {
    try {
      return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream().filter(line -> line.startsWith("VmHWM"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", ""))).findFirst().orElse(0);
    } catch (IOException ended) {
      return 0;
    }
  }

  private List<String> score() throws IOException {
    List<Match> matches = matches();
    RegisterScore score = RegisterScore.of(matches, truth, rows);
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, "the same run: best F1 %.4f, recall at 0.999 %.4f, match or review %.4f, reviews %d,"
        + " calibration error %.4f, matched without a partner %d of %d, 1 in %.0f", score.bestF1(), score.recallAt999(), score.found(),
        score.reviews(), score.calibrationError(), score.falseAlone(), score.alone(), score.alone() / (double) Math.max(1, score.falseAlone())));
    for (Match match : matches) {
      if (match.decision() == Decision.MATCH && truth.getOrDefault(match.sought(), -1) != match.held()) {
        byScript.forEach((script, count) -> count[1] += script.charAt(0) == scripts[match.held()] ? 1 : 0);
      }
    }
    byScript.forEach((script, count) -> lines.add(String.format(Locale.ROOT, "held in %-10s %8d, falsely matched %d, %s", script, count[0],
        count[1], Interval.of(count[1], count[0]))));
    return lines;
  }

  private List<Match> matches() throws IOException {
    List<Match> matches = new ArrayList<>();
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file("matches.csv"))) {
      for (CsvRecord record : csv) {
        if (record.getField(0).equals("sought_id")) {
          continue;
        }
        matches.add(new Match(row(record.getField(0)), row(record.getField(1)), Double.parseDouble(record.getField(3)),
            Double.parseDouble(record.getField(2)), Decision.valueOf(record.getField(4).toUpperCase(Locale.ROOT))));
      }
    }
    return matches;
  }

  private String questions(LongSupplier clock) throws IOException {
    Schema schema = Schema.people();
    if (!(Stored.model(file("model.json"), schema) instanceof Stored.Loaded.Sound<Model>(Model model))) {
      throw new IOException("the model that was just written cannot be read");
    }
    Index index = new Index(model, Thresholds.USUAL);
    TableFile.read(file("held.csv"), new Rows(new Lexicon(schema)), index::put);
    long[] times = new long[questions.size()];
    for (int round = 0; round < 2; round++) {
      for (int question = 0; question < times.length; question++) {
        long from = clock.getAsLong();
        index.ask(questions.get(question));
        times[question] = clock.getAsLong() - from;
      }
    }
    Arrays.sort(times);
    return String.format(Locale.ROOT, "index of %d, %d questions, one thread: p50 %.3f ms, p99 %.3f ms, longest %.1f ms", index.size(), times.length,
        times[times.length / 2] / 1e6, times[times.length * 99 / 100] / 1e6, times[times.length - 1] / 1e6);
  }
}
