package homeward.agreement;

import homeward.exchange.Digest;
import homeward.json.Json;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of value that a file may hold.
 *
 * @param placeholder what a wrong value is read as, so that reading goes on and finds what else is wrong
 */
record Kind<T>(T placeholder, Function<Json, Found<T>> reader) {
  private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,16}");
  private static final Pattern DAY = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
  private static final Pattern DAY_FIRST = Pattern.compile("([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})");
  private static final Pattern TIME = Pattern.compile("([0-9]{2}):([0-9]{2})");
  private static final Pattern SHORT_TIME = Pattern.compile("[0-9]:[0-9]{2}");
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;
  private static final String LIKE_A_DAY = "write year, month and day, such as \"2025-05-23\"";
  private static final String LIKE_A_TIME = "write hours and minutes from \"00:00\" to \"23:59\", such as \"08:00\"";

  /** What came of reading one value. */
  sealed interface Found<T> {
    record Value<T>(T value) implements Found<T> {}

    record Wrong<T>(Fault fault) implements Found<T> {}

    default <U> Found<U> then(Function<T, Found<U>> next) {
      return switch (this) {
        case Value<T>(T value) -> next.apply(value);
        case Wrong<T>(Fault fault) -> new Wrong<>(fault);
      };
    }
  }

  /** When figures are published: a time on the tranche's own day, or on a day of its own. */
  record Moment(Optional<LocalDate> day, LocalTime time) {
    LocalDateTime on(LocalDate otherwise) {
      return day.orElse(otherwise).atTime(time);
    }
  }

  static Kind<String> text(int most) {
    return new Kind<>("", json -> string(json).then(text -> whole(text, most)));
  }

  private static Found<String> whole(String text, int most) {
    int characters = text.codePointCount(0, text.length());
    return text.isBlank()
        ? new Found.Wrong<>(new Fault.Empty())
        : characters > most ? new Found.Wrong<>(new Fault.TooLong(characters, most)) : new Found.Value<>(text);
  }

  static Kind<String> code() {
    return new Kind<>("", json -> string(json).then(text -> matching(CODE, text, Fault.NotACode::new)));
  }

  static Kind<String> id() {
    return new Kind<>("", json -> string(json).then(text -> matching(ID, text, Fault.NotAnId::new)));
  }

  private static Found<String> matching(Pattern pattern, String text, Function<String, Fault> otherwise) {
    return pattern.matcher(text).matches() ? new Found.Value<>(text) : new Found.Wrong<>(otherwise.apply(text));
  }

  static Kind<Digest> digest() {
    return new Kind<>(Digest.OF_NOTHING, json -> string(json).then(Kind::digest));
  }

  private static Found<Digest> digest(String text) {
    try {
      return new Found.Value<>(new Digest(text));
    } catch (IllegalArgumentException notOne) {
      return new Found.Wrong<>(new Fault.NotADigest(text));
    }
  }

  static Kind<Boolean> flag() {
    return new Kind<>(
        false,
        json -> json instanceof Json.Flag(boolean value)
            ? new Found.Value<>(value)
            : unlike("true or false, without quotation marks", json));
  }

  static Kind<Integer> whole(int least, int most) {
    return new Kind<>(least, json -> number(json, least, most, number -> number));
  }

  /** A number of people. */
  static Kind<Optional<Integer>> count(int most) {
    return new Kind<>(Optional.of(0), json -> number(json, 0, most, Optional::of));
  }

  /** A number of people, or the word for all of them. */
  static Kind<Optional<Integer>> countOrAll(int most) {
    return new Kind<>(
        Optional.of(0),
        json -> json.equals(Json.of(Written.ALL))
            ? new Found.Value<>(Optional.empty())
            : count(most).reader().apply(json));
  }

  private static <T> Found<T> number(Json json, int least, int most, IntFunction<T> meaning) {
    if (!(json instanceof Json.Whole(long value))) {
      return unlike("a whole number such as 12, without quotation marks", json);
    }
    return value < least || value > most
        ? new Found.Wrong<>(new Fault.OutOfRange(value, least, most))
        : new Found.Value<>(meaning.apply((int) value));
  }

  /** One of the words known, each with its meaning. */
  static <T> Kind<T> word(Fault.Unknown.What what, SequencedMap<String, T> known) {
    T first = known.firstEntry().getValue();
    return new Kind<>(first, json -> string(json).then(text -> meaning(what, text, known)));
  }

  private static <T> Found<T> meaning(Fault.Unknown.What what, String text, SequencedMap<String, T> known) {
    T meaning = known.get(text);
    return meaning == null
        ? new Found.Wrong<>(unknown(what, text, List.copyOf(known.sequencedKeySet())))
        : new Found.Value<>(meaning);
  }

  static Fault unknown(Fault.Unknown.What what, String written, List<String> known) {
    return new Fault.Unknown(what, written, Words.nearest(written, known), known);
  }

  static Kind<LocalDate> day() {
    return new Kind<>(LocalDate.EPOCH, json -> string(json).then(Kind::day));
  }

  private static Found<LocalDate> day(String text) {
    Matcher iso = DAY.matcher(text);
    Matcher dayFirst = DAY_FIRST.matcher(text);
    if (iso.matches()) {
      return day(text, iso.group(1), iso.group(2), iso.group(3));
    } else if (dayFirst.matches()) {
      Found<LocalDate> meant = day(text, dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
      return meant.then(day -> new Found.Wrong<>(new Fault.NotADay(text, "write the year first: \"" + day + "\"")));
    }
    return new Found.Wrong<>(new Fault.NotADay(text, LIKE_A_DAY));
  }

  private static Found<LocalDate> day(String text, String yearText, String monthText, String dayText) {
    int year = Integer.parseInt(yearText);
    int month = Integer.parseInt(monthText);
    int day = Integer.parseInt(dayText);
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) {
      return new Found.Wrong<>(
          new Fault.NotADay(text, "years run from " + FIRST_YEAR + " to " + LAST_YEAR + ", months from 01 to 12; " + LIKE_A_DAY));
    }
    YearMonth inMonth = YearMonth.of(year, month);
    return inMonth.isValidDay(day)
        ? new Found.Value<>(inMonth.atDay(day))
        : new Found.Wrong<>(
            new Fault.NotADay(text, "that month has the days 01 to " + inMonth.lengthOfMonth() + "; find the right one"));
  }

  static Kind<LocalTime> time() {
    return new Kind<>(LocalTime.MIDNIGHT, json -> string(json).then(Kind::time));
  }

  private static Found<LocalTime> time(String text) {
    Matcher time = TIME.matcher(text);
    if (SHORT_TIME.matcher(text).matches()) {
      return new Found.Wrong<>(new Fault.NotATime(text, "write two digits for the hour: \"0" + text + "\""));
    }
    try {
      return time.matches()
          ? new Found.Value<>(LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2))))
          : new Found.Wrong<>(new Fault.NotATime(text, LIKE_A_TIME));
    } catch (DateTimeException noSuchTime) {
      return new Found.Wrong<>(new Fault.NotATime(text, LIKE_A_TIME));
    }
  }

  static Kind<Moment> moment() {
    return new Kind<>(new Moment(Optional.empty(), LocalTime.MIDNIGHT), json -> string(json).then(Kind::moment));
  }

  private static Found<Moment> moment(String text) {
    String[] parts = text.split(" ", -1);
    return parts.length == 2
        ? day(parts[0]).then(day -> time(parts[1]).then(time -> new Found.Value<>(new Moment(Optional.of(day), time))))
        : time(text).then(time -> new Found.Value<>(new Moment(Optional.empty(), time)));
  }

  private static Found<String> string(Json json) {
    return json instanceof Json.Text(String text) ? new Found.Value<>(text) : unlike("text in quotation marks", json);
  }

  static <T> Found<T> unlike(String expected, Json found) {
    return new Found.Wrong<>(new Fault.Unlike(expected, called(found)));
  }

  private static String called(Json json) {
    return switch (json) {
      case Json.Text text -> "text in quotation marks";
      case Json.Whole whole -> "a number";
      case Json.Flag flag -> "true or false";
      case Json.Items items -> "a list";
      case Json.Fields fields -> "an object in braces";
    };
  }
}
