package homeward.language;

import java.util.Locale;

/**
 * A number as a text gives it.
 *
 * @param value the whole number; fractions of a scale are worked out ("1.5 million" is 1,500,000)
 * @param qualifier how exactly it is meant
 * @param percent whether it is a share of a hundred
 */
public record Quantity(long value, Qualifier qualifier, boolean percent) {
  /** How a number is meant. */
  public enum Qualifier {
    EXACT,
    OVER,
    NEARLY,
    AT_LEAST,
    APPROXIMATELY,
    UP_TO;

    /** The word for it in tables: "at least". */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  Quantity as(Qualifier other) {
    return new Quantity(value, other, percent);
  }
}
