package homeward.clauses;

import homeward.language.Chunk;
import homeward.language.Chunk.Content.Counted;
import homeward.language.Chunk.Content.Dated;
import homeward.language.Moment;
import homeward.language.Sentence;
import homeward.language.When;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Which of a sentence's dates belongs to a chunk, and what days it means. */
public final class Times {
  private static final int REACH_OF_AGREEMENT = 7;
  private static final int REACH_OF_BACKGROUND = 6;
  private static final int REACH_OF_FUTURE = 5;
  private static final int REACH_OF_DAYS = 4;
  private static final int RECENT_DAYS = 60;
  private static final int FARTHEST_AFTER = 14;
  /** What is told from another day: "a day earlier", "the following day". */
  private static final Set<Moment.Kind> BESIDE_ANOTHER = Set.of(Moment.Kind.DAY_BEFORE, Moment.Kind.DAY_AFTER);
  private static final Set<String> RANGES = Set.of("-", "\u2013");
  private static final Set<String> BREAKS = Set.of(";", "\u2013", ":", "(", ")", ",");

  private final Sentence sentence;
  private final Clauses clauses;
  private final Optional<LocalDate> written;
  private final When carried;
  private final When lastEvent;

  /**
   * A sentence and what the text around it tells of days.
   *
   * @param written the day the report was written
   * @param carried the day that the sentences before it in its paragraph are about
   * @param lastEvent the last day of an exchange that the text named
   */
  public Times(Sentence sentence, Optional<LocalDate> written, When carried, When lastEvent) {
    this.sentence = sentence;
    this.clauses = new Clauses(sentence);
    this.written = written;
    this.carried = carried;
    this.lastEvent = lastEvent;
  }

  /** The last day of an exchange named so far, for "a day after": this sentence's where it speaks of one. */
  public When lastEvent() {
    boolean armed = sentence.has("weapon");
    boolean event = sentence.chunks().stream().anyMatch(chunk -> !chunk.is("respun")
        && (chunk.is("exchange") || chunk.is("trade") || (!armed && (chunk.is("give") || chunk.is("take")))));
    When day = event ? carry() : When.UNKNOWN;
    return day.known() ? day : lastEvent;
  }

  /** The days of an event: from the sentence, else from the sentences before, else the day of writing. */
  public When event(int at) {
    return on(nearest(at, false));
  }

  /** The same for what is done: a day on which more "would be released" dates nothing before it. */
  public When happened(int at) {
    int date = nearest(at, false);
    if (date > at && ahead(date)) {
      boolean said = sentence.chunks().subList(at + 1, date).stream().anyMatch(chunk -> chunk.is("say"));
      int done = nearest(at, false, place -> !(place > at && ahead(place)));
      return on(done >= 0 ? done : said ? -1 : date);
    }
    return on(date);
  }

  /** The day on which an exchange ended: not the day on which it began. */
  public When ended(int at) {
    return on(nearest(at, false, place -> !begun(place)));
  }

  private When on(int date) {
    return date >= 0 ? named(date) : carried.known() ? carried : today();
  }

  private When named(int date) {
    return onward(date) ? untilNow(resolve(date)) : resolve(date);
  }

  /** "Since Thursday", "over three days from Friday": the days up to that of writing. */
  private boolean onward(int date) {
    Chunk before = sentence.chunks().get(Math.max(0, date - 1));
    boolean from = sentence.listed("startword", before)
        && sentence.chunks().subList(Math.max(0, date - REACH_OF_DAYS), date).stream().anyMatch(chunk -> chunk.is("fewdays"));
    return from || before.is("since");
  }

  private When untilNow(When day) {
    boolean past = day.oneDay() && written.isPresent() && day.to().orElseThrow().isBefore(written.get());
    return past ? When.days(day.to().orElseThrow(), written.orElseThrow(), true) : day;
  }

  /** "The exchange that had begun on Thursday". */
  private boolean begun(int date) {
    return sentence.chunks().subList(Math.max(0, date - 2), date).stream().anyMatch(chunk -> sentence.listed("beginning", chunk));
  }

  /** The days up to which a running count goes: those of the sentence, else up to the day of writing. */
  public When upToNow(int at) {
    int date = nearest(at, false);
    return date >= 0 ? named(date) : today();
  }

  /** The day an agreement was made, where the sentence says so. */
  public When agreement(int at) {
    int date = nearest(at, true);
    return date >= 0 ? resolve(date) : When.UNKNOWN;
  }

  /** The days that the sentence itself names, background included. */
  public When stated(int at) {
    int best = -1;
    for (int place = 0; place < sentence.chunks().size(); place++) {
      boolean dated = sentence.chunks().get(place).content() instanceof Dated;
      if (dated && !since(place) && (best < 0 || cost(place, at) < cost(best, at))) {
        best = place;
      }
    }
    return best < 0 ? When.UNKNOWN : resolve(best);
  }

  /** How a sentence names the one date that it has; empty where it has none or several. */
  public static Optional<Moment.Kind> only(Sentence sentence) {
    List<Chunk> chunks = sentence.chunks();
    List<Moment.Kind> named = IntStream.range(0, chunks.size()).filter(at -> !explained(chunks, at)).mapToObj(at -> chunks.get(at).content())
        .filter(Dated.class::isInstance).map(Dated.class::cast).map(date -> date.moment().kind()).toList();
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  /** "The next day, Saturday": one day, by its name. */
  private static boolean explained(List<Chunk> chunks, int at) {
    return at + 2 < chunks.size() && chunks.get(at).content() instanceof Dated date && BESIDE_ANOTHER.contains(date.moment().kind())
        && chunks.get(at + 1).form().equals(",") && chunks.get(at + 2).content() instanceof Dated;
  }

  /**
   * Whether a number is told of another day than the one its sentence names: "307 on Saturday, after 390 had been freed before", "on Friday,
   * and a swap of 307 came after it", "390, 307 and 303 over three days"; not "on Saturday 307 followed".
   */
  public static boolean ofAnotherDay(Sentence sentence, int at) {
    List<Chunk> chunks = sentence.chunks();
    int from = at;
    while (from > 0 && !told(chunks.get(from - 1))) {
      from--;
    }
    int to = at + 1;
    while (to < chunks.size() && !told(chunks.get(to))) {
      to++;
    }
    boolean turned = (from > 0 && chunks.subList(from, at).stream().anyMatch(chunk -> sentence.listed("turnedto", chunk)))
        || (!(at > 0 && chunks.get(at - 1).content() instanceof Dated)
            && chunks.subList(at + 1, to).stream().anyMatch(chunk -> sentence.listed("cameafter", chunk)));
    return turned || counted(sentence, from - 1, at) || (to < chunks.size() && counted(sentence, at, to));
  }

  /** What tells of an event by itself: a date or a number. */
  private static boolean told(Chunk chunk) {
    return chunk.content() instanceof Dated || chunk.content() instanceof Counted;
  }

  /** Whether two numbers stand in one list of as many days: the first names no people, and nothing but a comma or "and" is between. */
  private static boolean counted(Sentence sentence, int one, int other) {
    List<Chunk> chunks = sentence.chunks();
    return one >= 0 && chunks.get(one).content() instanceof Counted first && first.category().isEmpty()
        && chunks.get(other).content() instanceof Counted && other - one > 1
        && chunks.subList(one + 1, other).stream().allMatch(chunk -> chunk.form().equals(",") || sentence.listed("joining", chunk));
  }

  /** The day the report was written. */
  public When today() {
    return written.map(day -> When.day(day, false)).orElse(When.UNKNOWN);
  }

  /** What the next sentence may take over. */
  public When carry() {
    int last = -1;
    for (int place = 0; place < sentence.chunks().size(); place++) {
      if (event(sentence.chunks().get(place)) && !background(place) && !agreement(place, place)) {
        last = place;
      }
    }
    When found = last < 0 ? When.UNKNOWN : resolve(last);
    return found.oneDay() ? found.carried() : carried;
  }

  private static boolean event(Chunk chunk) {
    return chunk.content() instanceof Dated;
  }

  private int nearest(int at, boolean ofAgreement) {
    return nearest(at, ofAgreement, place -> true);
  }

  private int nearest(int at, boolean ofAgreement, IntPredicate among) {
    int best = -1;
    for (int place = 0; place < sentence.chunks().size(); place++) {
      boolean usable = event(sentence.chunks().get(place)) && !background(place) && agreement(place, at) == ofAgreement
          && !(ahead(place) && clauseBetween(Math.min(place, at), Math.max(place, at)))
          && !(place > at && leads(sentence.chunks().get(place))) && !(at >= 0 && clauses.beside(place, at)) && among.test(place);
      boolean near = place < at || cost(place, at) <= FARTHEST_AFTER;
      if (usable && near && (best < 0 || cost(place, at) < cost(best, at))) {
        best = place;
      }
    }
    return best;
  }

  /** How far a date stands from a chunk; what sets clauses apart makes it farther. */
  private int cost(int date, int at) {
    int from = Math.min(date, at);
    int to = Math.max(date, at);
    int cost = date == at + 1 ? 0 : to - from + (date > at ? 1 : 0);
    for (int place = from + 1; place < to; place++) {
      cost += place == date - 2 && followsOn(place) ? 0 : cost(sentence.chunks().get(place), date < at);
    }
    return cost;
  }

  /** "A swap of 307 followed on Saturday": here it is no word between two clauses. */
  private boolean followsOn(int place) {
    return sentence.chunks().get(place).form().equals("followed") && sentence.chunks().get(place + 1).form().equals("on");
  }

  private int cost(Chunk between, boolean dateBefore) {
    if (sentence.listed("clause", between)) {
      return 8;
    }
    if (between.form().equals(";")) {
      return 12;
    }
    boolean joins = between.form().equals(",") || (sentence.listed("joining", between) && dateBefore);
    return joins ? 3 : BREAKS.contains(between.form()) ? 6 : 0;
  }

  /** "Slated to go on over the weekend, with 270 freed so far": the day of what is yet to come dates nothing done. */
  private boolean ahead(int date) {
    for (int place = date - 1; place >= Math.max(0, date - REACH_OF_FUTURE); place--) {
      Chunk chunk = sentence.chunks().get(place);
      if (chunk.is("N") || BREAKS.contains(chunk.form())) {
        return false;
      }
      if (chunk.is("future")) {
        return true;
      }
    }
    return false;
  }

  /** "A day after each released 390" dates what follows it, and nothing before. */
  private static boolean leads(Chunk date) {
    return date.is("leading");
  }

  private boolean clauseBetween(int from, int to) {
    return sentence.chunks().subList(from + 1, to).stream().anyMatch(chunk -> sentence.listed("clause", chunk) || chunk.form().equals(","));
  }

  /** "Since the invasion began in February 2022" dates nothing of an exchange. */
  private boolean background(int date) {
    When when = resolve(date);
    boolean old = written.isPresent() && when.to().isPresent()
        && when.to().get().isBefore(written.get().minusDays(RECENT_DAYS));
    return since(date) && (old || written.isEmpty());
  }

  private boolean since(int date) {
    for (int place = date - 1; place >= Math.max(0, date - REACH_OF_BACKGROUND); place--) {
      Chunk chunk = sentence.chunks().get(place);
      if (chunk.is("N") || BREAKS.contains(chunk.form())) {
        return false;
      }
      if (chunk.is("background") || chunk.is("since")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a date in a sentence is that of talks or of an agreement, not of an exchange. */
  public static boolean ofTalks(Sentence sentence, int date) {
    return new Times(sentence, Optional.empty(), When.UNKNOWN, When.UNKNOWN).agreement(date, -1);
  }

  /** Whether a date is that of talks or of an agreement: "agreed on Friday", "the talks held on 16 May". */
  private boolean agreement(int date, int at) {
    if (date + 1 < sentence.chunks().size()
        && (sentence.listed("talks", sentence.chunks().get(date + 1)) || sentence.chunks().get(date + 1).is("agree"))) {
      return true;
    }
    for (int place = date - 1; place >= Math.max(0, date - REACH_OF_AGREEMENT) && place != at; place--) {
      Chunk chunk = sentence.chunks().get(place);
      if (chunk.is("N") || chunk.content() instanceof Dated) {
        return false;
      }
      if (chunk.is("agree") || sentence.listed("talks", chunk)) {
        return true;
      }
      if (chunk.is("exchange") || chunk.is("give") || chunk.is("take") || chunk.form().equals(",")) {
        return false;
      }
    }
    return false;
  }

  private When resolve(int place) {
    List<Chunk> chunks = sentence.chunks();
    if (!(chunks.get(place).content() instanceof Dated dated)) {
      return When.UNKNOWN;
    }
    boolean beside = BESIDE_ANOTHER.contains(dated.moment().kind());
    Optional<LocalDate> base = written;
    for (int before = 0; beside && before < place; before++) {
      if (chunks.get(before).content() instanceof Dated) {
        base = resolve(before).to().or(() -> written);
      }
    }
    When last = carried.known() ? carried : lastEvent;
    When days = dated.moment().resolve(beside && base.equals(written) && last.known() ? last.to() : base);
    return withNeighbour(withNeighbour(days, place, -1), place, 1);
  }

  private boolean ranges(Chunk between) {
    return RANGES.contains(between.form()) || sentence.listed("range", between) || sentence.listed("joining", between);
  }

  /** "On Saturday and Sunday" is both days. */
  private When withNeighbour(When days, int place, int step) {
    List<Chunk> chunks = sentence.chunks();
    int other = place + 2 * step;
    boolean joined = other >= 0 && other < chunks.size() && ranges(chunks.get(place + step));
    if (!joined || !(chunks.get(other).content() instanceof Dated dated) || !days.known()) {
      return days;
    }
    When more = dated.moment().resolve(written);
    if (!more.known() || dated.moment().kind() == Moment.Kind.YEAR) {
      return days;
    }
    LocalDate from = step < 0 ? more.from().orElseThrow() : days.from().orElseThrow();
    LocalDate to = step < 0 ? days.to().orElseThrow() : more.to().orElseThrow();
    return to.isBefore(from) ? days : When.days(from, to, true);
  }
}
