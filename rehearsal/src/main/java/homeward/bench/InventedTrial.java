package homeward.bench;

import homeward.evidence.Model;
import homeward.matching.Batch;
import homeward.matching.Decision;
import homeward.matching.Match;
import homeward.matching.Progress;
import homeward.matching.Thresholds;
import homeward.people.LinkedRegisters;
import homeward.values.Abilities;
import homeward.values.Lexicon;
import homeward.values.Rows;
import homeward.values.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Matches two invented registers and compares with the truth: as a whole, by stratum, and with parts taken away. */
final class InventedTrial {
  private final LinkedRegisters registers;
  private final int threads;
  private final Map<Integer, Integer> truth = new HashMap<>();

  InventedTrial(int sought, int held, double noise, long seed, int threads) {
    this.registers = LinkedRegisters.invent(sought, held, noise, seed);
    this.threads = threads;
    registers.pairs().forEach(pair -> truth.put(row(pair.sought()), row(pair.held())));
  }

  LinkedRegisters registers() {
    return registers;
  }

  private static int row(String id) {
    return Integer.parseInt(id.substring(1)) - 1;
  }

  /** Two registers read and indexed. */
  Batch read(Abilities abilities) {
    Lexicon lexicon = new Lexicon(Schema.people(), abilities);
    Rows sought = new Rows(lexicon);
    Rows held = new Rows(lexicon);
    registers.sought().forEach(entry -> sought.put(entry.id(), entry.cells()));
    registers.held().forEach(entry -> held.put(entry.id(), entry.cells()));
    return new Batch(sought, held, threads, Progress.SILENT);
  }

  List<Match> whole() {
    Batch batch = read(Abilities.ALL);
    return batch.match(batch.learn(), Thresholds.USUAL);
  }

  RegisterScore score(List<Match> matches) {
    return RegisterScore.of(matches, truth, registers.sought().size());
  }

  /** What each part is worth: the score without it. */
  Map<String, RegisterScore> ablations() {
    Map<String, RegisterScore> scores = new LinkedHashMap<>();
    scores.put("without classes", limited(new Abilities(false, true)));
    scores.put("without skeletons", limited(new Abilities(true, false)));
    Batch batch = read(Abilities.ALL);
    Model learnt = batch.learn();
    scores.put("without term frequency", score(batch.match(learnt, Thresholds.USUAL, false, true)));
    scores.put("without learning (EM)", score(batch.match(batch.untaught(), Thresholds.USUAL)));
    scores.put("without one-to-one", score(batch.match(learnt, Thresholds.USUAL, true, false)));
    return scores;
  }

  private RegisterScore limited(Abilities abilities) {
    Batch batch = read(abilities);
    return score(batch.match(batch.learn(), Thresholds.USUAL));
  }

  /** The share of true pairs each key finds, and of those no other key finds. */
  List<String> keys() {
    Batch batch = read(Abilities.ALL);
    int[] found = new int[batch.keyNames().size()];
    int[] alone = new int[found.length];
    int missed = 0;
    for (Map.Entry<Integer, Integer> pair : truth.entrySet()) {
      boolean[] by = batch.foundBy(pair.getKey(), pair.getValue());
      int last = -1;
      int count = 0;
      for (int key = 0; key < by.length; key++) {
        found[key] += by[key] ? 1 : 0;
        count += by[key] ? 1 : 0;
        last = by[key] ? key : last;
      }
      missed += count == 0 ? 1 : 0;
      alone[Math.max(0, last)] += count == 1 ? 1 : 0;
    }
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, "no key finds %.4f of the pairs", missed / (double) truth.size()));
    for (int key = 0; key < found.length; key++) {
      lines.add(String.format(Locale.ROOT, "%-40s finds %.3f, alone %.4f", batch.keyNames().get(key), found[key] / (double) truth.size(),
          alone[key] / (double) truth.size()));
    }
    return lines;
  }

  /** Misses and false matches by what is hard about the rows, with intervals of 95 in 100. */
  List<String> strata(List<Match> matches) {
    Map<Integer, Match> best = new HashMap<>();
    Map<Integer, Boolean> shown = new HashMap<>();
    for (Match match : matches) {
      if (match.decision() == Decision.MATCH) {
        best.put(match.sought(), match);
      }
      shown.merge(match.sought(), truth.getOrDefault(match.sought(), -1) == match.held(), Boolean::logicalOr);
    }
    Map<String, int[]> counts = new TreeMap<>();
    truth.forEach((sought, held) -> {
      for (Function<LinkedRegisters.Entry, String> by : List.<Function<LinkedRegisters.Entry, String>>of(
          entry -> "script: " + entry.script(), entry -> "names outside the tables: " + entry.note().equals("foreign"), InventedTrial::gaps)) {
        int[] count = counts.computeIfAbsent(by.apply(registers.held().get(held)), name -> new int[3]);
        count[0]++;
        count[1] += best.containsKey(sought) && best.get(sought).held() == held ? 1 : 0;
        count[2] += shown.getOrDefault(sought, false) ? 1 : 0;
      }
    });
    List<String> lines = new ArrayList<>();
    counts.forEach((name, count) -> lines.add(String.format(Locale.ROOT, "%-36s %6d pairs, match %s, match or review %s", name, count[0],
        Interval.of(count[1], count[0]), Interval.of(count[2], count[0]))));
    lines.addAll(falseMatches(best));
    return lines;
  }

  private static String gaps(LinkedRegisters.Entry entry) {
    long empty = entry.cells().stream().filter(String::isEmpty).count();
    return empty <= 2 ? "missing details: at most 2" : empty <= 5 ? "missing details: 3 to 5" : "missing details: 6 and more";
  }

  private List<String> falseMatches(Map<Integer, Match> best) {
    Map<String, int[]> counts = new TreeMap<>();
    registers.held().forEach(entry -> counts.computeIfAbsent(hard(entry), name -> new int[2])[0]++);
    best.forEach((sought, match) -> {
      if (truth.getOrDefault(sought, -1) != match.held()) {
        counts.computeIfAbsent(hard(registers.held().get(match.held())), name -> new int[2])[1]++;
      }
    });
    return counts.entrySet().stream().map(entry -> String.format(Locale.ROOT, "%-36s %6d held, falsely matched %s", entry.getKey(),
        entry.getValue()[0], Interval.of(entry.getValue()[1], entry.getValue()[0]))).toList();
  }

  private static String hard(LinkedRegisters.Entry entry) {
    return switch (entry.note()) {
      case "kin" -> "held: brothers and fathers";
      case "twin" -> "held: twins";
      case "namesake" -> "held: namesakes";
      default -> "held: others";
    };
  }
}
