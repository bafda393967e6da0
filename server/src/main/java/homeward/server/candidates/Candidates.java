package homeward.server.candidates;

import homeward.register.Column;
import homeward.server.candidates.Candidate.Proposal;
import homeward.server.delegations.Reads;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import homeward.server.register.Filter;
import homeward.server.register.Group;
import homeward.server.register.PersonFile;
import homeward.server.register.Register;
import homeward.server.register.Saving;
import homeward.server.register.Statement.Standing;
import homeward.sheet.Guard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may be whom. Every face takes a viewer, leaves out the fields that the viewer may not see, and records whose records it showed;
 * codes, weights and rulings are kept in memory while they are the same, names never.
 */
@Component
public class Candidates {
  private final Pairs pairs;
  private final Register register;
  private final ObjectProvider<Received> received;
  private final Reads reads;
  private final Map<What, Held> held = new ConcurrentHashMap<>();

  Candidates(Pairs pairs, Register register, ObjectProvider<Received> received, Reads reads) {
    this.pairs = pairs;
    this.register = register;
    this.received = received;
    this.reads = reads;
  }

  /** All pairs of a sort, as they were after so many changes; by the record that stands second, the likeliest. */
  private record Held(long changes, List<Candidate> all, Map<String, Likeliest> byOther) {}

  private Held held(What what) {
    long changes = pairs.changes();
    Held known = held.get(what);
    if (known != null && known.changes() == changes) {
      return known;
    }
    List<Candidate> all = pairs.of(what);
    Map<String, Likeliest> byOther = new HashMap<>();
    all.stream().collect(Collectors.groupingBy(Candidate::other)).forEach((other, its) -> byOther.put(other, Likeliest.of(its)));
    Held fresh = new Held(changes, all, byOther);
    held.put(what, fresh);
    return fresh;
  }

  /** How often anything here has changed since the node started. */
  public long changes() {
    return pairs.changes();
  }

  /** Whom each entry of the other side's list may be, by its reference; entries that may be nobody have none. */
  @Transactional(readOnly = true)
  public Map<String, Likeliest> ofTheirs(Viewer by) {
    by.require(Right.LISTS_SEE);
    return held(What.LIST).byOther();
  }

  /** The files of these people with the fields that the viewer may see, by code; recorded as one read by the face that asks. */
  @Transactional
  public Map<String, PersonFile> files(Viewer by, String face, Collection<String> codes) {
    Map<String, PersonFile> files = new HashMap<>();
    if (!codes.isEmpty()) {
      register.files(by, face, new TreeSet<>(codes), Group.seenBy(by)).forEach(file -> files.put(file.code(), file));
    }
    return files;
  }

  private Optional<Received.Entry> entry(String ref) {
    return Optional.ofNullable(received.getIfAvailable()).flatMap(Received::listed).flatMap(list -> Optional.ofNullable(list.entries().get(ref)));
  }

  /** The pairs that a person of the register is one of, the likeliest of each sort, with the other record of each. */
  @Transactional
  public List<Shown> about(Viewer by, PersonFile file) {
    by.require(Right.LISTS_SEE);
    List<Shown> shown = new ArrayList<>();
    Map<What, List<Candidate>> sorts = new EnumMap<>(What.class);
    pairs.about(file.code()).forEach(each -> sorts.computeIfAbsent(each.what(), any -> new ArrayList<>()).add(each));
    sorts.forEach((what, its) -> {
      Likeliest likeliest = Likeliest.of(its);
      shown(by, "candidates.beside", likeliest.best()).forEach(each -> shown.add(new Shown(each.candidate(), each.one(), each.other(), likeliest.near())));
    });
    return shown;
  }

  /** The records of these pairs; one read of a sheet, and one of the list where its entries are shown. */
  private List<Shown> shown(Viewer by, String face, List<Candidate> some) {
    Set<String> codes = new TreeSet<>();
    some.forEach(each -> {
      codes.add(each.one());
      if (each.what() != What.LIST) {
        codes.add(each.other());
      }
    });
    Map<String, PersonFile> files = files(by, face, codes);
    if (some.stream().anyMatch(each -> each.what() == What.LIST)) {
      reads.record(by, face, "list", new TreeSet<>(rights(by)));
    }
    return some.stream().map(each -> new Shown(each, side(by, files, each.one(), false), side(by, files, each.other(), each.what() == What.LIST), false)).toList();
  }

  private static List<Right> rights(Viewer by) {
    return Group.seenBy(by).stream().map(Group::right).toList();
  }

  private Shown.Side side(Viewer by, Map<String, PersonFile> files, String record, boolean entry) {
    if (entry) {
      return entry(record).map(found -> new Shown.Side(record, found.version(), seen(by, found.texts()))).orElseGet(() -> Shown.Side.gone(record));
    }
    PersonFile file = files.get(record);
    return file == null ? Shown.Side.gone(record) : new Shown.Side(record, file.version(), file.shown());
  }

  private static Map<Column, String> seen(Viewer by, Map<Column, String> texts) {
    Set<Group> groups = Group.seenBy(by);
    Map<Column, String> seen = new EnumMap<>(Column.class);
    texts.forEach((column, text) -> {
      if (groups.contains(Group.of(column)) && column != Column.ID) {
        seen.put(column, text);
      }
    });
    return seen;
  }

  /** A pair with its reasons and everything that was ruled on it; empty when no pair has the code. */
  @Transactional
  Optional<Judged> judge(Viewer by, String code) {
    by.require(Right.LISTS_SEE);
    return pairs.find(code).map(candidate -> {
      Shown shown = shown(by, "candidates.pair", List.of(candidate)).getFirst();
      return new Judged(shown, Objects.requireNonNull(pairs.reasons(code).orElse(null)), pairs.rulings(code));
    });
  }

  /** What came of ruling on a pair. */
  enum Ruled {
    KEPT,
    /** One of the records is another one than was on the page. */
    CHANGED_MEANWHILE
  }

  /**
   * Keeps what a person said of a pair.
   *
   * @param oneVersion of the record that was on the page
   * @param otherVersion of the other one
   * @return empty when no pair has the code
   */
  @Transactional
  Optional<Ruled> rule(Viewer by, String code, Ruling.Word word, String reason, long oneVersion, long otherVersion) {
    return pairs.find(code).map(candidate -> {
      by.require(candidate.what().right());
      if (version(by, candidate.one(), false) != oneVersion || version(by, candidate.other(), candidate.what() == What.LIST) != otherVersion) {
        return Ruled.CHANGED_MEANWHILE;
      }
      String kept = reason.strip();
      pairs.rule(by, candidate, word, kept.substring(0, Math.min(kept.length(), Ruling.LONGEST)), oneVersion, otherVersion);
      return Ruled.KEPT;
    });
  }

  /** What came of telling a file where somebody was seen. */
  enum Told {
    /** It stands on the file. */
    KEPT,
    /** The file says so already, or nobody told where and when. */
    NOTHING_NEW,
    /** Somebody else was writing into the file. */
    CHANGED_MEANWHILE
  }

  /**
   * Writes into the file of somebody sought where and when they were seen, in the words and from the source of whoever saw them. What
   * became of the person is not written: that is for whoever keeps the file.
   *
   * @return empty when nobody said that the pair is one person, or no such pair has the code
   */
  @Transactional
  Optional<Told> tell(Viewer by, String code) {
    by.require(Right.REGISTER_CHANGE);
    return pairs.find(code).filter(each -> each.what() == What.SEEN && each.is(Ruling.Word.ACCEPTED)).flatMap(candidate -> {
      Map<String, PersonFile> files = files(by, "candidates.tell", List.of(candidate.one(), candidate.other()));
      return Optional.ofNullable(files.get(candidate.one())).flatMap(sought ->
          Optional.ofNullable(files.get(candidate.other())).map(seen -> tell(by, sought, seen)));
    });
  }

  private Told tell(Viewer by, PersonFile sought, PersonFile seen) {
    Map<Column, String> where = new EnumMap<>(seen.shown());
    where.keySet().retainAll(Set.of(Column.SEEN_PLACE, Column.SEEN_DATE));
    where.values().removeIf(String::isEmpty);
    if (where.isEmpty()) {
      return Told.NOTHING_NEW;
    }
    String informant = seen.source(where.keySet().iterator().next()).source().informant();
    return switch (register.save(by, sought.code(), sought.version(), where, Standing.REPORT, informant).orElseThrow()) {
      case Saving.Saved saved -> Told.KEPT;
      case Saving.Same same -> Told.NOTHING_NEW;
      case Saving.ChangedMeanwhile meanwhile -> Told.CHANGED_MEANWHILE;
      case Saving.Refused refused -> throw new IllegalStateException("what one file says another one takes");
    };
  }

  private long version(Viewer by, String record, boolean entry) {
    return entry ? entry(record).map(Received.Entry::version).orElse(0L) : register.version(by, record);
  }

  /** Pairs of a sort as somebody wants to see them, without whose they are. */
  @Transactional(readOnly = true)
  List<Candidate> wanted(Viewer by, What what, Wanted wanted, Wanted.Sort sort) {
    by.require(Right.LISTS_SEE);
    Set<String> named = wanted.text().isEmpty() ? Set.of() : named(by, what, wanted.text());
    return held(what).all().stream()
        .filter(wanted::fits)
        .filter(each -> wanted.text().isEmpty() || named.contains(each.one()) || named.contains(each.other()) || each.other().startsWith(wanted.text()))
        .sorted(Wanted.order(sort))
        .toList();
  }

  /** By a name that one may not see, one may not search. */
  private Set<String> named(Viewer by, What what, String text) {
    by.require(Right.PERSON_NAME);
    return register.named(by, new Filter(what.register(), text, 0, 0, "", ""));
  }

  /** These pairs with both records. */
  @Transactional
  List<Shown> show(Viewer by, List<Candidate> some) {
    return shown(by, "candidates.list", some);
  }

  /** Pairs as lines of a file, the header first: codes and weights, nobody's name. Whose they are is recorded. */
  @Transactional
  List<List<String>> export(Viewer by, What what, List<Candidate> some) {
    by.require(Right.REGISTER_EXPORT);
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("code", "one", "other", "weight", "probability", "decision", "ruling", "one_version", "other_version"));
    for (Candidate each : some) {
      lines.add(List.of(each.code(), each.one(), Guard.put(each.other()), String.format(Locale.ROOT, "%.2f", each.weight()),
          String.format(Locale.ROOT, "%.6f", each.probability()), each.proposal().name().toLowerCase(Locale.ROOT),
          each.ruling().map(said -> said.word().name().toLowerCase(Locale.ROOT)).orElse(""), Long.toString(each.oneVersion()),
          Long.toString(each.otherVersion())));
    }
    reads.record(by, "candidates.export", "candidates:" + what.word(), new TreeSet<>(Set.of(Right.REGISTER_EXPORT)));
    return lines;
  }

  /** How many pairs of a sort stand as what. */
  @Transactional(readOnly = true)
  Map<String, Long> tally(Viewer by, What what) {
    by.require(Right.LISTS_SEE);
    return held(what).all().stream().filter(each -> each.proposal() != Proposal.NONE || each.offered())
        .collect(Collectors.groupingBy(Candidate::standing, java.util.TreeMap::new, Collectors.counting()));
  }
}
