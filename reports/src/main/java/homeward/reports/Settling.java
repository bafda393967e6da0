package homeward.reports;

import homeward.language.Quantity.Qualifier;
import homeward.language.When;
import homeward.reports.Claim.Basis;
import homeward.reports.Claim.Mark;
import homeward.reports.Claim.Measure;
import homeward.reports.Claim.What;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Settles a report's claims among themselves: what is said twice counts once, and a number whose basis its sentence
 * leaves open takes it from the report's other figures (780 beside 390 a side counts both sides).
 */
final class Settling {
  private static final int CLOSE_PERCENT = 15;
  private static final int CLOSE = 5;
  private static final int FAR_MORE = 5;
  private static final int MOST_EXTRAS = 20;
  private static final int MANY = 50;
  private static final int THOUSANDS = 2_000;

  private final List<Claim> drafts;
  private final List<Claim> settled = new ArrayList<>();

  Settling(List<Claim> drafts) {
    this.drafts = drafts;
  }

  /** The claims, where the rules alone made them. */
  List<Claim> settled() {
    return once(new Wholes(drafts.stream().map(this::workOut).toList()).shared());
  }

  /** The claims, where marked reports have taught what they are: only what the report's figures decide is left to work out. */
  List<Claim> once() {
    return once(new Wholes(drafts.stream().map(this::byFigures).toList()).shared());
  }

  private List<Claim> once(List<Claim> worked) {
    worked.stream().filter(claim -> claim.whose().basis() != Basis.UNCLEAR).forEach(this::keep);
    worked.stream().filter(claim -> claim.whose().basis() == Basis.UNCLEAR).forEach(this::keep);
    boolean completed = settled.stream().anyMatch(claim -> claim.what().wording().equals("completed"));
    settled.removeIf(claim -> completed && claim.what().wording().equals("last part"));
    settled.sort((one, other) -> Integer.compare(one.span().start(), other.span().start()));
    return settled;
  }

  private Claim workOut(Claim claim) {
    if (claim.what().measure() == Measure.AGREED && claim.is(Mark.FORMULA) && carriedOut(claim)) {
      return claim.of(claim.what().as(Measure.EXCHANGED));
    }
    if (claim.what().measure() == Measure.EXCHANGED && (named(claim) || goingOn(claim))) {
      return claim.of(claim.what().as(Measure.AGREED));
    }
    boolean summed = claim.is(Mark.CUMULATIVE) || (claim.what().value() >= THOUSANDS && !claim.is(Mark.PART)
        && claim.whose().basis() == Basis.TO_ONE_SIDE && !claim.what().category().equals("remains"));
    if (claim.what().measure() == Measure.EXCHANGED && summed && towers(claim)) {
      return claim.of(claim.what().as(Measure.RETURNED_TO_DATE)).on(Basis.TOTAL);
    }
    if (claim.what().measure() == Measure.RETURNED_TO_DATE && claim.when().known()) {
      Claim once = claim.of(claim.what().as(Measure.EXCHANGED));
      return reckoned(once).orElse(claim);
    }
    if (claim.whose().basis() == Basis.BOTH_SIDES && counts(claim) && oneSideAlone(claim)) {
      return claim.on(Basis.PER_SIDE).marked(Mark.WORKED_OUT);
    }
    boolean nameless = claim.whose().basis() == Basis.TO_ONE_SIDE && claim.whose().side().isEmpty() && counts(claim)
        && !claim.is(Mark.PART) && claim.what().category().equals("all");
    if (nameless && (doubles(claim) || sumOfTheSides(claim))) {
      return claim.on(Basis.BOTH_SIDES).marked(Mark.WORKED_OUT);
    }
    return byFigures(claim);
  }

  /** "780 were freed" beside 390 a side: what its sentence leaves open the report's other figures decide. */
  private Claim byFigures(Claim claim) {
    boolean open = claim.whose().basis() == Basis.UNCLEAR && counts(claim)
        && !claim.is(Mark.PART) && !claim.is(Mark.ANOTHER) && isTotal(claim.what().category());
    if (!open) {
      return claim;
    }
    if (claim.is(Mark.COMBINED) || doubles(claim) || sumOfTheSides(claim) || withExtras(claim)) {
      return claim.on(Basis.BOTH_SIDES).marked(Mark.WORKED_OUT);
    }
    return summed(claim, Basis.PER_SIDE) || kinds(claim).contains(exactly(claim))
        ? claim.on(Basis.PER_SIDE).marked(Mark.WORKED_OUT) : claim;
  }

  private static long exactly(Claim claim) {
    return claim.what().qualifier() == Qualifier.EXACT ? claim.what().value() : -1;
  }

  /** "The total is 697": as the report's other counts add up, of one side or of each, or doubled. */
  private Optional<Claim> reckoned(Claim claim) {
    if (summed(claim, Basis.TO_ONE_SIDE)) {
      return Optional.of(claim.on(Basis.TO_ONE_SIDE).marked(Mark.WORKED_OUT));
    }
    if (summed(claim, Basis.PER_SIDE)) {
      return Optional.of(claim.on(Basis.PER_SIDE).marked(Mark.WORKED_OUT));
    }
    return doubles(claim) ? Optional.of(claim.on(Basis.BOTH_SIDES).marked(Mark.WORKED_OUT)) : Optional.empty();
  }

  /** "The 307-for-307 exchange", beside 307 released by each side and more agreed: the formula names what was done. */
  private boolean carriedOut(Claim formula) {
    boolean larger = drafts.stream().anyMatch(other -> other.what().measure() == Measure.AGREED
        && other.what().value() > formula.what().value());
    return larger && drafts.stream().anyMatch(other -> other.what().measure() == Measure.EXCHANGED
        && other.whose().basis() == Basis.PER_SIDE
        && !other.is(Mark.FORMULA) && other.what().value() == formula.what().value());
  }

  /** "1,000 for 1,000" over days of 390 and 307: the name of what was agreed, where nothing says that it was carried out. */
  private boolean named(Claim formula) {
    return formula.is(Mark.FORMULA) && !formula.is(Mark.DONE) && !wholeTold(formula) && formula.whose().basis() == Basis.PER_SIDE
        && day(formula.what().value()) && drafts.stream().noneMatch(other -> counts(other) && other.is(Mark.FORMULA)
        && other.what().value() > formula.what().value());
  }

  /** "Are exchanging 1,000 each" under a formula of 1,000, of which days are told and no end. */
  private boolean goingOn(Claim claim) {
    long value = claim.what().value();
    boolean formula = drafts.stream().anyMatch(other -> counts(other) && other.what().value() == value
        && (other.what().measure() == Measure.AGREED || (other.is(Mark.FORMULA) && named(other))));
    boolean ended = drafts.stream().anyMatch(other -> other.what().wording().matches("completed|last part|third part"));
    return formula && !ended && !wholeTold(claim) && !claim.is(Mark.DONE) && claim.whose().basis() == Basis.PER_SIDE && day(value);
  }

  /** Whether the days that the report tells of add up to the number. */
  private boolean wholeTold(Claim claim) {
    long sum = drafts.stream().filter(other -> other.what().measure() == Measure.EXCHANGED
        && other.what().category().matches("all|military") && !other.is(Mark.PART) && !other.is(Mark.ANOTHER)
        && other.what().value() >= MANY && other.what().value() < claim.what().value())
        .mapToLong(other -> other.what().value()).distinct().sum();
    return summed(claim.on(Basis.PER_SIDE), Basis.PER_SIDE) || sum == claim.what().value();
  }

  /** Whether the report tells of a day on which no more than two thirds of so many were freed. */
  private boolean day(long value) {
    return drafts.stream().anyMatch(other -> other.what().measure() == Measure.EXCHANGED && !other.is(Mark.PART)
        && !other.is(Mark.ANOTHER) && other.what().value() >= MANY && other.what().value() * 3 <= value * 2);
  }

  private static boolean counts(Claim claim) {
    return claim.what().measure() == Measure.EXCHANGED || claim.what().measure() == Measure.AGREED;
  }

  private static boolean isTotal(String category) {
    return Set.of("all", "military", "civilian", "remains").contains(category);
  }

  /** "45 from both sides", where one side alone got 45 back: as many on each. */
  private boolean oneSideAlone(Claim both) {
    return both.what().qualifier() == Qualifier.EXACT && drafts.stream().anyMatch(other -> other.whose().basis() == Basis.TO_ONE_SIDE
        && other.what().measure() == both.what().measure() && other.what().value() == both.what().value()
        && similar(other.what().category(), both.what().category()));
  }

  /** "In total more than 7,000" beside exchanges of hundreds counts all that there were. */
  private boolean towers(Claim claim) {
    long most = drafts.stream().filter(other -> counts(other) && !other.span().equals(claim.span()))
        .mapToLong(other -> other.what().value()).max().orElse(0);
    return most > 0 && claim.what().value() >= FAR_MORE * most;
  }

  private boolean doubles(Claim claim) {
    List<Long> sums = Stream.concat(sums(claim, Basis.PER_SIDE).stream(), kinds(claim).stream()).toList();
    boolean nearly = claim.what().qualifier() == Qualifier.EXACT || claim.what().qualifier() == Qualifier.NEARLY;
    boolean exactly = sums.stream().anyMatch(sum -> claim.what().value() == 2 * sum);
    boolean ofOneSide = claim.what().qualifier() == Qualifier.EXACT && claim.what().value() >= MANY
        && counted(claim, Basis.TO_ONE_SIDE).anyMatch(other -> claim.what().value() == 2 * other.what().value());
    boolean ofBoth = sums.stream().noneMatch(sum -> near(claim.what(), sum, CLOSE))
        && sums.stream().anyMatch(sum -> near(claim.what(), 2 * sum, CLOSE));
    return ofOneSide || ((nearly || exactly) && ofBoth);
  }

  /** "Nearly 500" beside 230 to one side and 248 to the other: both sides' people, where neither count alone fits. */
  private boolean sumOfTheSides(Claim claim) {
    List<Claim> counts = drafts.stream().filter(other -> other.what().measure() == claim.what().measure()
        && other.whose().basis() == Basis.TO_ONE_SIDE && !other.whose().side().isEmpty()
        && other.what().qualifier() == Qualifier.EXACT && similar(other.what().category(), claim.what().category())).toList();
    return counts.stream().anyMatch(one -> counts.stream().anyMatch(other -> one.what().value() > other.what().value()
        && !one.whose().side().equals(other.whose().side()) && one.when().equals(other.when())
        && near(claim.what(), one.what().value() + other.what().value())));
  }

  /** 538 beside 246 a side, and 31 and 15 besides to one side and the other: all of them together. */
  private boolean withExtras(Claim claim) {
    List<Long> extras = drafts.stream().filter(other -> counts(other) && other.whose().basis() == Basis.TO_ONE_SIDE
        && other.what().qualifier() == Qualifier.EXACT && other.what().value() < claim.what().value())
        .map(other -> other.what().value()).distinct().limit(MOST_EXTRAS).toList();
    if (claim.what().qualifier() != Qualifier.EXACT || !claim.what().category().equals("all")) {
      return false;
    }
    return perSide(claim).mapToLong(side -> claim.what().value() - 2 * side.what().value()).filter(rest -> rest > 0)
        .anyMatch(rest -> extras.stream().anyMatch(
            one -> one == rest || extras.stream().anyMatch(other -> one < other && one + other == rest)));
  }

  private static boolean near(What what, long sum) {
    return near(what, sum, CLOSE_PERCENT);
  }

  private static boolean near(What what, long sum, int percent) {
    long slack = what.value() * percent / 100;
    return switch (what.qualifier()) {
      case EXACT -> sum == what.value();
      case OVER, AT_LEAST -> sum >= what.value() && sum <= what.value() + slack;
      case NEARLY, UP_TO -> sum <= what.value() && sum >= what.value() - slack;
      case APPROXIMATELY -> Math.abs(sum - what.value()) <= slack;
    };
  }

  /** The sum of several days' counts of a side, for a number that is no single day's. */
  private boolean summed(Claim claim, Basis basis) {
    List<Long> sums = sums(claim, basis);
    boolean single = counted(claim, basis).anyMatch(other -> other.what().value() == claim.what().value());
    return claim.what().qualifier() == Qualifier.EXACT && !single && sums.contains(claim.what().value());
  }

  /** The counts of a side that the report gives, and the running sums of its days. */
  private List<Long> sums(Claim claim, Basis basis) {
    List<Long> sums = new ArrayList<>(counted(claim, basis).map(other -> other.what().value()).toList());
    Map<LocalDate, Long> byDay = new TreeMap<>();
    counted(claim, basis).filter(other -> other.when().oneDay()).forEach(other -> byDay.merge(
        other.when().to().orElseThrow(), other.what().value(), Math::min));
    List<Long> days = new ArrayList<>(byDay.values());
    for (int from = 0; from < days.size(); from++) {
      long sum = days.get(from);
      for (int to = from + 1; to < days.size(); to++) {
        sum += days.get(to);
        sums.add(sum);
      }
    }
    return sums;
  }

  /** Soldiers and civilians of one day together. */
  private List<Long> kinds(Claim claim) {
    return claim.what().category().equals("all") ? perSideOf("military").flatMap(one -> perSideOf("civilian")
        .filter(other -> other.when().to().equals(one.when().to()))
        .map(other -> one.what().value() + other.what().value())).toList() : List.of();
  }

  private Stream<Claim> perSideOf(String category) {
    return drafts.stream().filter(claim -> counts(claim) && claim.whose().basis() == Basis.PER_SIDE
        && claim.what().qualifier() == Qualifier.EXACT && claim.what().category().equals(category));
  }

  private Stream<Claim> perSide(Claim open) {
    return counted(open, Basis.PER_SIDE);
  }

  private Stream<Claim> counted(Claim open, Basis basis) {
    return drafts.stream().filter(claim -> counts(claim) && claim.whose().basis() == basis && !claim.span().equals(open.span())
        && (claim.what().qualifier() == Qualifier.EXACT || claim.what().qualifier() == Qualifier.APPROXIMATELY)
        && similar(claim.what().category(), open.what().category()));
  }

  private static boolean similar(String category, String other) {
    return category.equals(other) || (!category.equals("civilian") && !other.equals("civilian"));
  }

  private void keep(Claim claim) {
    OptionalInt known = first(kept -> same(kept, claim));
    OptionalInt told = known.isPresent() ? known : first(
        kept -> headlineOfAnAgreement(kept, claim) || headlineOfAnAgreement(claim, kept));
    if (told.isPresent()) {
      settled.set(told.getAsInt(), richer(settled.get(told.getAsInt()), claim));
    } else {
      settled.add(claim);
    }
  }

  private OptionalInt first(Predicate<Claim> wanted) {
    return IntStream.range(0, settled.size()).filter(i -> wanted.test(settled.get(i))).findFirst();
  }

  /** A headline's "swap 1,000 prisoners" over a text in which they are merely agreed upon. */
  private static boolean headlineOfAnAgreement(Claim agreed, Claim headline) {
    return headline.is(Mark.HEADLINE) && headline.whose().basis() == Basis.UNCLEAR
        && headline.what().equals(agreed.what().as(Measure.EXCHANGED)) && agreed.what().measure() == Measure.AGREED;
  }

  private static boolean same(Claim kept, Claim claim) {
    boolean number = kept.what().value() == claim.what().value() && kept.what().wording().equals(claim.what().wording());
    boolean promise = kept.what().measure() == Measure.AGREED && kept.whose().basis() == Basis.TO_ONE_SIDE;
    boolean qualifier = promise || (above(kept) && above(claim)) || kept.what().qualifier() == claim.what().qualifier()
        || claim.is(Mark.HEADLINE) || kept.is(Mark.HEADLINE)
        || (kept.what().measure() == Measure.AGREED && (kept.is(Mark.FORMULA) || claim.is(Mark.FORMULA)));
    boolean another = kept.what().measure() == Measure.AGREED && claim.what().measure() == Measure.AGREED
        && kept.atLeast() != claim.atLeast();
    return number && !another && sameMeasure(kept, claim) && sameCategory(kept, claim) && sameBasis(kept, claim)
        && sameTime(kept, claim) && qualifier;
  }

  private static boolean above(Claim claim) {
    return claim.what().qualifier() == Qualifier.OVER || claim.what().qualifier() == Qualifier.AT_LEAST;
  }

  private static boolean sameMeasure(Claim kept, Claim claim) {
    return kept.what().measure() == claim.what().measure() || headlineOf(kept, claim) || headlineOf(claim, kept)
        || formulaOf(kept, claim) || formulaOf(claim, kept);
  }

  /** A headline's "swap deal" of as many people as the text then counts is that count. */
  private static boolean headlineOf(Claim counted, Claim headline) {
    return headline.is(Mark.HEADLINE) && (headline.whose().basis() == Basis.UNCLEAR || headline.is(Mark.FORMULA))
        && headline.what().measure() == Measure.AGREED && counted.what().measure() == Measure.EXCHANGED;
  }

  /** "The last part of the 1,000-for-1,000 exchange" says nothing beside the agreement on 1,000 for 1,000. */
  private static boolean formulaOf(Claim agreed, Claim named) {
    return agreed.what().measure() == Measure.AGREED && named.what().measure() == Measure.EXCHANGED
        && agreed.is(Mark.FORMULA) && named.is(Mark.FORMULA) && !named.when().stated();
  }

  private static boolean sameCategory(Claim kept, Claim claim) {
    String one = kept.what().category();
    String other = claim.what().category();
    boolean people = (one.equals("all") && other.equals("military")) || (one.equals("military") && other.equals("all"));
    boolean headline = kept.what().qualifier() != Qualifier.EXACT || claim.what().qualifier() != Qualifier.EXACT;
    boolean ofOneSide = kept.whose().basis() == Basis.TO_ONE_SIDE && claim.whose().basis() == Basis.TO_ONE_SIDE;
    return one.equals(other) || (people && !headline && !ofOneSide);
  }

  private static boolean sameBasis(Claim kept, Claim claim) {
    Basis one = kept.whose().basis();
    Basis other = claim.whose().basis();
    boolean exact = claim.what().qualifier() == Qualifier.EXACT && !claim.is(Mark.PART);
    boolean sameSide = one != Basis.TO_ONE_SIDE || kept.whose().side().equals(claim.whose().side())
        || kept.whose().side().isEmpty() || claim.whose().side().isEmpty();
    boolean loosely = exact && ((one == Basis.PER_SIDE && other == Basis.BOTH_SIDES && !claim.is(Mark.WORKED_OUT))
        || (one == Basis.BOTH_SIDES && other == Basis.PER_SIDE && !kept.is(Mark.WORKED_OUT)));
    return (one == other && sameSide) || (other == Basis.UNCLEAR && exact) || loosely;
  }

  private static boolean sameTime(Claim kept, Claim claim) {
    When one = kept.when();
    When other = claim.when();
    boolean part = kept.what().wording().endsWith("part") && kept.what().wording().equals(claim.what().wording());
    if (part || !one.stated() || !other.stated() || !one.known() || !other.known()) {
      return true;
    }
    boolean dayLater = kept.what().value() >= MANY && kept.whose().basis() == claim.whose().basis()
        && Math.abs(ChronoUnit.DAYS.between(one.to().orElseThrow(), other.to().orElseThrow())) <= 1;
    return dayLater || one.holds(other.to().orElseThrow()) || other.holds(one.to().orElseThrow());
  }

  private static Measure measure(Claim kept, Claim claim) {
    boolean other = headlineOf(claim, kept) || formulaOf(claim, kept) || headlineOfAnAgreement(claim, kept);
    return other ? claim.what().measure() : kept.what().measure();
  }

  /** Of two wordings of one claim the first stays, with the day that either of them states. */
  private static Claim richer(Claim kept, Claim claim) {
    Claim first = kept.span().start() <= claim.span().start() ? kept : claim;
    Claim second = first.equals(kept) ? claim : kept;
    Claim sure = kept.whose().basis() == Basis.BOTH_SIDES && claim.whose().basis() == Basis.PER_SIDE ? claim : kept;
    Claim basis = first.by(sure.whose()).of(first.what().as(measure(kept, claim)));
    boolean dated = !first.when().stated() && second.when().stated();
    boolean closer = first.when().stated() && !first.when().oneDay() && second.when().stated() && second.when().oneDay();
    return dated || closer ? basis.at(second.when()) : basis;
  }

  /** Open numbers that stand together and add up to a number told elsewhere are its parts, and count the same people. */
  private static final class Wholes {
    private static final int FARTHEST = 250;
    private static final int MOST_PARTS = 4;

    private final List<Claim> claims;

    Wholes(List<Claim> claims) {
      this.claims = claims;
    }

    List<Claim> shared() {
      List<Claim> shared = new ArrayList<>(claims);
      for (int from = 0; from < claims.size(); from++) {
        long sum = 0;
        for (int to = from; to < claims.size() && to - from < MOST_PARTS && part(claims.get(from), claims.get(to)); to++) {
          sum += claims.get(to).what().value();
          Optional<Claim> whole = to > from ? whole(sum) : Optional.empty();
          if (whole.isPresent()) {
            for (int at = from; at <= to; at++) {
              shared.set(at, claims.get(at).by(whole.get().whose()).marked(Mark.WORKED_OUT));
            }
          }
        }
      }
      return shared;
    }

    private static boolean part(Claim first, Claim claim) {
      return open(claim) && claim.what().measure() == Measure.EXCHANGED && claim.what().qualifier() == Qualifier.EXACT
          && claim.what().category().equals(first.what().category()) && claim.span().start() - first.span().start() <= FARTHEST;
    }

    private static boolean open(Claim claim) {
      return claim.whose().basis() == Basis.UNCLEAR && !claim.is(Mark.PART) && !claim.is(Mark.ANOTHER);
    }

    private Optional<Claim> whole(long sum) {
      return claims.stream().filter(claim -> claim.what().value() == sum && claim.what().measure() == Measure.EXCHANGED
          && claim.what().qualifier() == Qualifier.EXACT && claim.whose().basis() == Basis.TO_ONE_SIDE).findFirst();
    }
  }
}
