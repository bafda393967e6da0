package homeward.reports;

import homeward.clauses.Times;
import homeward.language.Chunk;
import homeward.language.Chunk.Content.Dated;
import homeward.language.Moment;
import homeward.language.Sentence;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Works out the day a report was written from the report itself: the line that says when it was published, a date that
 * stands alone near its head, else the latest dated event in a sentence about an exchange, else a date in full near its head, as that of
 * a picture.
 */
final class Dateline {
  private static final int HEAD = 5;
  private static final int SHORT = 8;
  private static final int NEAR = 20;
  private static final int SOON = 15;
  private static final Set<String> STROKES = Set.of("|", "\u00b7", "\u2022", "\u2013");
  /** What parts the cells of a line that tells of the page, and not of the event: "Agency | Nordhaven | September 14, 2031 08:11". */
  private static final Set<String> CELLS = Set.of("|", "\u00b7", "\u2022");
  private static final Set<String> DISPATCH = Set.of("(", "\u2013", "/", ":");

  private final List<List<Sentence>> paragraphs;
  private final List<Sentence> stamps;
  private final Optional<LocalDate> around;
  private final List<LocalDate> fullDates = new ArrayList<>();

  /** Takes the paragraphs of a report, and the lines of its page that say when it was published. */
  Dateline(List<List<Sentence>> paragraphs, List<Sentence> stamps, Optional<LocalDate> around) {
    this.paragraphs = paragraphs;
    this.stamps = stamps;
    this.around = around;
  }

  Optional<LocalDate> written() {
    List<Moment> events = new ArrayList<>();
    List<Moment> perhapsOfTalks = new ArrayList<>();
    List<Moment> heads = new ArrayList<>();
    int latestYear = 0;
    for (int i = 0; i < paragraphs.size(); i++) {
      for (Sentence sentence : paragraphs.get(i)) {
        for (Moment moment : moments(sentence)) {
          latestYear = Math.max(latestYear, moment.year());
          fullDate(sentence, moment);
          boolean dated = i < HEAD && !moments(sentence).isEmpty();
          if (dated && opens(sentence)) {
            heads.addAll(moments(sentence).subList(0, 1));
          }
          if (dated && ends(sentence)) {
            heads.addAll(moments(sentence).reversed().subList(0, 1));
          }
          boolean ofDate = sentence.chunks().getFirst().content() instanceof Dated;
          int longest = ofDate || sentence.chunks().stream().map(Chunk::form).anyMatch(CELLS::contains) ? 2 * SHORT : SHORT;
          int lowest = ofDate ? 2 * HEAD : HEAD;
          if (i < lowest && sentence.chunks().size() <= longest && !sentence.has("exchange", "trade", "give", "take")) {
            heads.add(moment);
          }
          if (sentence.has("exchange", "trade", "give", "take", "come") && !sentence.has("future", "another") && !lastTime(sentence)) {
            (moment.dated() && sentence.has("agree") ? perhapsOfTalks : events).add(moment);
          }
        }
      }
    }
    int year = latestYear;
    List<Moment> stamped = stamps.stream().flatMap(stamp -> moments(stamp).stream()).toList();
    Optional<LocalDate> head = latest(stamped, year).or(() -> latest(heads, year));
    Optional<LocalDate> event = latest(events, year).map(day -> soonAfter(day, events));
    Optional<LocalDate> talks = latest(perhapsOfTalks, year);
    return head.or(() -> event.map(day -> later(day, talks))).or(() -> talks.map(day -> later(day, latestWeekday(events))))
        .or(() -> latest(captions(), year)).or(() -> latestWeekday(events)).or(() -> around);
  }

  /** "Norland and Vestria last released prisoners on 6 May": an exchange before the one that is reported. */
  private static boolean lastTime(Sentence sentence) {
    List<Chunk> chunks = sentence.chunks();
    return IntStream.range(1, chunks.size()).anyMatch(at -> chunks.get(at - 1).form().equals("last")
        && (chunks.get(at).is("give") || chunks.get(at).is("take") || chunks.get(at).is("trade")));
  }

  /** The dates in full near the head, of whatever: "the delegation at the talks on 2 June 2025". */
  private List<Moment> captions() {
    return paragraphs.stream().limit(HEAD).flatMap(List::stream).filter(sentence -> !sentence.has("background", "another"))
        .flatMap(sentence -> sentence.chunks().stream()).map(Chunk::content).filter(Dated.class::isInstance).map(Dated.class::cast)
        .map(Dated::moment).filter(moment -> moment.dated() && moment.year() != 0).toList();
  }

  private void fullDate(Sentence sentence, Moment moment) {
    boolean event = sentence.has("exchange", "trade", "give", "take", "come") && !sentence.has("background", "another");
    if (event && moment.dated() && moment.year() != 0) {
      moment.resolve(Optional.empty()).to().ifPresent(fullDates::add);
    }
  }

  /** Whether a sentence opens with the place and day of a dispatch, "VESK, May 24 (Agency) - ", or with a date in full. */
  private static boolean opens(Sentence sentence) {
    List<Chunk> chunks = sentence.chunks();
    for (int at = 0; at + 1 < Math.min(SHORT, chunks.size()); at++) {
      boolean dated = chunks.get(at).content() instanceof Dated found && found.moment().dated();
      boolean full = chunks.get(at).content() instanceof Dated day && day.moment().year() != 0;
      boolean alone = at < 2 && full && !sentence.listed("monthlead", chunks.getFirst());
      if (dated && (alone || DISPATCH.contains(chunks.get(at + 1).form()))) {
        return chunks.subList(0, at).stream().noneMatch(chunk -> chunk.content() instanceof Dated);
      }
    }
    return false;
  }

  /** Whether a line ends in a date in full behind a stroke: "Your paper for the valley | Monday 11 November 2019". */
  private static boolean ends(Sentence sentence) {
    List<Chunk> chunks = sentence.chunks();
    return chunks.size() > 1 && chunks.getLast().content() instanceof Dated day && day.moment().year() != 0 && day.moment().dated()
        && STROKES.contains(chunks.get(chunks.size() - 2).form());
  }

  /** A report that dates the days before and says "on Sunday" was written on the Sunday after them. */
  private static LocalDate soonAfter(LocalDate latest, List<Moment> moments) {
    return moments.stream().filter(moment -> moment.kind() == Moment.Kind.WEEKDAY)
        .map(moment -> latest.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(moment.day()))))
        .filter(day -> !day.isAfter(latest.plusDays(2))).max(LocalDate::compareTo).orElse(latest);
  }

  /** "On May 16 the exchange was agreed. On Sunday 303 were freed": the day of talks counts where no later one comes soon after. */
  private static LocalDate later(LocalDate day, Optional<LocalDate> other) {
    return other.filter(more -> more.isAfter(day) && more.isBefore(day.plusDays(SOON))).orElse(day);
  }

  private static List<Moment> moments(Sentence sentence) {
    List<Moment> moments = new ArrayList<>();
    for (Chunk chunk : sentence.chunks()) {
      if (chunk.content() instanceof Dated dated && !Times.ofTalks(sentence, sentence.chunks().indexOf(chunk))) {
        moments.add(dated.moment());
      }
    }
    return moments;
  }

  /** With nothing but days of the week to go by: the latest of them in the week of the events. */
  private Optional<LocalDate> latestWeekday(List<Moment> moments) {
    return moments.stream().filter(moment -> moment.kind() == Moment.Kind.WEEKDAY)
        .map(moment -> moment.resolve(around).to()).flatMap(Optional::stream).max(LocalDate::compareTo);
  }

  private Optional<LocalDate> latest(List<Moment> moments, int latestYear) {
    return moments.stream().filter(Moment::dated).map(moment -> day(moment, latestYear))
        .flatMap(Optional::stream).max(LocalDate::compareTo);
  }

  /** A day without a year: the day around, else the year from the latest named on in which its weekday is right. */
  private Optional<LocalDate> day(Moment moment, int latestYear) {
    if (moment.year() != 0) {
      return moment.resolve(Optional.empty()).to();
    }
    Optional<LocalDate> beside = besideFullDate(moment);
    if (beside.isPresent()) {
      return beside;
    }
    if (moment.weekday() != 0 && latestYear > 0) {
      Optional<LocalDate> byWeekday = byWeekday(moment, latestYear);
      if (byWeekday.isPresent() && (around.isEmpty() || byWeekday.get().getYear() == around.get().getYear())) {
        return byWeekday;
      }
    }
    Optional<LocalDate> near = around.map(day -> day.plusMonths(6));
    Optional<LocalDate> endOfYear = latestYear > 0 ? Optional.of(LocalDate.of(latestYear, 12, 1)) : Optional.empty();
    return moment.resolve(near.or(() -> endOfYear)).to();
  }

  /** "January 4" in a report that names 3 January 2024 in full is of that year, whatever the ledger is about. */
  private Optional<LocalDate> besideFullDate(Moment moment) {
    for (LocalDate full : fullDates) {
      for (int year = full.getYear() - 1; year <= full.getYear() + 1; year++) {
        Optional<LocalDate> day = moment.resolve(Optional.of(LocalDate.of(year, 12, 1))).to();
        if (day.isPresent() && Math.abs(ChronoUnit.DAYS.between(full, day.get())) <= NEAR) {
          return day;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> byWeekday(Moment moment, int from) {
    for (int year = from; year < from + 11; year++) {
      try {
        LocalDate day = LocalDate.of(year, moment.month(), moment.day());
        if (day.getDayOfWeek().getValue() == moment.weekday()) {
          return Optional.of(day);
        }
      } catch (DateTimeException noSuchDay) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

}
