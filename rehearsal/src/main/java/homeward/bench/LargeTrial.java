package homeward.bench;

import homeward.evidence.Model;
import homeward.matching.Index;
import homeward.matching.Match;
import homeward.matching.Thresholds;
import homeward.people.LinkedRegisters;
import homeward.values.Abilities;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Size: two registers of so many rows, matched in one process, and an index of as many that is asked row by row. */
public final class LargeTrial {
  private static final int QUESTIONS = 20_000;

  private LargeTrial() {}

  /**
   * Runs it and answers the figures as lines.
   *
   * @param wall a clock for the time one question takes, in nanoseconds
   */
  public static List<String> run(int rows, int threads, Clocks clocks, LongSupplier wall, Consumer<String> progress) {
    progress.accept("inventing " + rows + " rows on each side");
    InventedTrial trial = new InventedTrial(rows, rows, 2, 201, threads);
    progress.accept("matching");
    long before = clocks.process().getAsLong();
    var batch = trial.read(Abilities.ALL);
    long pairs = batch.expectedPairs();
    Model model = batch.learn();
    List<Match> matches = batch.match(model, Thresholds.USUAL);
    double seconds = (clocks.process().getAsLong() - before) / Clocks.SECOND;
    RegisterScore score = trial.score(matches);
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, "batch %d x %d: %.1f s of processor time with %d threads, %d candidate pairs, best F1 %.4f,"
        + " recall at 0.999 %.4f, found %.4f", rows, rows, seconds, threads, pairs, score.bestF1(), score.recallAt999(), score.found()));
    progress.accept("asking an index");
    lines.add(questions(trial.registers(), model, wall));
    return lines;
  }

  private static String questions(LinkedRegisters registers, Model model, LongSupplier wall) {
    Index index = new Index(model, Thresholds.USUAL);
    registers.held().forEach(entry -> index.put(entry.id(), entry.cells()));
    int questions = Math.min(QUESTIONS, registers.sought().size());
    long[] times = new long[questions];
    for (int round = 0; round < 2; round++) {
      for (int question = 0; question < questions; question++) {
        long from = wall.getAsLong();
        index.ask(registers.sought().get(question).cells());
        times[question] = wall.getAsLong() - from;
      }
    }
    Arrays.sort(times);
    return String.format(Locale.ROOT, "index of %d, %d questions, one thread: p50 %.3f ms, p99 %.3f ms", index.size(), questions,
        times[questions / 2] / 1e6, times[questions * 99 / 100] / 1e6);
  }
}
