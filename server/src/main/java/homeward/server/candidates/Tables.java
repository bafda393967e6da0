package homeward.server.candidates;

import homeward.evidence.Model;
import homeward.matching.Progress;
import homeward.recognition.Cells;
import homeward.recognition.Comparison;
import homeward.server.register.Register;
import homeward.values.Lexicon;
import homeward.values.Rows;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The rows of one comparison, with the versions of their records. */
final class Tables {
  private final What what;
  private final Rows ones;
  private final Rows others;
  private final Map<String, Long> oneVersions = new HashMap<>();
  private final Map<String, Long> otherVersions = new HashMap<>();

  private Tables(What what) {
    Lexicon lexicon = Comparison.lexicon();
    this.what = what;
    this.ones = new Rows(lexicon);
    this.others = new Rows(lexicon);
  }

  /** Reads the register, and the list where one is compared; an entry that repeats another is not compared. */
  static Tables of(What what, Register register, Optional<Received.Listed> listed, Progress progress) {
    Tables tables = new Tables(what);
    register.compare(what.register(), person -> {
      tables.ones.put(person.code(), Cells.of(person.texts()));
      tables.oneVersions.put(person.code(), person.version());
      if (tables.ones.size() % 1_000 == 0) {
        progress.at("Reading", tables.ones.size(), 0);
      }
    });
    listed.filter(list -> what == What.LIST).ifPresent(list -> list.entries().values().stream().filter(entry -> !entry.repeats()).forEach(entry -> {
      tables.others.put(entry.ref(), Cells.of(entry.texts()));
      tables.otherVersions.put(entry.ref(), entry.version());
    }));
    return tables;
  }

  Optional<Comparison> compare(Optional<Model> model, Progress progress) {
    return what == What.LIST ? Comparison.of(ones, others, model, 1, progress) : Comparison.within(ones, model, 1, progress);
  }

  Pairs.Kept kept(Comparison.Pair pair) {
    return new Pairs.Kept(pair, version(oneVersions, pair.one()), version(what == What.LIST ? otherVersions : oneVersions, pair.other()));
  }

  private static long version(Map<String, Long> versions, String record) {
    return Objects.requireNonNull(versions.get(record));
  }

  int ones() {
    return ones.size();
  }

  int others() {
    return what == What.LIST ? others.size() : ones.size();
  }
}
