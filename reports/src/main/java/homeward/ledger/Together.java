package homeward.ledger;

import homeward.language.Quantity.Qualifier;
import homeward.ledger.Judgement.Verdict;
import homeward.ledger.Ledger.Exchange;
import homeward.reports.Claim;
import homeward.reports.Claim.Basis;
import homeward.reports.Claim.Mark;
import homeward.reports.Claim.Measure;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the judgements of one report say of one another: what is of a part of the people, how far the report's own counts come. */
final class Together {
  /** How many times a part the whole must be. */
  private static final int WHOLE = 2;

  private final List<Exchange> record;
  private final List<Judgement> judgements;

  /** Takes the exchanges on record and the judgements of a report. */
  Together(List<Exchange> record, List<Judgement> judgements) {
    this.record = record;
    this.judgements = List.copyOf(judgements);
  }

  /** The judgements, each beside the others. */
  List<Judgement> judgements() {
    return judgements.stream().map(judgement -> {
      if (ofAPart(judgement)) {
        return Judge.outside(judgement.claim(), "It counts a part of the people that this ledger does not count.");
      }
      if (ofTheNext(judgement)) {
        return Judge.outside(judgement.claim(), "It speaks of what was agreed next, of which this ledger knows nothing.");
      }
      return asFarAs(judgement);
    }).toList();
  }

  /** The last day of handover that the report tells of rightly: before it the report was not written. */
  Optional<LocalDate> lastTold() {
    return record.stream().flatMap(exchange -> exchange.tranches().stream().map(Ledger.Tranche::day)
        .filter(day -> judgements.stream().anyMatch(judgement -> judgement.verdict() == Verdict.AGREES
            && judgement.measure() == Measure.EXCHANGED && judgement.eventDate().equals(day.toString())
            && !before(exchange, judgement.claim(), day))))
        .max(Comparator.naturalOrder());
  }

  /** Whether a number is as true of a day before: 120 civilians of the first day are 120 of all three, if no more came. */
  private static boolean before(Exchange exchange, Claim claim, LocalDate day) {
    Figures figures = new Figures(exchange, claim.what());
    return claim.is(Mark.DAY_OPEN) && Run.all(exchange).stream().filter(run -> run.lastDay().isBefore(day))
        .flatMap(run -> figures.of(run).stream()).anyMatch(option -> option.holds() && option.basis() == claim.whose().basis());
  }

  /**
   * "70 came from the port", where 303 a side were freed: a number so much smaller than one that is right, and than what the ledger has
   * of its kind, is of some of those people. 100 civilians where the ledger has 120 are not.
   */
  private boolean ofAPart(Judgement judgement) {
    Claim claim = judgement.claim();
    boolean wrong = judgement.verdict() == Verdict.CONTRADICTS && claim.what().measure() == Measure.EXCHANGED
        && claim.whose().basis() == Basis.TO_ONE_SIDE && claim.what().qualifier() == Qualifier.EXACT;
    boolean small = judgement.readings().stream().findFirst()
        .filter(nearest -> nearest.figure() >= WHOLE * claim.what().value()).isPresent();
    return wrong && small && right(Measure.EXCHANGED).anyMatch(whole -> whole.what().value() >= WHOLE * claim.what().value()
        && (whole.whose().basis() == Basis.PER_SIDE || whole.whose().side().equals(claim.whose().side())));
  }

  /** "At least 1,000 a side", in a report that tells of 1,000 for 1,000 besides: another agreement than that one. */
  private boolean ofTheNext(Judgement judgement) {
    Claim claim = judgement.claim();
    boolean loose = judgement.verdict() != Verdict.OUTSIDE && judgement.measure() == Measure.AGREED && claim.atLeast();
    return loose && judgements.stream().filter(other -> other.verdict() == Verdict.AGREES || other.verdict() == Verdict.AMBIGUOUS)
        .map(Judgement::claim).anyMatch(other -> (other.what().measure() == Measure.AGREED || other.what().measure() == Measure.EXCHANGED)
            && other.what().qualifier() == Qualifier.EXACT && other.what().value() == claim.what().value());
  }

  private Stream<Claim> right(Measure measure) {
    return judgements.stream().filter(other -> other.verdict() == Verdict.AGREES).map(Judgement::claim)
        .filter(other -> other.what().measure() == measure);
  }

  /**
   * "The exchange was completed", of no day that its sentence tells: it is as true as the report's own counts make it. Where they come to
   * the last day, the report knows of the end; where they come to an earlier one and it was written no later, there is more to come.
   */
  private Judgement asFarAs(Judgement judgement) {
    Claim claim = judgement.claim();
    boolean open = Course.completed(claim) && claim.is(Mark.DAY_OPEN) && judgement.verdict() != Verdict.OUTSIDE;
    return lastTold().filter(day -> open).flatMap(day -> record.stream()
        .map(exchange -> Course.asFarAs(exchange, claim, day)).flatMap(Optional::stream).findFirst()).orElse(judgement);
  }
}
