package homeward.language;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days a text speaks of: one day, a stretch of days, or none known.
 *
 * @param from the first day; absent when no day is known
 * @param to the last day; present exactly when {@code from} is
 * @param stated whether the sentence itself says so, rather than the sentences around it
 */
public record When(Optional<LocalDate> from, Optional<LocalDate> to, boolean stated) {
  /** No day is known. */
  public static final When UNKNOWN = new When(Optional.empty(), Optional.empty(), false);

  /** From one day to another, both included, in the order they come. */
  public static When days(LocalDate from, LocalDate to, boolean stated) {
    boolean inOrder = !to.isBefore(from);
    return new When(Optional.of(inOrder ? from : to), Optional.of(inOrder ? to : from), stated);
  }

  /** One day. */
  public static When day(LocalDate day, boolean stated) {
    return days(day, day, stated);
  }

  /** Whether any day is known. */
  public boolean known() {
    return from.isPresent();
  }

  /** Whether it is exactly one day. */
  public boolean oneDay() {
    return known() && from.equals(to);
  }

  /** Whether the days are those of one month of the calendar. */
  public boolean wholeMonth() {
    return from.filter(first -> first.getDayOfMonth() == 1 && to.equals(Optional.of(first.plusMonths(1).minusDays(1)))).isPresent();
  }

  /** The same days, as taken from the text around. */
  public When carried() {
    return new When(from, to, false);
  }

  /** Whether the day lies among these; never when none is known. */
  public boolean holds(LocalDate day) {
    return from.isPresent() && !day.isBefore(from.get()) && !day.isAfter(to.orElse(day));
  }

  /** As tables show it: a day, a month (2025-04), a year (2022), else the last day; empty when unknown. */
  public String text() {
    if (from.isEmpty() || to.isEmpty()) {
      return "";
    }
    LocalDate first = from.get();
    LocalDate last = to.get();
    if (first.getDayOfYear() == 1 && last.equals(first.plusYears(1).minusDays(1))) {
      return Integer.toString(first.getYear());
    }
    if (wholeMonth()) {
      return first.toString().substring(0, 7);
    }
    return last.toString();
  }
}
