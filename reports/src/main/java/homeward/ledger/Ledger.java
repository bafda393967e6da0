package homeward.ledger;

import homeward.language.Sides;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A ledger file: exchanges, by day and side. The record is the schema; docs/formats.md describes it.
 *
 * @param homeward the version of the format, {@value #FORMAT}
 * @param title what the file is about
 * @param exchanges the exchanges, those on record and those merely reported
 */
public record Ledger(String homeward, String title, List<Exchange> exchanges) {
  /** The version that this program reads and writes. */
  public static final String FORMAT = "ledger/1";

  public Ledger {
    if (!homeward.equals(FORMAT)) {
      throw new IllegalArgumentException("the field \"homeward\" must be \"" + FORMAT + "\", not \"" + homeward + "\"");
    }
    exchanges = List.copyOf(exchanges);
  }

  /** Whether an exchange's figures come from receipts or from what others said. */
  public enum Standing {
    /** On record: claims are judged by it. */
    RECORD,
    /** Only reported: it explains what a claim may mean, and makes none right. */
    REPORTED
  }

  /**
   * One exchange.
   *
   * @param id its name in explanations
   * @param sides the two sides
   * @param thirdParties who else had a function
   * @param agreed what was promised, when that is known
   * @param tranches the days on which people were handed over, in order
   * @param facts what else is known, each with its source
   */
  public record Exchange(
      String id,
      Standing standing,
      List<Side> sides,
      Optional<List<ThirdParty>> thirdParties,
      Optional<Agreement> agreed,
      List<Tranche> tranches,
      Optional<List<Fact>> facts) {
    public Exchange {
      sides = List.copyOf(sides);
      tranches = List.copyOf(tranches);
      if (sides.size() != 2) {
        throw new IllegalArgumentException("an exchange has two sides, " + id + " has " + sides.size());
      }
    }

    /** The first day of handover; absent when none is recorded. */
    public Optional<LocalDate> firstDay() {
      return tranches.stream().map(Tranche::day).min(LocalDate::compareTo);
    }

    /** The last day of handover; absent when none is recorded. */
    public Optional<LocalDate> lastDay() {
      return tranches.stream().map(Tranche::day).max(LocalDate::compareTo);
    }
  }

  /**
   * A side.
   *
   * @param id how the counts call it
   * @param words further names in reports: its people, its capital
   */
  public record Side(String id, String name, Optional<List<String>> words) {}

  /** Somebody with a function at an exchange: host of talks, handover state, ... */
  public record ThirdParty(String name, List<String> functions) {}

  /**
   * What was agreed.
   *
   * @param date the day, as 2025-05-16
   * @param received how many each side is to get back, by category or as a total
   */
  public record Agreement(String date, Optional<String> place, SortedMap<String, SortedMap<String, Long>> received) {
    public Agreement {
      requireDay(date);
    }

    /** The day. */
    public LocalDate day() {
      return LocalDate.parse(date);
    }
  }

  /**
   * One day's handover.
   *
   * @param date the day, as 2025-05-23
   * @param received how many of its people each side got back, by category; "total" may stand beside and must add up
   * @param sex how many women and men among them, where known
   * @param outside how many came back outside the count (wounded, returned without counterpart)
   */
  public record Tranche(
      String date,
      Optional<String> place,
      SortedMap<String, SortedMap<String, Long>> received,
      Optional<SortedMap<String, SortedMap<String, Long>>> sex,
      Optional<SortedMap<String, Long>> outside) {
    public Tranche {
      requireDay(date);
    }

    /** The day. */
    public LocalDate day() {
      return LocalDate.parse(date);
    }
  }

  /**
   * Something else that is known of an exchange.
   *
   * @param measure as claims call it (youngest_age, still_held, ...), or a word of one's own (unit, branch, sector)
   * @param side whose people, when it is of one side
   * @param category the people counted; "all" when absent
   * @param value the number; absent for a fact in words
   * @param text the fact in words
   * @param source who says so
   */
  public record Fact(
      String measure,
      Optional<String> side,
      Optional<String> category,
      Optional<Long> value,
      Optional<String> text,
      String source) {}

  /** The names by which reports may call the sides, and a day near the events. */
  public Sides sides() {
    List<Sides.Name> names = new ArrayList<>();
    for (Exchange exchange : record()) {
      for (Side side : exchange.sides()) {
        if (names.stream().noneMatch(name -> name.id().equals(side.id()))) {
          List<String> words = new ArrayList<>(List.of(side.name()));
          words.addAll(side.words().orElse(List.of()));
          names.add(new Sides.Name(side.id(), words));
        }
      }
    }
    Optional<LocalDate> around = record().stream().flatMap(exchange -> exchange.lastDay().stream()).max(LocalDate::compareTo);
    return new Sides(names, around);
  }

  /** The exchanges on record, by their first day. */
  public List<Exchange> record() {
    return exchanges.stream().filter(exchange -> exchange.standing() == Standing.RECORD).toList();
  }

  /** The exchanges that are only reported. */
  public List<Exchange> reported() {
    return exchanges.stream().filter(exchange -> exchange.standing() == Standing.REPORTED).toList();
  }

  private static void requireDay(String date) {
    try {
      LocalDate.parse(date);
    } catch (DateTimeException noDay) {
      throw new IllegalArgumentException("\"" + date + "\" is no day; write it as 2025-05-23", noDay);
    }
  }
}
