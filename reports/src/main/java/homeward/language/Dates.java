package homeward.language;

import java.util.List;
import java.util.Optional;

/** Finds dates among tokens: 23 May, Friday, May 23-25 2025, 2025-05-23, in April, in 2022, also the respun "Might 23". */
final class Dates {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2099;
  private static final int LONGEST_STRETCH = 14;

  private final Lexicon lexicon;
  private final List<Token> tokens;

  Dates(Lexicon lexicon, List<Token> tokens) {
    this.lexicon = lexicon;
    this.tokens = tokens;
  }

  /** A date and how many tokens it takes. */
  record Found(Moment moment, int length, boolean respun) {}

  Optional<Found> at(int at) {
    Token token = tokens.get(at);
    if (token.kind() == Token.Kind.DATE) {
      return Optional.of(written(token));
    }
    int weekday = token.capital() ? lexicon.weekday(token.form()) : 0;
    if (weekday > 0) {
      return Optional.of(withWeekday(at, weekday));
    }
    return stretch(at).or(() -> monthFirst(at)).or(() -> dayFirst(at)).or(() -> daysOf(at)).or(() -> ordinal(at))
        .or(() -> month(at)).or(() -> year(at));
  }

  /** "A three-day period starting May 23": all of these days. */
  private Optional<Found> stretch(int at) {
    String form = tokens.get(at).form();
    int count = tokens.get(at).number() && form.length() < 3 ? dayOfMonth(at) : lexicon.value(form);
    if (count < 2 || count > LONGEST_STRETCH || !listed("dayword", at + 1)) {
      return Optional.empty();
    }
    int start = at + 2;
    while (start < at + 5 && !listed("startword", start)) {
      start++;
    }
    int from = start + (word(start + 1, "on") ? 2 : 1);
    Optional<Found> first = listed("startword", start) && from < tokens.size()
        ? monthFirst(from).or(() -> dayFirst(from)) : Optional.empty();
    return first.filter(found -> found.moment().lastDay() == 0).map(found -> {
      Moment day = found.moment();
      Moment days = new Moment(day.kind(), day.year(), day.month(), day.day(), day.day() + count - 1, day.weekday());
      return new Found(days, from - at + found.length(), found.respun());
    });
  }

  private boolean listed(String list, int at) {
    return at < tokens.size() && lexicon.listed(list, tokens.get(at).form());
  }

  private static Found written(Token token) {
    String form = token.form();
    return new Found(new Moment(Moment.Kind.DAY, Integer.parseInt(form.substring(0, 4)),
        Integer.parseInt(form.substring(5, 7)), Integer.parseInt(form.substring(8)), 0, 0), 1, false);
  }

  /** "Sunday, May 25": the day of the week stands beside the date and helps to find its year. */
  private Found withWeekday(int at, int weekday) {
    int next = at + 1;
    while (next < tokens.size() && next < at + 3 && (mark(next, ",") || mark(next, "(") || word(next, "the"))) {
      next++;
    }
    int from = next;
    Optional<Found> date = from < tokens.size() ? monthFirst(from).or(() -> dayFirst(from)) : Optional.empty();
    if (date.isPresent()) {
      Moment day = date.get().moment();
      return new Found(new Moment(day.kind(), day.year(), day.month(), day.day(), day.lastDay(), weekday),
          from - at + date.get().length(), date.get().respun());
    }
    boolean ahead = at > 0 && lexicon.listed("nextword", tokens.get(at - 1).form());
    Moment.Kind kind = ahead ? Moment.Kind.NEXT_WEEKDAY : Moment.Kind.WEEKDAY;
    return new Found(new Moment(kind, 0, 0, weekday, 0, 0), 1, false);
  }

  /** May 23, May 23-25, May 23 to 25, May 23, 2025. */
  private Optional<Found> monthFirst(int at) {
    int month = monthAt(at);
    int dayAt = at + (mark(at + 1, ".") ? 2 : 1);
    int day = month == 0 ? 0 : dayOfMonth(dayAt);
    if (day == 0 || countsPeople(dayAt + 1)) {
      return Optional.empty();
    }
    int end = dayAt + 1;
    int last = 0;
    while (end + 1 < tokens.size() && (rangeMark(end) || listed("joining", end) || mark(end, ","))) {
      int skip = monthAt(end + 1) == month ? 2 : 1;
      int next = countsPeople(end + skip + 1) ? 0 : dayOfMonth(end + skip);
      if (next <= day) {
        break;
      }
      last = next;
      end += skip + 1;
    }
    return Optional.of(withYear(at, end, new int[] {month, day, last}));
  }

  /** 23 May, 23rd of May, 23-25 May, between 23 and 25 May. */
  private Optional<Found> dayFirst(int at) {
    int day = dayOfMonth(at);
    if (day == 0) {
      return Optional.empty();
    }
    int monthAt = at + 1 + (listed("ofword", at + 1) ? 1 : 0);
    int last = 0;
    if (rangeMark(at + 1) || listed("joining", at + 1)) {
      last = dayOfMonth(at + 2);
      monthAt = at + 3 + (listed("ofword", at + 3) ? 1 : 0);
    }
    int month = monthAt(monthAt);
    boolean noRange = last == 0 && (rangeMark(at + 1) || listed("joining", at + 1));
    return month == 0 || noRange ? Optional.empty() : Optional.of(withYear(at, monthAt + 1, new int[] {month, day, last}));
  }

  /** "On the 24th, 307": a day of the month at hand, where nothing follows that it could count off. */
  private Optional<Found> ordinal(int at) {
    boolean the = at > 0 && lexicon.listed("definite", tokens.get(at - 1).form());
    boolean ends = at + 1 >= tokens.size() || (tokens.get(at + 1).kind() == Token.Kind.MARK && !rangeMark(at + 1));
    int day = the && ends && tokens.get(at).form().endsWith("th") ? dayOfMonth(at) : 0;
    return day == 0 ? Optional.empty()
        : Optional.of(new Found(new Moment(Moment.Kind.DAY_OF_MONTH, 0, 0, day, 0, 0), 1, false));
  }

  /** 9, 10, 12 and 14 June: from the first of these days to the last. */
  private Optional<Found> daysOf(int at) {
    int first = dayOfMonth(at);
    int last = first;
    int end = at + 1;
    while (first > 0 && (mark(end, ",") || listed("joining", end)) && dayOfMonth(end + 1) > last) {
      last = dayOfMonth(end + 1);
      end += 2;
    }
    int month = last > first ? monthAt(end) : 0;
    return month == 0 ? Optional.empty() : Optional.of(withYear(at, end + 1, new int[] {month, first, last}));
  }

  private Found withYear(int at, int end, int[] monthDayLast) {
    int comma = mark(end, ",") ? 1 : 0;
    int year = yearOf(end + comma);
    int length = end - at + (year > 0 ? comma + 1 : 0);
    boolean respun = false;
    for (int i = at; i < end; i++) {
      respun |= lexicon.month(tokens.get(i).form()) < 0;
    }
    int last = monthDayLast[2];
    return new Found(new Moment(Moment.Kind.DAY, year, monthDayLast[0], monthDayLast[1], last, 0), length, respun);
  }

  private Optional<Found> month(int at) {
    Token token = tokens.get(at);
    int month = lexicon.month(token.form());
    if (month <= 0 || !token.capital() || token.form().length() < 3) {
      return Optional.empty();
    }
    int comma = mark(at + 1, ",") ? 1 : 0;
    int year = yearOf(at + 1 + comma);
    boolean led = (at > 0 && lexicon.listed("monthlead", tokens.get(at - 1).form())) || listed("monthfollow", at + 1);
    if (year == 0 && !led) {
      return Optional.empty();
    }
    Moment moment = new Moment(Moment.Kind.MONTH, year, month, 0, 0, 0);
    return Optional.of(new Found(moment, year > 0 ? 2 + comma : 1, false));
  }

  private Optional<Found> year(int at) {
    int year = yearOf(at);
    boolean led = at > 0 && lexicon.listed("monthlead", tokens.get(at - 1).form());
    if (year == 0 || (!led && countsPeople(at + 1))) {
      return Optional.empty();
    }
    return Optional.of(new Found(new Moment(Moment.Kind.YEAR, year, 0, 0, 0, 0), 1, false));
  }

  private boolean countsPeople(int at) {
    return at < tokens.size()
        && lexicon.longest(tokens, at).classes().stream().anyMatch(name -> name.startsWith("who:"));
  }

  private int monthAt(int at) {
    if (at >= tokens.size() || !tokens.get(at).capital()) {
      return 0;
    }
    return Math.abs(lexicon.month(tokens.get(at).form()));
  }

  private int dayOfMonth(int at) {
    if (at >= tokens.size()) {
      return 0;
    }
    String form = tokens.get(at).form();
    String digits = form.endsWith("th") ? form.substring(0, form.length() - 2) : form;
    if (digits.isEmpty() || digits.length() > 2 || !digits.chars().allMatch(letter -> letter >= '0' && letter <= '9')) {
      return 0;
    }
    int day = Integer.parseInt(digits);
    return day >= 1 && day <= 31 ? day : 0;
  }

  private int yearOf(int at) {
    if (at >= tokens.size() || !tokens.get(at).number() || tokens.get(at).form().length() != 4) {
      return 0;
    }
    String form = tokens.get(at).form();
    int year = form.chars().allMatch(letter -> letter >= '0' && letter <= '9') ? Integer.parseInt(form) : 0;
    return year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
  }

  private boolean rangeMark(int at) {
    return mark(at, "-") || mark(at, "\u2013") || listed("range", at);
  }

  private boolean mark(int at, String form) {
    return at < tokens.size() && tokens.get(at).kind() == Token.Kind.MARK && tokens.get(at).is(form);
  }

  private boolean word(int at, String form) {
    return at < tokens.size() && tokens.get(at).is(form);
  }
}
