package homeward.ledger;

import homeward.ledger.Figures.Option;
import homeward.ledger.Judgement.Verdict;
import homeward.ledger.Ledger.Exchange;
import homeward.reports.Claim;
import homeward.reports.Claim.Basis;
import homeward.reports.Claim.Measure;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Weighs the figures that a claim may mean and gives the verdict. */
final class Weighing {
  private final Exchange exchange;
  private final Claim claim;
  private final List<Option> options;

  Weighing(Exchange exchange, Claim claim, List<Option> options) {
    this.exchange = exchange;
    this.claim = claim;
    this.options = options;
  }

  /**
   * The verdict.
   *
   * @param measure what the figures measure
   * @param date the day of the event; empty to take the last day of the figure that decides
   */
  Judgement judgement(Measure measure, String date) {
    return switch (claim.whose().basis()) {
      case PER_SIDE -> perSide(measure, date);
      case BOTH_SIDES -> stated(Basis.BOTH_SIDES, Verdict.AGREES_BOTH_SIDES, measure, date);
      case TO_ONE_SIDE -> toOneSide(measure, date);
      case UNCLEAR, TOTAL, NONE -> unclear(measure, date);
    };
  }

  private Judgement perSide(Measure measure, String date) {
    Optional<Option> one = best(Basis.PER_SIDE, "");
    Optional<Option> half = best(Basis.TO_ONE_SIDE, "");
    if (one.isEmpty() && half.isPresent() && noneForEachSide()) {
      return verdict(Verdict.AMBIGUOUS, measure, Basis.PER_SIDE, day(half.get(), date),
          "True of one side only: " + half.get().words() + ".");
    }
    return stated(Basis.PER_SIDE, Verdict.AGREES, measure, date);
  }

  /** Whether the figure of the days is not the same on both sides, or known for one side alone. */
  private boolean noneForEachSide() {
    Optional<Option> half = best(Basis.TO_ONE_SIDE, "");
    return half.isPresent() && options.stream()
        .noneMatch(option -> option.basis() == Basis.PER_SIDE && option.day().equals(half.get().day()));
  }

  private Judgement toOneSide(Measure measure, String date) {
    Optional<Option> found = best(Basis.TO_ONE_SIDE, claim.whose().side());
    return found.map(option -> verdict(Verdict.AGREES, measure, Basis.TO_ONE_SIDE, day(option, date), option.words() + "."))
        .orElseGet(() -> contradicts(measure, date));
  }

  private Judgement stated(Basis basis, Verdict right, Measure measure, String date) {
    return best(basis, "").map(option -> verdict(right, measure, basis, day(option, date), option.words() + "."))
        .orElseGet(() -> contradicts(measure, date));
  }

  /** An open basis: both sides when only their sum fits well, ambiguous when some reading fits, else false. */
  private Judgement unclear(Measure measure, String date) {
    Optional<Option> each = best(Basis.PER_SIDE, "");
    Optional<Option> one = best(Basis.TO_ONE_SIDE, "");
    Optional<Option> both = best(Basis.BOTH_SIDES, "");
    boolean sum = both.isPresent() && tight(both.get());
    if (each.isEmpty() && one.isEmpty() && sum) {
      return verdict(Verdict.AGREES_BOTH_SIDES, measure, Basis.BOTH_SIDES, day(both.get(), date), both.get().words() + ".");
    }
    Optional<Option> reading = each.or(() -> one).or(() -> both);
    return reading.map(option -> verdict(Verdict.AMBIGUOUS, measure, Basis.UNCLEAR, day(option, date),
        "The report does not say on what basis it counts. True as: " + option.words() + ". " + otherwise(option)))
        .orElseGet(() -> contradicts(measure, date));
  }

  private boolean tight(Option option) {
    return Tolerance.tight(claim.what().value(), claim.what().qualifier(), option.figure());
  }

  private String otherwise(Option reading) {
    String others = options.stream().filter(option -> !option.holds() && option.days().equals(reading.days())
        && option.basis() != Basis.TO_ONE_SIDE).map(Option::words).distinct().limit(2).collect(Collectors.joining("; "));
    return others.isEmpty() ? "The ledger does not know the other readings." : "Not as: " + others + ".";
  }

  private Optional<Option> best(Basis basis, String side) {
    return options.stream().filter(Option::holds).filter(option -> option.basis() == basis)
        .filter(option -> side.isEmpty() || option.side().equals(side))
        .min(Comparator.comparingLong(option -> Tolerance.distance(claim.what().value(), option.figure())));
  }

  private String day(Option option, String date) {
    return date.isEmpty() ? option.day() : date;
  }

  private Judgement contradicts(Measure measure, String date) {
    Basis basis = claim.whose().basis();
    Optional<Option> near = options.stream().filter(option -> basis == Basis.UNCLEAR || option.basis() == basis)
        .filter(option -> claim.whose().side().isEmpty() || option.side().equals(claim.whose().side()))
        .min(Comparator.comparingLong(option -> Tolerance.distance(claim.what().value(), option.figure())));
    Optional<Option> otherBasis = options.stream().filter(Option::holds).findFirst();
    String ledger = near.map(option -> "The ledger has " + option.words() + ".").orElse("The ledger has no such figure.");
    String hint = otherBasis.map(option -> " The number would be right as: " + option.words() + ".").orElse("");
    String day = claim.when().stated() && date.isEmpty() ? claim.when().text() : near.map(option -> day(option, date)).orElse(date);
    return verdict(Verdict.CONTRADICTS, measure, basis, day, ledger + hint + unequal());
  }

  private String unequal() {
    boolean unequal = claim.whose().basis() == Basis.PER_SIDE && options.stream().noneMatch(option -> option.basis() == Basis.PER_SIDE);
    return unequal ? " The sides' counts differ: " + options.stream().filter(option -> option.basis() == Basis.TO_ONE_SIDE)
        .map(Option::words).limit(2).collect(Collectors.joining("; ")) + "." : "";
  }

  private Judgement verdict(Verdict verdict, Measure measure, Basis basis, String date, String why) {
    assert !exchange.tranches().isEmpty();
    return new Judgement(claim, measure, basis, date, verdict, why, Counting.readings(claim, options));
  }
}
