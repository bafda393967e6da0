package homeward.register;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;

/** A date of which perhaps only the year, or the year and month, is known. Years run from 1850 to 2100. */
public sealed interface PartialDate {
  /** Nothing is known. */
  record NotKnown() implements PartialDate {}

  /** Only the year is known. */
  record InYear(Year year) implements PartialDate {}

  /** The year and the month are known. */
  record InMonth(YearMonth month) implements PartialDate {}

  /** All three components are known. */
  record OnDay(LocalDate day) implements PartialDate {}

  /** The day, when all three components are known. */
  default Optional<LocalDate> fullDate() {
    return this instanceof OnDay(LocalDate day) ? Optional.of(day) : Optional.empty();
  }

  /** YYYY-MM-DD, YYYY-MM, YYYY or the empty text. */
  default String text() {
    return switch (this) {
      case NotKnown() -> "";
      case InYear(Year year) -> year.toString();
      case InMonth(YearMonth month) -> month.toString();
      case OnDay(LocalDate day) -> day.toString();
    };
  }

  /** Reads what {@link #text()} writes; empty when the text is anything else, a day that no calendar has included. */
  static Optional<PartialDate> parse(String text) {
    return DateText.parse(text);
  }
}
