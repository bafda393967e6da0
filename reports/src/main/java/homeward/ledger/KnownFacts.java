package homeward.ledger;

import homeward.ledger.Judgement.Verdict;
import homeward.ledger.Ledger.Exchange;
import homeward.ledger.Ledger.Fact;
import homeward.reports.Claim;
import java.util.List;
import java.util.Optional;

/** Judges what is no count of a day by the ledger's facts: ages, people still held, averages. */
final class KnownFacts {
  private static final int WRONG_WEEK = 7;

  private KnownFacts() {}

  static Judgement judge(Exchange exchange, Claim claim) {
    List<Fact> facts = exchange.facts().orElse(List.of()).stream().filter(fact -> speaksTo(fact, claim)).toList();
    boolean elsewhen = !exchange.tranches().isEmpty() && Elsewhen.of(claim.when(), exchange, 0, WRONG_WEEK);
    if (facts.isEmpty() || elsewhen) {
      return Judge.outside(claim, "The ledger counts no such thing.");
    }
    Optional<Fact> right = facts.stream().filter(fact -> holds(fact, claim)).findFirst();
    Fact fact = right.orElse(facts.getFirst());
    String whose = fact.side().map(side -> ", of those who came back to " + Wording.side(exchange, side)).orElse("");
    String words = claim.what().measure().word().replace('_', ' ') + whose + ": "
        + Wording.number(fact.value().orElse(0L)) + " (" + fact.source() + ").";
    return Judge.of(claim, claim.when().text(), right.isPresent() ? Verdict.AGREES : Verdict.CONTRADICTS,
        "In the ledger, " + words);
  }

  private static boolean speaksTo(Fact fact, Claim claim) {
    boolean side = claim.whose().side().isEmpty() || fact.side().isEmpty()
        || fact.side().get().equals(claim.whose().side());
    boolean category = fact.category().orElse("all").equals(claim.what().category())
        || claim.what().measure().word().endsWith("_age");
    return fact.measure().equals(claim.what().measure().word()) && fact.value().isPresent() && side && category;
  }

  private static boolean holds(Fact fact, Claim claim) {
    return Tolerance.holds(claim.what().value(), claim.what().qualifier(), fact.value().orElse(Long.MIN_VALUE));
  }
}
