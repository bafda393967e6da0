package homeward.bench;

import homeward.bench.Measure.Aim;
import homeward.matching.Batch;
import homeward.matching.Match;
import homeward.matching.Progress;
import homeward.matching.Thresholds;
import homeward.names.Names;
import homeward.people.Population;
import homeward.recognition.Cells;
import homeward.register.Person;
import homeward.values.Lexicon;
import homeward.values.Rows;
import homeward.values.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * Measures matching: on truth that other people made, where it is there, and on registers invented here. Seeds, sizes and
 * thresholds are fixed in this file and in {@link homeward.matching.Thresholds}, before the run whose figures are published.
 */
public final class MatchingBench {
  /** The seeds that were looked at while the engine was made are 1 to 9; these are not among them. */
  private static final long[] SEEDS = {101, 102, 103};
  private static final int SOUGHT = 20_000;
  private static final int HELD = 100_000;
  private static final double NOISE = 2;
  private static final int ELSEWHERE = 20_000;

  private final TruthFiles truth;
  private final int threads;
  private final Clocks clocks;
  private final Consumer<String> progress;
  private final List<Measure> measures = new ArrayList<>();
  private final List<String> details = new ArrayList<>();

  /**
   * Measures nothing yet.
   *
   * @param data where truth that other people made lies, in the folders febrl, ua-ru-dict, wikidata-en-ru, opensanctions
   * @param progress hears what is measured next
   */
  public MatchingBench(Optional<Path> data, int threads, Clocks clocks, Consumer<String> progress) {
    this.truth = new TruthFiles(data);
    this.threads = threads;
    this.clocks = clocks;
    this.progress = progress;
  }

  /** Tables beside the figures: strata, keys, parts taken away, names that were missed. */
  public List<String> details() {
    return List.copyOf(details);
  }

  /** Measures everything but size. */
  public List<Measure> measure() throws IOException {
    febrl();
    dictionaries();
    tokens();
    persons();
    invented();
    elsewhere();
    return List.copyOf(measures);
  }

  private void add(String code, String what, double value, Aim aim, String how) {
    measures.add(new Measure(code, what, "", OptionalDouble.of(value), Optional.of(aim), how));
  }

  private void absent(String code, String what) {
    measures.add(new Measure(code, what, "", OptionalDouble.empty(), Optional.empty(), "data absent"));
  }

  private void febrl() throws IOException {
    progress.accept("FEBRL 4");
    Optional<List<List<String>>> originals = truth.csv("febrl/dataset4a.csv");
    Optional<List<List<String>>> duplicates = truth.csv("febrl/dataset4b.csv");
    if (originals.isEmpty() || duplicates.isEmpty()) {
      absent("febrl4", "FEBRL 4, best F1");
      return;
    }
    RegisterScore score = FebrlTrial.score(originals.get(), duplicates.get(), threads);
    add("febrl4", "FEBRL 4, best F1", score.bestF1(), new Aim.AtLeast(.995),
        "without soc_sec_id, one to one; found " + score.found() + ", false matches " + score.falseMatches());
  }

  private void dictionaries() throws IOException {
    progress.accept("the Ukrainian and Russian dictionary");
    dictionary("names", "given names", 4, .98, true);
    dictionary("patronymics", "patronymics", 2, .97, true);
    dictionary("lastnames", "surnames", 2, .97, false);
  }

  private void dictionary(String file, String what, int forms, double aim, boolean bySound) throws IOException {
    Optional<List<List<String>>> rows = truth.csv("ua-ru-dict/" + file + ".csv");
    if (rows.isEmpty()) {
      absent(file, what + " told to be one");
      return;
    }
    DictionaryTrial trial = DictionaryTrial.of(rows.get(), forms, bySound, switch (file) {
      case "names" -> Names::given;
      case "patronymics" -> Names::patronymic;
      default -> DictionaryTrial::surname;
    });
    add(file, what + " told to be one", trial.share(), new Aim.AtLeast(aim),
        trial.size() + " names; by class or shared spelling" + (bySound ? ", or by skeleton" : " alone"));
    if (!bySound) {
      add("merged", "distinct surnames merged", trial.merged(), new Aim.AtMost(.015), "several Russian spellings under one Ukrainian");
    }
    details.add(what + " not told to be one (" + trial.missed().size() + "): "
        + String.join(", ", trial.missed().stream().limit(60).toList()));
  }

  private void tokens() throws IOException {
    progress.accept("the Latin tokens");
    Optional<List<List<String>>> rows = truth.packed("wikidata-en-ru/wd_russian_16.tsv.gz");
    if (rows.isEmpty()) {
      absent("tokens", "Latin token, nearest Cyrillic");
      return;
    }
    add("tokens", "Latin token, nearest Cyrillic", TokensTrial.topOne(rows.get()), new Aim.AtLeast(.90), "top one among all, every one of them asked");
  }

  private void persons() throws IOException {
    progress.accept("names alone");
    Optional<List<List<String>>> rows = truth.csv("opensanctions/name_bench_dev.csv");
    if (rows.isEmpty()) {
      absent("persons", "persons by name alone, F1");
      return;
    }
    PersonsTrial trial = PersonsTrial.of(rows.get());
    add("persons", "persons by name alone, F1", trial.f1(), new Aim.AtLeast(.80), trial.how());
    details.addAll(trial.mistakes());
  }

  private void invented() {
    for (long seed : SEEDS) {
      progress.accept("invented registers, seed " + seed);
      InventedTrial trial = new InventedTrial(SOUGHT, HELD, NOISE, seed, threads);
      long before = clocks.process().getAsLong();
      List<Match> matches = trial.whole();
      double seconds = (clocks.process().getAsLong() - before) / Clocks.SECOND;
      register(seed, trial.score(matches), seconds);
      if (seed == SEEDS[0]) {
        details.addAll(trial.strata(matches));
        details.addAll(trial.keys());
        trial.ablations().forEach((without, score) -> details.add(
            String.format(Locale.ROOT, "%-24s best F1 %.4f, recall at 0.999 %.4f, found %.4f, false matches %d, reviews %d", without,
                score.bestF1(), score.recallAt999(), score.found(), score.falseMatches(), score.reviews())));
      }
    }
  }

  /** The people of the demo: another generator, with other names, slips and gaps, whom nothing in the engine was chosen by. */
  private void elsewhere() {
    progress.accept("registers of another generator");
    Population people = Population.generate(ELSEWHERE, SEEDS[0]);
    Lexicon lexicon = new Lexicon(Schema.people());
    Rows sought = rows(lexicon, people.aSought());
    Rows held = rows(lexicon, people.bHeld());
    Map<Integer, Integer> who = new HashMap<>();
    people.truth().stream().filter(line -> sought.row(line.soughtId()) >= 0 && held.row(line.heldId()) >= 0)
        .forEach(line -> who.putIfAbsent(sought.row(line.soughtId()), held.row(line.heldId())));
    Batch batch = new Batch(sought, held, threads, Progress.SILENT);
    RegisterScore score = RegisterScore.of(batch.match(batch.learn(), Thresholds.USUAL), who, sought.size());
    String which = sought.size() + " x " + held.size() + ", the demo's generator";
    add("f1-elsewhere", "registers of another generator, best F1", score.bestF1(), new Aim.AtLeast(.97), which);
    add("found-elsewhere", "true pairs in match or review", score.found(), new Aim.AtLeast(.985), score.reviews() + " reviews");
    add("calibration-elsewhere", "expected calibration error", score.calibrationError(), new Aim.AtMost(.02), which);
    add("alone-elsewhere", "people without partner, matched", score.falseAlone() / (double) score.alone(), new Aim.AtMost(.0005),
        score.falseAlone() + " of " + score.alone());
  }

  private static Rows rows(Lexicon lexicon, List<Person> people) {
    Rows rows = new Rows(lexicon);
    people.forEach(person -> rows.put(person.id(), Cells.of(person)));
    return rows;
  }

  private void register(long seed, RegisterScore score, double seconds) {
    String which = "20k x 100k, noise 2, seed " + seed;
    add("f1-" + seed, "invented registers, best F1", score.bestF1(), new Aim.AtLeast(.97), which);
    add("recall-" + seed, "recall at precision 0.999", score.recallAt999(), new Aim.AtLeast(.93), which);
    add("found-" + seed, "true pairs in match or review", score.found(), new Aim.AtLeast(.985), score.reviews() + " reviews");
    add("calibration-" + seed, "expected calibration error", score.calibrationError(), new Aim.AtMost(.02), which);
    add("alone-" + seed, "people without partner, matched", score.falseAlone() / (double) score.alone(), new Aim.AtMost(.0005),
        score.falseAlone() + " of " + score.alone());
    measures.add(new Measure("seconds-" + seed, "processor time, read to proposals", "s", OptionalDouble.of(seconds), Optional.empty(),
        threads + " threads"));
  }
}
