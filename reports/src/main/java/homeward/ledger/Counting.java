package homeward.ledger;

import homeward.ledger.Judgement.Reading;
import homeward.ledger.Judgement.Verdict;
import homeward.ledger.Ledger.Exchange;
import homeward.language.Quantity.Qualifier;
import homeward.language.When;
import homeward.reports.Claim;
import homeward.reports.Claim.Basis;
import homeward.reports.Claim.Mark;
import homeward.reports.Claim.Measure;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges a number of people handed over or promised: which days and which basis make it true, if any. */
final class Counting {
  private static final int WRONG_DAY = 7;
  private static final int AGREED_BEFORE = 14;
  private static final int LONG_STRETCH = 14;
  private static final int FAR_FACTOR = 5;
  private static final int FAR_FACTOR_UNDATED = 3;

  private final Exchange exchange;
  private final Claim claim;
  private final Optional<LocalDate> written;
  private final Figures figures;

  Counting(Exchange exchange, Claim claim, Optional<LocalDate> written) {
    this.exchange = exchange;
    this.claim = claim;
    this.written = written;
    this.figures = new Figures(exchange, claim.what());
  }

  Judgement judge() {
    if (claim.what().measure() == Measure.AGREED) {
      if (next()) {
        return Judge.outside(claim, "It speaks of what was agreed next, of which this ledger knows nothing.");
      }
      Optional<Judgement> promised = promised(Measure.AGREED);
      return promised.filter(judgement -> judgement.verdict() != Verdict.CONTRADICTS).or(() -> handedOver().filter(
          judgement -> judgement.verdict() != Verdict.CONTRADICTS && judgement.verdict() != Verdict.OUTSIDE))
          .or(() -> elsewhen() || longOver() ? Optional.empty() : promised.or(this::promisedOfAll))
          .orElseGet(() -> Judge.outside(claim, "The ledger does not say what was agreed."));
    }
    Optional<Judgement> done = handedOver();
    boolean named = claim.is(Mark.FORMULA);
    boolean carriedOut = named && claim.is(Mark.DONE) && claim.is(Mark.CUMULATIVE);
    boolean early = !claim.when().stated() && written.isPresent() && written.get().isBefore(exchange.lastDay().orElseThrow());
    Optional<Judgement> formula = (early || named) && !carriedOut ? promised(Measure.AGREED) : Optional.empty();
    return done.filter(judgement -> judgement.verdict() != Verdict.CONTRADICTS && judgement.verdict() != Verdict.OUTSIDE)
        .or(() -> formula.filter(judgement -> judgement.verdict() != Verdict.CONTRADICTS)).or(() -> done)
        .orElseGet(() -> Judge.outside(claim, elsewhere()));
  }

  /** Whether the claim, or the report where the claim has no date, is of other days than this exchange. */
  private boolean elsewhen() {
    When when = claim.when().known() ? claim.when() : written.map(day -> When.day(day, false)).orElse(When.UNKNOWN);
    return Elsewhen.of(when, exchange, AGREED_BEFORE, 0);
  }

  /** Another number promised, in a report written when this exchange was over, belongs to another agreement. */
  private boolean longOver() {
    LocalDate over = exchange.lastDay().orElseThrow().plusDays(WRONG_DAY);
    return !claim.when().known() && written.isPresent() && written.get().isAfter(over);
  }

  /**
   * "At least 1,000 are to be exchanged", "the number has gone above 1,000": what is agreed next, where just 1,000 were agreed on record;
   * not in a report written before all of them had gone home.
   */
  private boolean next() {
    Qualifier qualifier = claim.what().qualifier();
    boolean loose = qualifier == Qualifier.AT_LEAST || qualifier == Qualifier.OVER || qualifier == Qualifier.UP_TO;
    return loose && written.map(exchange.lastDay().orElseThrow()::isBefore).orElse(true);
  }

  /** "1,000 soldiers a side", where so many people were agreed on and not all who came were soldiers. */
  private Optional<Judgement> promisedOfAll() {
    Run whole = new Run(exchange, 0, exchange.tranches().size() - 1);
    boolean some = figures.of(whole).stream().findFirst()
        .filter(kind -> new Figures(exchange, claim.what().ofAll()).of(whole).getFirst().figure() > kind.figure()).isPresent();
    List<Figures.Option> right = exchange.agreed().filter(agreed -> some).stream()
        .flatMap(agreed -> new Figures(exchange, claim.what().ofAll()).promised(agreed).stream()).filter(Figures.Option::holds)
        .filter(option -> claim.whose().basis() == Basis.UNCLEAR || option.basis() == claim.whose().basis()).toList();
    return right.stream().findFirst().map(option -> new Judgement(claim, Measure.AGREED, claim.whose().basis(), option.day(),
        Verdict.CONTRADICTS, "The ledger has " + option.words() + ", people of every kind.", readings(claim, right)));
  }

  private String elsewhere() {
    if (claim.is(Mark.PART)) {
      return "It counts a part of the people that this ledger does not count.";
    }
    boolean otherDays = claim.when().stated() && exchange.tranches().stream().noneMatch(tranche -> claim.when().holds(tranche.day()));
    return otherDays || claim.is(Mark.ANOTHER)
        ? "It speaks of another exchange, of which this ledger knows nothing."
        : "The ledger has no count of that kind (" + Wording.category(claim.what().category()) + ").";
  }

  /** Against what was agreed; absent when the ledger does not say. */
  private Optional<Judgement> promised(Measure measure) {
    if (exchange.agreed().isEmpty()) {
      return Optional.empty();
    }
    List<Figures.Option> options = figures.promised(exchange.agreed().get());
    return options.isEmpty() || farFromAll(options, FAR_FACTOR) ? Optional.empty()
        : Optional.of(new Weighing(exchange, claim, options).judgement(measure, exchange.agreed().get().date()));
  }

  /** Against what was handed over; absent when the claim speaks of days or people that the ledger does not count. */
  private Optional<Judgement> handedOver() {
    if (!claim.when().stated() && elsewhen()) {
      return Optional.empty();
    }
    List<Run> runs = runs();
    List<Figures.Option> options = runs.stream().flatMap(run -> figures.of(run).stream()).toList();
    if (runs.isEmpty()) {
      return wrongDay();
    }
    if (options.isEmpty()) {
      return Optional.empty();
    }
    Judgement judgement = new Weighing(exchange, claim, options).judgement(Measure.EXCHANGED, "");
    boolean others = judgement.verdict() == Verdict.CONTRADICTS && (speaksOfOthers(options) || uncounted(runs));
    return others ? Optional.empty() : Optional.of(judgement);
  }

  /** Whether the claim may be of days on which the ledger does not count its kind of people: then nothing in it says otherwise. */
  private boolean uncounted(List<Run> runs) {
    Figures ofAll = new Figures(exchange, claim.what().ofAll());
    return runs.stream().filter(run -> figures.of(run).isEmpty())
        .anyMatch(run -> ofAll.of(run).stream().anyMatch(option -> option.figure() >= claim.what().value()));
  }

  /** A part of the people, an earlier exchange, or a number far from every figure is no contradiction of this ledger. */
  private boolean speaksOfOthers(List<Figures.Option> options) {
    if (claim.is(Mark.PART) || (claim.is(Mark.ANOTHER) && !claim.when().oneDay()) || longStretch()) {
      return true;
    }
    return !cameOnAnotherDay(options)
        && farFromAll(options, claim.when().stated() || claim.is(Mark.HEADLINE) ? FAR_FACTOR : FAR_FACTOR_UNDATED);
  }

  /** "On Saturday 120 civilians on each side": none of them came on that day, and so many on another. */
  private boolean cameOnAnotherDay(List<Figures.Option> options) {
    boolean none = claim.when().oneDay() && options.stream().allMatch(option -> option.figure() == 0);
    return none && Run.all(exchange).stream().filter(Run::single).flatMap(run -> figures.of(run).stream())
        .anyMatch(option -> option.holds() && option.basis() == claim.whose().basis());
  }

  private boolean farFromAll(List<Figures.Option> options, int factor) {
    long value = claim.what().value();
    return options.stream().filter(option -> claim.whose().basis() == Basis.UNCLEAR || option.basis() == claim.whose().basis())
        .map(Figures.Option::figure).noneMatch(figure -> figure <= factor * value && value <= factor * figure);
  }

  private boolean longStretch() {
    When when = claim.when();
    return when.stated() && when.from().orElseThrow().plusDays(LONG_STRETCH).isBefore(when.to().orElseThrow());
  }

  private List<Run> runs() {
    List<Run> all = Run.all(exchange);
    When when = claim.when();
    if (!when.stated()) {
      return undated(all);
    }
    LocalDate from = when.from().orElseThrow();
    LocalDate to = when.to().orElseThrow();
    LocalDate last = exchange.lastDay().orElseThrow();
    LocalDate first = exchange.firstDay().orElseThrow();
    boolean adds = claim.is(Mark.CUMULATIVE) || claim.is(Mark.COMBINED) || !when.oneDay();
    return all.stream().filter(run -> {
      boolean within = !run.firstDay().isBefore(from) && !run.lastDay().isAfter(to);
      boolean upTo = when.holds(run.lastDay()) && ((run.from() == 0 && adds) || claim.is(Mark.COMBINED));
      boolean completed = run.whole() && !to.isBefore(last) && !from.isBefore(first) && !from.isAfter(last.plusDays(WRONG_DAY));
      return within || upTo || completed;
    }).toList();
  }

  /** Without a date of its own: any days up to the day of writing for an exact number, single days and the whole else. */
  private List<Run> undated(List<Run> all) {
    boolean exact = claim.what().qualifier() == Qualifier.EXACT;
    Optional<LocalDate> until = written.filter(day -> exact).or(() -> claim.when().to());
    LocalDate limit = until.filter(day -> !day.isBefore(exchange.firstDay().orElseThrow()))
        .filter(day -> day.isBefore(exchange.lastDay().orElseThrow())).orElse(LocalDate.MAX);
    boolean any = exact || claim.is(Mark.COMBINED);
    List<Run> possible = all.stream().filter(run -> any || run.single()
        || (run.from() == 0 && (run.whole() || claim.is(Mark.CUMULATIVE) || claim.when().holds(run.lastDay()))))
        .sorted(Comparator.comparing((Run run) -> !claim.when().holds(run.lastDay())).thenComparing(run -> !run.single())).toList();
    List<Run> before = possible.stream().filter(run -> run.single() || !run.lastDay().isAfter(limit)).toList();
    return before.isEmpty() ? possible : before;
  }

  /** The right number on a day on which nothing was handed over contradicts; another number is another exchange's. */
  private Optional<Judgement> wrongDay() {
    LocalDate day = claim.when().to().orElseThrow();
    LocalDate first = exchange.firstDay().orElseThrow();
    LocalDate last = exchange.lastDay().orElseThrow();
    boolean inside = !day.isBefore(first) && !day.isAfter(last);
    boolean near = !day.isBefore(first.minusDays(WRONG_DAY)) && !day.isAfter(last.plusDays(WRONG_DAY));
    List<Figures.Option> right = Run.all(exchange).stream().flatMap(run -> figures.of(run).stream())
        .filter(Figures.Option::holds).toList();
    boolean loose = !inside && (!claim.when().oneDay() || claim.what().qualifier() != Qualifier.EXACT);
    if (loose || claim.is(Mark.PART) || claim.is(Mark.ANOTHER) || (!inside && (!near || right.isEmpty()))) {
      return Optional.empty();
    }
    String then = right.isEmpty() ? "" : " " + right.getFirst().words() + ".";
    String words = "The ledger has no handover on " + Wording.day(day) + "." + then;
    return Optional.of(new Judgement(claim, Measure.EXCHANGED, claim.whose().basis(), claim.when().text(),
        Verdict.CONTRADICTS, words, readings(claim, right)));
  }

  /** The figure that decides, and what its days give on the other bases. */
  static List<Reading> readings(Claim claim, List<Figures.Option> options) {
    Basis basis = claim.whose().basis();
    Comparator<Figures.Option> best = Comparator.comparing((Figures.Option option) -> !option.holds())
        .thenComparing(option -> basis != Basis.UNCLEAR && option.basis() != basis)
        .thenComparingLong(option -> Tolerance.distance(claim.what().value(), option.figure()));
    Optional<Figures.Option> first = options.stream().min(best);
    Stream<Figures.Option> others = options.stream().filter(option -> first.isPresent()
        && option.days().equals(first.get().days()) && option.basis() != Basis.TO_ONE_SIDE);
    return Stream.concat(first.stream(), others).map(Figures.Option::reading).distinct().toList();
  }
}
