package homeward.server.register;

import homeward.node.Random;
import homeward.register.Column;
import homeward.register.Listing;
import homeward.register.Person;
import homeward.register.PeopleFile;
import homeward.register.Reading.Kind;
import homeward.register.Reading.Problem;
import homeward.server.register.Statement.FileRow;
import homeward.server.register.Statement.Source;
import homeward.server.register.Statement.Standing;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Takes the rows of one file into a register, a batch at a time, within one transaction of whoever calls. An empty cell says nothing.
 * A row with a code that this register wrote adds what differs from the version it was written from; every other row is a new person.
 */
final class Intake implements PeopleFile.Taking {
  private static final int BATCH = 1_000;
  private static final int PROBLEMS = 100;

  private final Files files;
  private final Random random;
  private final Import job;
  private final IntConsumer watch;
  private final List<Listing> batch = new ArrayList<>();
  private final Set<String> codes = new HashSet<>();
  private final List<Problem> problems = new ArrayList<>();
  private int more;
  private int rows;
  private int fresh;
  private int changed;

  /** The watch is told after each batch how many rows were read; it may throw to end it all. */
  Intake(Files files, Random random, Import job, IntConsumer watch) {
    this.files = files;
    this.random = random;
    this.job = job;
    this.watch = watch;
  }

  int rows() {
    return rows;
  }

  int fresh() {
    return fresh;
  }

  int changed() {
    return changed;
  }

  List<Problem> problems() {
    return problems;
  }

  int more() {
    return more;
  }

  @Override
  public void take(Listing listing, Person person) {
    rows++;
    if (!listing.code().isEmpty() && !codes.add(listing.code())) {
      problem(listing, Kind.CODE_TWICE, Listing.CODE, "the code stands in an earlier row too: delete the row that repeats the other");
      return;
    }
    batch.add(listing);
    if (batch.size() == BATCH) {
      flush();
    }
  }

  /** Takes in what is still waiting. */
  void flush() {
    Map<String, PersonFile> known = files.find(batch.stream().map(Listing::code).filter(code -> !code.isEmpty()).toList(), true);
    List<Addition> additions = new ArrayList<>();
    for (Listing listing : batch) {
      addition(listing, Optional.ofNullable(known.get(listing.code())).filter(file -> file.register() == job.register()))
          .ifPresent(additions::add);
    }
    if (problems.isEmpty()) {
      files.add(additions);
    }
    batch.clear();
    watch.accept(rows);
  }

  private Optional<Addition> addition(Listing listing, Optional<PersonFile> known) {
    if (known.isEmpty()) {
      fresh++;
      return Optional.of(Addition.ofNew(Register.code(random), job.register(), listing.cells(), source(listing)));
    }
    PersonFile file = known.get();
    long base = listing.version() == 0 ? file.version() : listing.version();
    Map<Column, String> then = Current.view(file.statements(), base);
    Map<Column, String> said = new EnumMap<>(Column.class);
    listing.cells().forEach((column, text) -> {
      boolean ownCode = column == Column.ID && text.equals(file.code());
      if (!ownCode && !text.equals(then.getOrDefault(column, ""))) {
        said.put(column, text);
      }
    });
    refuseWhatChangedMeanwhile(listing, file, then, said);
    if (said.isEmpty()) {
      return Optional.empty();
    }
    changed++;
    return Optional.of(Addition.to(file, said, source(listing)));
  }

  private void refuseWhatChangedMeanwhile(Listing listing, PersonFile file, Map<Column, String> then, Map<Column, String> said) {
    for (Column column : Current.differing(then, file.shown())) {
      if (said.containsKey(column) && !said.getOrDefault(column, "").equals(file.shown().getOrDefault(column, ""))) {
        problem(listing, Kind.CHANGED_MEANWHILE, column.header(), "the register has changed here since the file was exported: look at the"
            + " person's file, then bring the cell in line or make the change there");
      }
    }
  }

  private void problem(Listing listing, Kind kind, String column, String cure) {
    if (problems.size() < PROBLEMS) {
      problems.add(new Problem(job.fileName(), listing.row(), column, kind, cure));
    } else {
      more++;
    }
  }

  private Source source(Listing listing) {
    Standing standing = job.standing();
    return new Source(standing, job.informant(), job.account(), job.at(),
        Optional.of(new FileRow(job.place(), job.fileName(), listing.row())));
  }
}
