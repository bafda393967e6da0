package homeward.server.register;

import homeward.node.Clock;
import homeward.node.Random;
import homeward.register.Column;
import homeward.register.Listing;
import homeward.register.PeopleFile;
import homeward.register.PeopleFile.Kind;
import homeward.register.Reading;
import homeward.server.delegations.Reads;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import homeward.server.register.Found.Place;
import homeward.server.register.Found.Sort;
import homeward.server.register.Statement.Source;
import homeward.server.register.Statement.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The registers of a party. Every face takes a viewer: what the viewer may not see is not in what comes back, and what comes back is
 * recorded as read in the same transaction. A list is recorded as one read of a sheet, and the sheet keeps whose files it showed.
 */
@Component
public class Register {
  private static final int CODE_BYTES = 16;

  private final Files files;
  private final Search search;
  private final Reads reads;
  private final Clock clock;
  private final Random random;

  Register(Files files, Search search, Reads reads, Clock clock, Random random) {
    this.files = files;
    this.search = search;
    this.reads = reads;
    this.clock = clock;
    this.random = random;
  }

  /** A fresh code for anything: a letter first, so that no spreadsheet takes it for a number. */
  static String code(Random random) {
    return "p" + HexFormat.of().formatHex(random.bytes(CODE_BYTES));
  }

  /** How many people stand in a register. */
  @Transactional(readOnly = true)
  public long count(Viewer by, Kind register) {
    by.require(Right.REGISTER_SEARCH);
    return search.count(Filter.everybody(register));
  }

  /** The categories that stand in a register; none for whoever may not see them. */
  @Transactional(readOnly = true)
  public List<String> categories(Viewer by, Kind register) {
    by.require(Right.REGISTER_SEARCH);
    return by.may(Right.PERSON_CAPTIVITY) ? files.categories(register) : List.of();
  }

  /** How many people a filter finds; nobody is shown. */
  @Transactional(readOnly = true)
  public long count(Viewer by, Filter filter) {
    requireSeen(by, filter);
    return search.count(filter);
  }

  /** A page of those whom a filter finds, sorted as the language sorts. */
  @Transactional
  public Found search(Viewer by, Filter filter, Place place, Locale locale) {
    requireSeen(by, filter);
    by.require(right(place.sort()));
    Found found = search.page(filter, place, locale);
    Set<Column> columns = Group.columnsFor(by);
    List<Found.Row> rows = found.rows().stream().map(row -> new Found.Row(row.code(), row.version(), only(row.shown(), columns))).toList();
    if (!rows.isEmpty()) {
      recordSheet(by, "register.list", rows.stream().map(Found.Row::code).toList());
    }
    return new Found(rows, found.count(), found.before(), found.after());
  }

  /** By a field that one may not see, one may neither search nor sort: the order would tell. */
  private static void requireSeen(Viewer by, Filter filter) {
    by.require(Right.REGISTER_SEARCH);
    if (!filter.name().isEmpty()) {
      by.require(Right.PERSON_NAME);
    }
    if (filter.bornFrom() > 0 || filter.bornTo() > 0) {
      by.require(Right.PERSON_BIRTH);
    }
    if (!filter.status().isEmpty() || !filter.category().isEmpty()) {
      by.require(Right.PERSON_CAPTIVITY);
    }
  }

  private static Right right(Sort sort) {
    return switch (sort) {
      case NAME -> Right.PERSON_NAME;
      case BIRTH -> Right.PERSON_BIRTH;
      case STATUS, CATEGORY -> Right.PERSON_CAPTIVITY;
    };
  }

  private static Map<Column, String> only(Map<Column, String> shown, Set<Column> columns) {
    Map<Column, String> kept = new EnumMap<>(Column.class);
    kept.putAll(shown);
    kept.keySet().retainAll(columns);
    return kept;
  }

  String recordSheet(Viewer by, String face, List<String> codes) {
    String sheet = code(random);
    files.keepSheet(sheet, clock.now(), codes);
    reads.record(by, face, sheet, Group.rights(Group.seenBy(by)));
    return sheet;
  }

  /** Whose files a recorded list or export showed, for the auditor; no field of theirs. */
  @Transactional(readOnly = true)
  public List<String> onSheet(Viewer by, String sheet) {
    by.require(Right.AUDIT_SEE);
    return files.onSheet(sheet);
  }

  /** One person's file; empty when the code is nobody's. */
  @Transactional
  public Optional<PersonFile> find(Viewer by, String code) {
    by.require(Right.REGISTER_SEARCH);
    return files.find(code).map(file -> {
      Set<Group> seen = Group.seenBy(by);
      reads.record(by, "register.file", code, Group.rights(seen));
      return file.seenBy(seen, Group.columnsFor(by));
    });
  }

  /** The file of somebody held; empty when the code is nobody's, or that of somebody sought. */
  @Transactional
  public Optional<PersonFile> held(Viewer by, String code) {
    return find(by, code).filter(file -> file.register() == Kind.HELD);
  }

  /**
   * Several files with the fields of these groups, whole or not: for rooms that decide by their own table who may see what. The read is
   * recorded with the face that asks.
   */
  @Transactional
  public List<PersonFile> files(Viewer by, String face, Collection<String> codes, Set<Group> groups) {
    by.require(Right.LISTS_SEE);
    Set<Column> columns = EnumSet.noneOf(Column.class);
    groups.forEach(group -> columns.addAll(group.columns()));
    List<PersonFile> found = files.find(codes, false).values().stream().map(file -> file.seenBy(groups, columns)).toList();
    if (!found.isEmpty()) {
      String sheet = code(random);
      files.keepSheet(sheet, clock.now(), found.stream().map(PersonFile::code).toList());
      reads.record(by, face, sheet, Group.rights(groups));
    }
    return found;
  }

  /** Everybody in a register with the fields of these groups, recorded as one sheet: for rooms that compare whole lists. */
  @Transactional
  public List<PersonFile> everybody(Viewer by, String face, Kind register, Set<Group> groups) {
    List<String> codes = new ArrayList<>();
    search.each(Filter.everybody(register), file -> codes.add(file.code()));
    return files(by, face, codes, groups);
  }

  /**
   * Somebody as a program compares them; no person sees it.
   *
   * @param version of the file
   */
  public record Compared(String code, long version, Map<Column, String> texts) {}

  /** Hands everybody in a register to a program that compares, in the order of their codes. Nobody is shown, so no read is recorded. */
  @Transactional(readOnly = true)
  public void compare(Kind register, Consumer<Compared> to) {
    search.each(Filter.everybody(register), file -> to.accept(new Compared(file.code(), file.version(), file.shown())));
  }

  /** How much was ever said in a register: grows with every person and every statement, and never falls. */
  @Transactional(readOnly = true)
  public long said(Kind register) {
    return search.said(register);
  }

  /** How often the registers have changed since the node started. */
  public long changes() {
    return files.changes();
  }

  /** What is known of these people's captivity now, for suggestions about a whole list; who they are is not in it. */
  @Transactional(readOnly = true)
  public Map<String, Compared> captivity(Viewer by, Collection<String> codes) {
    by.require(Right.LISTS_SEE);
    by.require(Right.PERSON_CAPTIVITY);
    Map<String, Compared> found = new HashMap<>();
    files.bare(codes).forEach(file -> found.put(file.code(), new Compared(file.code(), file.version(), only(file.shown(), Set.of(Column.STATUS, Column.CATEGORY)))));
    return found;
  }

  /** The version of a person's file, 0 when the code is nobody's: nobody is shown. */
  @Transactional(readOnly = true)
  public long version(Viewer by, String code) {
    by.require(Right.LISTS_SEE);
    return files.bare(List.of(code)).stream().mapToLong(PersonFile::version).findFirst().orElse(0);
  }

  /** The codes of everybody a filter finds, for rooms whose lists are searched by a name: nobody is shown. */
  @Transactional(readOnly = true)
  public Set<String> named(Viewer by, Filter filter) {
    by.require(Right.LISTS_SEE);
    by.require(Right.PERSON_NAME);
    Set<String> codes = new TreeSet<>();
    search.each(filter, file -> codes.add(file.code()));
    return codes;
  }

  /** Which groups of a person's file have anything in them, without what; empty when the code is nobody's. */
  @Transactional(readOnly = true)
  public Optional<Set<Group>> filled(Viewer by, String code) {
    by.require(Right.DISCLOSURE_SEE);
    return files.find(code).map(file -> {
      Set<Group> filled = EnumSet.noneOf(Group.class);
      file.shown().keySet().forEach(column -> filled.add(Group.of(column)));
      return filled;
    });
  }

  /** The versions of these people's files: nobody is shown. */
  @Transactional(readOnly = true)
  public Map<String, Long> versions(Viewer by, Collection<String> codes) {
    by.require(Right.REGISTER_SEARCH);
    Map<String, Long> versions = new TreeMap<>();
    files.find(codes, false).values().forEach(file -> versions.put(file.code(), file.version()));
    return versions;
  }

  /** Codes of everybody a filter finds, with the version of each file: nobody is shown. */
  @Transactional(readOnly = true)
  public Map<String, Long> versions(Viewer by, Filter filter) {
    requireSeen(by, filter);
    Map<String, Long> versions = new TreeMap<>();
    search.each(filter, file -> versions.put(file.code(), file.version()));
    return versions;
  }

  /** Enters somebody by hand. */
  @Transactional
  public Saving add(Viewer by, Kind register, Map<Column, String> typed, Standing standing, String informant) {
    by.require(Right.REGISTER_CHANGE);
    String code = code(random);
    Map<Column, String> given = only(typed, Group.columnsFor(by));
    given.computeIfAbsent(Column.ID, any -> code);
    given.replaceAll((column, text) -> column == Column.ID && text.isBlank() ? code : text);
    Checked checked = Checked.of(given, register, informant);
    if (checked.refused().isPresent()) {
      return checked.refused().get();
    }
    files.add(List.of(Addition.ofNew(code, register, checked.cells(), source(by, standing, informant))));
    return new Saving.Saved(code, 1, Set.of());
  }

  /**
   * Adds what was typed to a person's file, where it differs from what was on the page.
   *
   * @param base the version that was on the page
   * @param typed all fields of the page; an emptied one says that nothing is known
   * @return empty when the code is nobody's
   */
  @Transactional
  public Optional<Saving> save(Viewer by, String code, long base, Map<Column, String> typed, Standing standing, String informant) {
    by.require(Right.REGISTER_CHANGE);
    return files.hold(code).map(file -> save(by, file, base, only(typed, Group.columnsFor(by)), source(by, standing, informant)));
  }

  private Saving save(Viewer by, PersonFile file, long base, Map<Column, String> typed, Source source) {
    Map<Column, String> onPage = Current.view(file.statements(), base);
    Map<Column, String> given = new EnumMap<>(typed);
    given.putIfAbsent(Column.ID, onPage.getOrDefault(Column.ID, file.code()));
    Checked checked = Checked.of(given, file.register(), source.informant());
    if (checked.refused().isPresent()) {
      return checked.refused().get();
    }
    Map<Column, String> yours = new EnumMap<>(Column.class);
    Current.differing(onPage, checked.cells()).stream()
        .filter(typed::containsKey)
        .filter(column -> !sameButForLineEnds(onPage.getOrDefault(column, ""), checked.cells().getOrDefault(column, "")))
        .forEach(column -> yours.put(column, checked.cells().getOrDefault(column, "")));
    if (yours.isEmpty()) {
      return new Saving.Same();
    }
    if (base != file.version()) {
      Set<Column> columns = Group.columnsFor(by);
      Set<Column> theirs = Current.differing(onPage, file.shown());
      theirs.retainAll(columns);
      reads.record(by, "register.file", file.code(), Group.rights(Group.seenBy(by)));
      return new Saving.ChangedMeanwhile(file.seenBy(Group.seenBy(by), columns), theirs, yours);
    }
    Addition addition = Addition.to(file, yours, source);
    files.add(List.of(addition));
    Set<Column> outweighed = EnumSet.noneOf(Column.class);
    yours.forEach((column, text) -> {
      if (!addition.shown().getOrDefault(column, "").equals(text)) {
        outweighed.add(column);
      }
    });
    return new Saving.Saved(file.code(), addition.version(), outweighed);
  }

  /** A browser sends its own line ends back, whatever stood on the page. */
  private static boolean sameButForLineEnds(String one, String other) {
    return one.replace("\r", "").equals(other.replace("\r", ""));
  }

  private Source source(Viewer by, Standing standing, String informant) {
    return new Source(standing, informant.strip(), by.account(), clock.now(), Optional.empty());
  }

  /** What was typed in the form in which it is kept, or why it cannot be. */
  private record Checked(Map<Column, String> cells, Optional<Saving.Refused> refused) {
    static Checked of(Map<Column, String> typed, Kind register, String informant) {
      List<Reading.Problem> problems = new ArrayList<>();
      Map<Column, String> cells = switch (PeopleFile.check(typed, register)) {
        case Reading.Read read -> Listing.cells(read.people().getFirst());
        case Reading.Refused refused -> {
          problems.addAll(refused.problems());
          yield Map.of();
        }
      };
      boolean nobody = informant.isBlank();
      return new Checked(cells, problems.isEmpty() && !nobody ? Optional.empty() : Optional.of(new Saving.Refused(problems, nobody)));
    }
  }
}
