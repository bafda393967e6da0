package homeward.language;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * A date as a text words it, before anything is known of the day the text was written.
 *
 * @param kind what is worded; the other fields are 0 where it does not need them
 * @param year the year, 0 when the text leaves it out
 * @param month 1 to 12
 * @param day the day of the month, or of the week (1 is Monday) for WEEKDAY
 * @param lastDay the last day of the month of a stretch; for a DAY with its weekday, 0
 * @param weekday 1 to 7 when the text adds the day of the week, else 0
 */
public record Moment(Kind kind, int year, int month, int day, int lastDay, int weekday) {
  /** The kinds of wording. */
  public enum Kind {
    DAY,
    WEEKDAY,
    NEXT_WEEKDAY,
    DAY_OF_MONTH,
    MONTH,
    YEAR,
    TODAY,
    YESTERDAY,
    TOMORROW,
    DAY_BEFORE,
    DAY_AFTER,
    WEEKEND,
    EARLIER_THIS_WEEK,
    LAST_WEEK,
    LAST_MONTH,
    THIS_MONTH,
    EARLIER_THIS_MONTH,
    LAST_YEAR,
    THIS_YEAR
  }

  static Moment of(Kind kind) {
    return new Moment(kind, 0, 0, 0, 0, 0);
  }

  /** Whether it names a day of the calendar by itself, but perhaps for the year. */
  public boolean dated() {
    return kind == Kind.DAY;
  }

  /**
   * The days meant in a text written on {@code written}; unknown when that is needed and absent, or the day does not
   * exist (31 February).
   */
  public When resolve(Optional<LocalDate> written) {
    try {
      return switch (kind) {
        case DAY -> days(yearNear(written));
        case MONTH -> month(yearNear(written));
        case YEAR -> When.days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), true);
        case WEEKDAY, NEXT_WEEKDAY, DAY_OF_MONTH, TODAY, YESTERDAY, TOMORROW, DAY_BEFORE, DAY_AFTER, WEEKEND, EARLIER_THIS_WEEK,
            LAST_WEEK, LAST_MONTH, THIS_MONTH, EARLIER_THIS_MONTH, LAST_YEAR, THIS_YEAR ->
            written.map(this::relative).orElse(When.UNKNOWN);
      };
    } catch (DateTimeException noSuchDay) {
      return When.UNKNOWN;
    }
  }

  private When days(int inYear) {
    if (inYear == 0) {
      return When.UNKNOWN;
    }
    LocalDate first = LocalDate.of(inYear, month, day);
    return When.days(first, lastDay == 0 ? first : LocalDate.of(inYear, month, lastDay), true);
  }

  private When month(int inYear) {
    if (inYear == 0) {
      return When.UNKNOWN;
    }
    YearMonth whole = YearMonth.of(inYear, month);
    return When.days(whole.atDay(1), whole.atEndOfMonth(), true);
  }

  /** A date without a year is the latest such date that is not more than a month after the day of writing. */
  private int yearNear(Optional<LocalDate> written) {
    if (year != 0 || written.isEmpty()) {
      return year;
    }
    LocalDate limit = written.get().plusMonths(1);
    LocalDate thisYear = YearMonth.of(limit.getYear(), month).atDay(1);
    return thisYear.isAfter(limit) ? limit.getYear() - 1 : limit.getYear();
  }

  private When relative(LocalDate written) {
    LocalDate monday = written.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate month = written.withDayOfMonth(1);
    return switch (kind) {
      case WEEKDAY -> When.day(weekday(written), true);
      case NEXT_WEEKDAY -> When.day(written.with(TemporalAdjusters.next(DayOfWeek.of(day))), true);
      case DAY_OF_MONTH -> When.day(dayOfMonth(written), true);
      case YESTERDAY, DAY_BEFORE -> When.day(written.minusDays(1), true);
      case TOMORROW, DAY_AFTER -> When.day(written.plusDays(1), true);
      case WEEKEND -> weekend(written);
      case EARLIER_THIS_WEEK -> When.days(monday.isBefore(written) ? monday : written.minusDays(6), written.minusDays(1), true);
      case LAST_WEEK -> When.days(monday.minusDays(7), monday.minusDays(1), true);
      case LAST_MONTH -> When.days(month.minusMonths(1), month.minusDays(1), true);
      case THIS_MONTH -> When.days(month, month.plusMonths(1).minusDays(1), true);
      case EARLIER_THIS_MONTH -> When.days(month, written.getDayOfMonth() > 1 ? written.minusDays(1) : written, true);
      case LAST_YEAR -> When.days(written.withDayOfYear(1).minusYears(1), written.withDayOfYear(1).minusDays(1), true);
      case THIS_YEAR -> When.days(written.withDayOfYear(1), written.withDayOfYear(1).plusYears(1).minusDays(1), true);
      case TODAY, DAY, MONTH, YEAR -> When.day(written, true);
    };
  }

  /** The latest such day; but six days ago is the day to come: a page is often stamped a day before what it tells. */
  private LocalDate weekday(LocalDate written) {
    LocalDate latest = written.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(day)));
    return latest.equals(written.minusDays(6)) ? written.plusDays(1) : latest;
  }

  /** The latest such day that is not more than a week after the day of writing. */
  private LocalDate dayOfMonth(LocalDate written) {
    LocalDate limit = written.plusWeeks(1);
    YearMonth month = YearMonth.from(limit);
    while (!month.isValidDay(day) || month.atDay(day).isAfter(limit)) {
      month = month.minusMonths(1);
    }
    return month.atDay(day);
  }

  /** The weekend at hand: on a working day, the one to come when Thursday or Friday is here, else the last one. */
  private static When weekend(LocalDate written) {
    LocalDate saturday = written.getDayOfWeek().getValue() >= DayOfWeek.THURSDAY.getValue()
        ? written.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY))
        : written.with(TemporalAdjusters.previous(DayOfWeek.SATURDAY));
    LocalDate start = written.getDayOfWeek() == DayOfWeek.SUNDAY ? written.minusDays(1) : saturday;
    return When.days(start, start.plusDays(1), true);
  }
}
