package homeward.server.candidates;

import homeward.evidence.Model;
import homeward.matching.Progress;
import homeward.recognition.Cells;
import homeward.recognition.Comparison;
import homeward.register.PeopleFile.Kind;
import homeward.server.register.Register;
import homeward.values.Lexicon;
import homeward.values.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The rows of one comparison, with the versions of their records. */
final class Tables {
  private final What what;
  private final Progress progress;
  private final Rows ones;
  private final Rows others;
  private final Map<String, Long> oneVersions = new HashMap<>();
  private final Map<String, Long> otherVersions = new HashMap<>();

  private Tables(What what, Progress progress) {
    Lexicon lexicon = Comparison.lexicon();
    this.what = what;
    this.progress = progress;
    this.ones = new Rows(lexicon);
    this.others = new Rows(lexicon);
  }

  /** Reads the registers, or the list where one is compared; an entry that repeats another is not compared. */
  static Tables of(What what, Register register, Optional<Received.Listed> listed, Progress progress) {
    Tables tables = new Tables(what, progress);
    tables.read(register, what.register(), tables.ones, tables.oneVersions);
    what.other().filter(kind -> !what.within()).ifPresent(kind -> tables.read(register, kind, tables.others, tables.otherVersions));
    listed.filter(list -> what == What.LIST).ifPresent(list -> list.entries().values().stream().filter(entry -> !entry.repeats()).forEach(entry -> {
      tables.others.put(entry.ref(), Cells.of(entry.texts()));
      tables.otherVersions.put(entry.ref(), entry.version());
    }));
    return tables;
  }

  private void read(Register register, Kind kind, Rows rows, Map<String, Long> versions) {
    register.compare(kind, person -> {
      rows.put(person.code(), Cells.of(person.texts()));
      versions.put(person.code(), person.version());
      if (rows.size() % 1_000 == 0) {
        progress.at("Reading", rows.size(), 0);
      }
    });
  }

  Optional<Comparison> compare(Optional<Model> model) {
    return switch (what) {
      case LIST -> Comparison.of(ones, others, model, 1, progress);
      case SEEN -> Comparison.each(others, ones, model, 1, progress);
      case SOUGHT, HELD -> Comparison.within(ones, model, 1, progress);
    };
  }

  /** Those of a register whose record is another one than was compared before. */
  List<String> changedSince(Map<String, Long> compared) {
    return oneVersions.entrySet().stream().filter(each -> !each.getValue().equals(compared.get(each.getKey()))).map(Map.Entry::getKey).sorted().toList();
  }

  /** Compares these of a register with all of it. */
  Optional<Comparison> compareAgain(List<String> changed, Model model) {
    return Comparison.again(ones, changed, model, progress);
  }

  /** Which version of each record of the register was compared. */
  Map<String, Long> versions() {
    return oneVersions;
  }

  /** Somebody seen is looked for among those sought; a pair is told from the one sought all the same. */
  Pairs.Kept kept(Comparison.Pair pair) {
    String one = what == What.SEEN ? pair.other() : pair.one();
    String other = what == What.SEEN ? pair.one() : pair.other();
    return new Pairs.Kept(one, other, pair, version(oneVersions, one), version(what.within() ? oneVersions : otherVersions, other));
  }

  private static long version(Map<String, Long> versions, String record) {
    return Objects.requireNonNull(versions.get(record));
  }

  int ones() {
    return ones.size();
  }

  int others() {
    return what.within() ? ones.size() : others.size();
  }
}
