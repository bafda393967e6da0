package homeward.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as people write them: the ISO forms are read, the others are told apart so that the cure can be exact. */
final class DateText {
  private static final Pattern ISO = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?");
  private static final Pattern DAY_FIRST = Pattern.compile("([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})");
  private static final int FIRST_YEAR = 1850;
  private static final int LAST_YEAR = 2100;
  private static final String FORMS = "write YYYY-MM-DD, YYYY-MM or YYYY, or leave the cell empty";

  private DateText() {}

  static Optional<PartialDate> parse(String text) {
    if (text.isEmpty()) {
      return Optional.of(new PartialDate.NotKnown());
    }
    Matcher iso = ISO.matcher(text);
    return iso.matches() ? ofParts(iso.group(1), iso.group(2), iso.group(3)) : Optional.empty();
  }

  private static Optional<PartialDate> ofParts(String yearText, String monthText, String dayText) {
    int year = Integer.parseInt(yearText);
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return Optional.empty();
    }
    try {
      if (monthText == null) {
        return Optional.of(new PartialDate.InYear(Year.of(year)));
      }
      YearMonth month = YearMonth.of(year, Integer.parseInt(monthText));
      return Optional.of(dayText == null
          ? new PartialDate.InMonth(month)
          : new PartialDate.OnDay(month.atDay(Integer.parseInt(dayText))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** What to do about a text that {@link #parse} refused. */
  static String cure(String text) {
    Matcher dayFirst = DAY_FIRST.matcher(text);
    if (dayFirst.matches()) {
      return cure(text, dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
    }
    Matcher iso = ISO.matcher(text);
    if (iso.matches() && iso.group(3) != null) {
      return cure(text, iso.group(1), iso.group(2), iso.group(3));
    }
    return Words.quoted(text) + " is not a date: " + FORMS;
  }

  private static String cure(String text, String yearText, String monthText, String dayText) {
    int year = Integer.parseInt(yearText);
    int month = Integer.parseInt(monthText);
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) {
      return Words.quoted(text) + " is not a date (years run from 1850 to 2100, months from 01 to 12): " + FORMS;
    }
    YearMonth inMonth = YearMonth.of(year, month);
    int day = Integer.parseInt(dayText);
    if (!inMonth.isValidDay(day)) {
      return Words.quoted(text) + " is not a day of the calendar, " + inMonth + " has " + inMonth.lengthOfMonth()
          + " days: find the right date, or write only " + inMonth + " or " + year;
    }
    return Words.quoted(text) + " must be written year first: " + LocalDate.of(year, month, day);
  }
}
