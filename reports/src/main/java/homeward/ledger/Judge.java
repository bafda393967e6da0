package homeward.ledger;

import homeward.ledger.Judgement.Verdict;
import homeward.ledger.Ledger.Exchange;
import homeward.language.Quantity.Qualifier;
import homeward.reports.Claim;
import homeward.reports.Claim.Basis;
import homeward.reports.Claim.Mark;
import homeward.reports.Claim.Measure;
import homeward.reports.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sets a report's claims beside a ledger. A pure function; unknown never counts as yes. */
public final class Judge {
  private static final List<Verdict> BEST_FIRST = List.of(
      Verdict.AGREES, Verdict.AGREES_BOTH_SIDES, Verdict.AMBIGUOUS, Verdict.CONTRADICTS, Verdict.OUTSIDE);

  private final Ledger ledger;

  /** A judge over one ledger. */
  public Judge(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The judgements of all claims of a reading, in their order. */
  public List<Judgement> judge(Reading reading) {
    Together together = new Together(ledger.record(), judge(reading, reading.written()));
    Optional<LocalDate> told = together.lastTold().filter(day -> reading.written().filter(day::isAfter).isPresent());
    return told.map(day -> new Together(ledger.record(), judge(reading, told))).orElse(together).judgements();
  }

  /** The judgements of the claims, each by itself and none twice, in a report written on a day. */
  private List<Judgement> judge(Reading reading, Optional<LocalDate> written) {
    Set<String> ids = ledger.record().stream().flatMap(exchange -> exchange.sides().stream())
        .map(Ledger.Side::id).collect(Collectors.toSet());
    boolean otherSides = reading.parties().size() > 1 && reading.parties().stream().noneMatch(ids::contains);
    List<Judgement> judgements = new ArrayList<>();
    for (Claim claim : reading.claims()) {
      boolean foreign = otherSides || (!claim.whose().side().isEmpty() && !ids.contains(claim.whose().side()));
      Judgement judgement = foreign
          ? outside(claim, "It speaks of other sides than this ledger.") : understood(claim, written);
      if (judgements.stream().noneMatch(other -> other.repeats(judgement))) {
        judgements.add(judgement);
      }
    }
    return judgements;
  }

  /**
   * "800 were released" beside 390 a side: a claim whose basis is not sure, and that would be false on the likeliest, is judged as one
   * that leaves it open. Of two things that words may mean a report is taken to mean the true one.
   */
  private Judgement understood(Claim claim, Optional<LocalDate> written) {
    Optional<Judgement> kept = claim.is(Mark.PERHAPS_DONE) && written.isPresent() ? kept(claim, written.get()) : Optional.empty();
    Judgement likeliest = kept.orElseGet(() -> onItsDay(claim, written));
    if (likeliest.verdict() != Verdict.CONTRADICTS || !claim.is(Mark.OPEN)) {
      return likeliest;
    }
    Judgement open = judge(claim.leftOpen(), written);
    return bearsOut(open)
        ? open.besides("Its words may also mean another basis, on which it would be false.") : likeliest;
  }

  /**
   * "A day after each released 390": an exact count whose day is not sure, and that would be false on the likeliest or of no exchange on
   * record, is judged by the days that it is true of.
   */
  private Judgement onItsDay(Claim claim, Optional<LocalDate> written) {
    Judgement likeliest = judge(claim, written);
    boolean exact = claim.what().measure() == Measure.EXCHANGED && claim.what().qualifier() == Qualifier.EXACT;
    if (bearsOut(likeliest) || !(exact || Course.part(claim)) || !dayOpen(claim)) {
      return likeliest;
    }
    Judgement open = judge(claim.undated(), written);
    return bearsOut(open) ? open.besides("Its words may also mean another day, on which it would be false.") : likeliest;
  }

  /** Whether the ledger knows a reading on which the claim is true. */
  private static boolean bearsOut(Judgement judgement) {
    return judgement.verdict() != Verdict.CONTRADICTS && judgement.verdict() != Verdict.OUTSIDE;
  }

  /** A weekday is sure only where it leads to a day of handover: which week is meant the reader may have got wrong. */
  private boolean dayOpen(Claim claim) {
    return claim.is(Mark.DAY_OPEN) || (claim.is(Mark.BY_WEEKDAY) && ledger.record().stream()
        .flatMap(exchange -> exchange.tranches().stream()).noneMatch(tranche -> claim.when().holds(tranche.day())));
  }

  /** "The exchange of 1,000 for 1,000", where all had gone home before the day of writing: it may mean what was agreed, and what was done. */
  private Optional<Judgement> kept(Claim claim, LocalDate written) {
    return ledger.record().stream().filter(exchange -> exchange.lastDay().filter(written::isAfter).isPresent())
        .map(exchange -> judge(claim.carriedOut(), exchange, Optional.of(written)))
        .filter(judgement -> judgement.verdict() == Verdict.AGREES).findFirst();
  }

  private Judgement judge(Claim claim, Optional<LocalDate> written) {
    List<Judgement> all = ledger.record().stream().map(exchange -> judge(claim, exchange, written)).toList();
    Judgement best = all.stream().min(Comparator.comparingInt(one -> BEST_FIRST.indexOf(one.verdict())))
        .orElseGet(() -> outside(claim, "The ledger has no exchange on record."));
    return best.verdict() == Verdict.OUTSIDE ? withReported(best) : best;
  }

  private static Judgement judge(Claim claim, Exchange exchange, Optional<LocalDate> written) {
    if (exchange.tranches().isEmpty()) {
      return outside(claim, "No handover of this exchange is on record.");
    }
    return switch (claim.what().measure()) {
      case EXCHANGED, AGREED -> new Counting(exchange, claim, written).judge();
      case STAGE -> new Course(exchange, claim).judge();
      case MONTHLY_AVERAGE, AVERAGE_PER_EXCHANGE, GROWTH_PER_YEAR_PERCENT, YOUNGEST_AGE, OLDEST_AGE, STILL_HELD,
          RETURNED_TO_DATE -> KnownFacts.judge(exchange, claim);
    };
  }

  /** A claim about another exchange is not judged by what is merely reported of it, but the reader may want to know. */
  private Judgement withReported(Judgement judgement) {
    Claim claim = judgement.claim();
    for (Exchange exchange : ledger.reported()) {
      boolean then = exchange.tranches().stream().anyMatch(tranche -> claim.when().holds(tranche.day()));
      if (then && claim.when().stated() && claim.what().measure() == Claim.Measure.EXCHANGED) {
        String figures = Run.all(exchange).stream().filter(Run::single).map(run -> exchange.sides().stream()
            .map(side -> run.received(side.id(), "all")).filter(count -> count.isPresent())
            .map(count -> Wording.number(count.getAsLong())).collect(Collectors.joining(" and ")))
            .collect(Collectors.joining("; "));
        return judgement.besides("Only reported, not on record: " + exchange.id() + ", " + figures + ".");
      }
    }
    return judgement;
  }

  static Judgement outside(Claim claim, String why) {
    return of(claim, claim.when().text(), Verdict.OUTSIDE, why);
  }

  static Judgement of(Claim claim, String eventDate, Verdict verdict, String why) {
    return new Judgement(claim, claim.what().measure(), claim.whose().basis(), eventDate, verdict, why, List.of());
  }
}
