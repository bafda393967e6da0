package homeward.language;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The sides whose exchange is spoken of, as a ledger names them, or none: then a report's own most frequent two count.
 *
 * @param names each side's name and the words that mean it
 * @param around a day near the events, which gives dates without a year their year; absent when none is known
 */
public record Sides(List<Name> names, Optional<LocalDate> around) {
  /** Nothing is known before reading. */
  public static final Sides UNKNOWN = new Sides(List.of(), Optional.empty());

  public Sides {
    names = List.copyOf(names);
  }

  /**
   * A side.
   *
   * @param id how claims call it
   * @param words its name, its people, its capital, as texts write them
   */
  public record Name(String id, List<String> words) {
    public Name {
      words = List.copyOf(words);
    }
  }
}
