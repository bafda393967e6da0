package homeward.people;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import homeward.register.PeopleFile;
import homeward.register.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Invented people of two sides, A and B, and the four registers the sides would bring. A's people stand in A's file of
 * people sought and in B's file of people held, and the other way round; the two sides are made in the same way.
 *
 * <p>Of the N people that each side holds 16% are civilians; 12% are sought by nobody, and beside them 18% of N are
 * sought and held by nobody. 55% of those in both files are spelled alike there (for the plain exact rule; apostrophes,
 * capitals, a missing patronymic may differ); the others differ in tongue, script, letters or date. 2.5% are seriously
 * wounded. Flaws have the rates of {@link Flaw}, fall on people spelled alike, and occur at least once from about 120
 * people on. The shares are exact for every seed, only who is concerned differs.
 */
public final class Population {
  /** The files that {@link #writeTo} writes, in this order. */
  public static final List<String> FILES =
      List.of("a-sought.csv", "a-held.csv", "b-sought.csv", "b-held.csv", "truth.csv");

  /** So many people a side can hold that with those only sought no file outgrows the million rows that are read. */
  public static final int MOST_PEOPLE = 900_000;

  private static final int ROWS_BETWEEN_NEWS = 100_000;

  private final OneSide peopleOfA;
  private final OneSide peopleOfB;

  /** What is wrong with a person's rows, and with how many of those held. */
  public enum Flaw {
    /** Nothing. */
    NONE(0),
    /** The holder's file has the person a second time, under another id; the flaw is of the later row. */
    ENTERED_TWICE(0.006),
    /** The home side's file says exchanged, the holder's held. */
    ALREADY_EXCHANGED(0.006),
    /** The home side's file says died, the holder's held. */
    HOME_SAYS_DIED(0.003),
    /** The holder's file says died. */
    HOLDER_SAYS_DIED(0.003),
    /** The holder's file says released. */
    HOLDER_SAYS_RELEASED(0.001),
    /** The home side's file has the other category; the truth gives the holder's. */
    CATEGORY_DISPUTED(0.01);

    private final double rate;

    Flaw(double rate) {
      this.rate = rate;
    }

    double rate() {
      return rate;
    }

    /** As truth.csv has it; empty for NONE. */
    public String word() {
      return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One row of the truth.
   *
   * @param side A or B, whose person this is: sought in that side's file, held in the other's
   * @param soughtId empty when the side does not seek the person
   * @param heldId empty when the other side does not hold the person
   * @param category military or civilian
   */
  public record Truth(String side, String soughtId, String heldId, String category, Flaw flaw) {}

  /** A file that was written, and how many rows it has beside the header. */
  public record Written(String file, int rows) {}

  private Population(OneSide peopleOfA, OneSide peopleOfB) {
    this.peopleOfA = peopleOfA;
    this.peopleOfB = peopleOfB;
  }

  /** Invents people; equal arguments give equal people. At least one person a side and at most {@link #MOST_PEOPLE}. */
  public static Population generate(int peopleHeldPerSide, long seed) {
    if (peopleHeldPerSide < 1 || peopleHeldPerSide > MOST_PEOPLE) {
      throw new IllegalArgumentException("people held per side: " + peopleHeldPerSide);
    }
    SplittableRandom random = new SplittableRandom(seed);
    List<String> prefixes = prefixes(random);
    return new Population(
        new OneSide("A", Tongue.UKRAINIAN, peopleHeldPerSide, random.nextLong(), prefixes.subList(0, 2)),
        new OneSide("B", Tongue.RUSSIAN, peopleHeldPerSide, random.nextLong(), prefixes.subList(2, 4)));
  }

  /** Four beginnings of ids, of a letter that is no side's name and a digit. */
  private static List<String> prefixes(SplittableRandom random) {
    String letters = "CDEFGHJKLMNPQRSTUVWXYZ";
    int[] order = Cases.shuffled(letters.length(), random);
    return IntStream.range(0, 4).mapToObj(i -> letters.charAt(order[i]) + "" + (2 + random.nextInt(8))).toList();
  }

  /** Whom A seeks: its own people. */
  public List<Person> aSought() {
    return peopleOfA.sought().toList();
  }

  /** Whom A holds: B's people. */
  public List<Person> aHeld() {
    return peopleOfB.held().toList();
  }

  /** Whom B seeks: its own people. */
  public List<Person> bSought() {
    return peopleOfB.sought().toList();
  }

  /** Whom B holds: A's people. */
  public List<Person> bHeld() {
    return peopleOfA.held().toList();
  }

  /** Everybody of A, then everybody of B; a person entered twice has two rows, the later row of the file has the flaw. */
  public List<Truth> truth() {
    return Stream.concat(peopleOfA.truth(), peopleOfB.truth()).toList();
  }

  /** Writes the four registers and truth.csv, over what is there. */
  public List<Written> writeTo(Path dir) {
    return writeTo(dir, news -> {});
  }

  /**
   * Writes the four registers and truth.csv, over what is there.
   *
   * @param progress hears a sentence after every 100,000 rows
   */
  public List<Written> writeTo(Path dir, Consumer<String> progress) {
    try {
      Files.createDirectories(dir);
      return List.of(
          write(dir.resolve("a-sought.csv"), peopleOfA.sought(), peopleOfA.soughtSize(), progress),
          write(dir.resolve("a-held.csv"), peopleOfB.held(), peopleOfB.heldSize(), progress),
          write(dir.resolve("b-sought.csv"), peopleOfB.sought(), peopleOfB.soughtSize(), progress),
          write(dir.resolve("b-held.csv"), peopleOfA.held(), peopleOfA.heldSize(), progress),
          writeTruth(dir.resolve("truth.csv")));
    } catch (IOException cannotWrite) {
      throw new UncheckedIOException(cannotWrite);
    }
  }

  private static Written write(Path file, Stream<Person> people, int size, Consumer<String> progress)
      throws IOException {
    int[] rows = {0};
    Stream<Person> counted = people.peek(person -> {
      if (++rows[0] % ROWS_BETWEEN_NEWS == 0) {
        progress.accept(file.getFileName() + ": " + rows[0] + " of " + size);
      }
    });
    try (Writer writer = Files.newBufferedWriter(file)) {
      PeopleFile.write(counted, writer);
    }
    return new Written(String.valueOf(file.getFileName()), size);
  }

  private Written writeTruth(Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
      csv.writeRecord("side", "sought_id", "held_id", "category", "flaw");
      Stream.concat(peopleOfA.truth(), peopleOfB.truth()).forEach(row ->
          csv.writeRecord(row.side(), row.soughtId(), row.heldId(), row.category(), row.flaw().word()));
    }
    return new Written(String.valueOf(file.getFileName()), peopleOfA.truthSize() + peopleOfB.truthSize());
  }
}
