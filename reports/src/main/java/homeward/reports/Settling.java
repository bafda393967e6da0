package homeward.reports;

import homeward.language.Quantity.Qualifier;
import homeward.language.When;
import homeward.reports.Claim.Basis;
import homeward.reports.Claim.Mark;
import homeward.reports.Claim.Measure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Settles a report's claims among themselves: what is said twice counts once, and a number whose basis its sentence
 * leaves open takes it from the report's other figures (780 beside 390 a side counts both sides).
 */
final class Settling {
  private final List<Claim> drafts;
  private final List<Claim> settled = new ArrayList<>();

  Settling(List<Claim> drafts) {
    this.drafts = drafts;
  }

  List<Claim> settled() {
    List<Claim> worked = drafts.stream().map(this::workOut).toList();
    worked.stream().filter(claim -> claim.whose().basis() != Basis.UNCLEAR).forEach(this::keep);
    worked.stream().filter(claim -> claim.whose().basis() == Basis.UNCLEAR).forEach(this::keep);
    boolean numbered = settled.stream().anyMatch(claim -> claim.what().wording().matches("(first|second|third) part"));
    settled.removeIf(claim -> numbered && claim.what().wording().equals("last part"));
    settled.sort((one, other) -> Integer.compare(one.span().start(), other.span().start()));
    return settled;
  }

  private Claim workOut(Claim claim) {
    boolean open = claim.whose().basis() == Basis.UNCLEAR && claim.what().measure() == Measure.EXCHANGED
        && !claim.is(Mark.PART) && !claim.is(Mark.ANOTHER) && isTotal(claim.what().category());
    if (!open) {
      return claim;
    }
    if (claim.is(Mark.COMBINED) || doubles(claim)) {
      return claim.on(Basis.BOTH_SIDES).marked(Mark.WORKED_OUT);
    }
    return summed(claim) ? claim.on(Basis.PER_SIDE).marked(Mark.WORKED_OUT) : claim;
  }

  private static boolean isTotal(String category) {
    return category.equals("all") || category.equals("military") || category.equals("civilian");
  }

  private boolean doubles(Claim claim) {
    return claim.what().qualifier() == Qualifier.EXACT && sums(claim).stream().anyMatch(sum -> claim.what().value() == 2 * sum);
  }

  /** The sum of several days' counts of a side, for a number that is no single day's. */
  private boolean summed(Claim claim) {
    List<Long> sums = sums(claim);
    boolean single = perSide(claim).anyMatch(other -> other.what().value() == claim.what().value());
    return claim.what().qualifier() == Qualifier.EXACT && !single && sums.contains(claim.what().value());
  }

  /** The counts of a side that the report gives, and the running sums of its days. */
  private List<Long> sums(Claim claim) {
    List<Long> sums = new ArrayList<>(perSide(claim).map(other -> other.what().value()).toList());
    Map<LocalDate, Long> byDay = new TreeMap<>();
    perSide(claim).filter(other -> other.when().oneDay()).forEach(other -> byDay.merge(
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

  private Stream<Claim> perSide(Claim open) {
    return drafts.stream().filter(claim -> claim.what().measure() == Measure.EXCHANGED
        && claim.whose().basis() == Basis.PER_SIDE && claim.what().qualifier() == Qualifier.EXACT
        && similar(claim.what().category(), open.what().category()));
  }

  private static boolean similar(String category, String other) {
    return category.equals(other) || (!category.equals("civilian") && !other.equals("civilian"));
  }

  private void keep(Claim claim) {
    for (int i = 0; i < settled.size(); i++) {
      if (same(settled.get(i), claim)) {
        settled.set(i, richer(settled.get(i), claim));
        return;
      }
    }
    settled.add(claim);
  }

  private static boolean same(Claim kept, Claim claim) {
    boolean number = kept.what().value() == claim.what().value() && kept.what().wording().equals(claim.what().wording());
    boolean qualifier = kept.what().qualifier() == claim.what().qualifier() || claim.is(Mark.HEADLINE) || kept.is(Mark.HEADLINE);
    return number && sameMeasure(kept, claim) && sameCategory(kept, claim) && sameBasis(kept, claim)
        && sameTime(kept, claim) && qualifier;
  }

  private static boolean sameMeasure(Claim kept, Claim claim) {
    boolean headline = claim.is(Mark.HEADLINE) && claim.whose().basis() == Basis.UNCLEAR
        && claim.what().measure() == Measure.AGREED && kept.what().measure() == Measure.EXCHANGED;
    return kept.what().measure() == claim.what().measure() || headline;
  }

  private static boolean sameCategory(Claim kept, Claim claim) {
    String one = kept.what().category();
    String other = claim.what().category();
    boolean people = (one.equals("all") && other.equals("military")) || (one.equals("military") && other.equals("all"));
    boolean headline = kept.what().qualifier() != Qualifier.EXACT || claim.what().qualifier() != Qualifier.EXACT;
    return one.equals(other) || (people && !headline);
  }

  private static boolean sameBasis(Claim kept, Claim claim) {
    Basis one = kept.whose().basis();
    Basis other = claim.whose().basis();
    boolean exact = claim.what().qualifier() == Qualifier.EXACT && !claim.is(Mark.PART);
    boolean sameSide = one != Basis.TO_ONE_SIDE || kept.whose().side().equals(claim.whose().side())
        || kept.whose().side().isEmpty() || claim.whose().side().isEmpty();
    return (one == other && sameSide) || (other == Basis.UNCLEAR && exact);
  }

  private static boolean sameTime(Claim kept, Claim claim) {
    When one = kept.when();
    When other = claim.when();
    if (!one.stated() || !other.stated() || !one.known() || !other.known()) {
      return true;
    }
    return one.holds(other.to().orElseThrow()) || other.holds(one.to().orElseThrow());
  }

  /** Of two wordings of one claim the first stays, with the day that either of them states. */
  private static Claim richer(Claim kept, Claim claim) {
    Claim first = kept.span().start() <= claim.span().start() ? kept : claim;
    Claim second = first.equals(kept) ? claim : kept;
    Claim basis = first.by(kept.whose()).of(first.what().as(kept.what().measure()));
    boolean dated = !first.when().stated() && second.when().stated();
    boolean closer = first.when().stated() && !first.when().oneDay() && second.when().stated() && second.when().oneDay();
    return dated || closer ? basis.at(second.when()) : basis;
  }
}
