package homeward.ledger;

import homeward.ledger.Judgement.Verdict;
import homeward.ledger.Ledger.Exchange;
import homeward.reports.Claim;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Judges what a report says of an exchange's course: completed, a part, a second exchange. */
final class Course {
  private static final List<String> ORDINALS = List.of("first", "second", "third");
  private static final int WRONG_WEEK = 7;
  private static final int AFTERWARDS = 14;

  private final Exchange exchange;
  private final Claim claim;

  Course(Exchange exchange, Claim claim) {
    this.exchange = exchange;
    this.claim = claim;
  }

  Judgement judge() {
    if (Elsewhen.of(claim.when(), exchange, WRONG_WEEK, AFTERWARDS)) {
      return Judge.outside(claim, "It speaks of another exchange.");
    }
    String wording = claim.what().wording();
    if (wording.endsWith("part")) {
      return part(ordinal());
    }
    return wording.startsWith("completed") ? completed(exchange.lastDay().orElseThrow()) : another();
  }

  private String ordinal() {
    return claim.what().wording().substring(0, claim.what().wording().indexOf(' '));
  }

  private int days() {
    return exchange.tranches().size();
  }

  private Judgement completed(LocalDate last) {
    if (!claim.when().known()) {
      return verdict(Verdict.AMBIGUOUS, "", "True from " + Wording.day(last) + " on; the report does not say when it speaks.");
    }
    LocalDate said = claim.when().to().orElseThrow();
    if (!said.isBefore(last)) {
      return verdict(Verdict.AGREES, claim.when().text(), "The last of " + count() + " was " + Wording.day(last) + ".");
    }
    long still = exchange.tranches().stream().filter(tranche -> tranche.day().isAfter(said)).count();
    String missing = still + (still == 1 ? " day" : " days") + " of handover still followed, until " + Wording.day(last);
    return verdict(Verdict.CONTRADICTS, claim.when().text(), "Said for " + Wording.day(said) + ": " + missing + ".");
  }

  private String count() {
    return days() == 1 ? "one day of handover" : days() + " days of handover";
  }

  private Judgement part(String ordinal) {
    int place = ordinal.equals("last") ? days() - 1 : ORDINALS.indexOf(ordinal);
    if (place >= days() || days() == 1) {
      return verdict(Verdict.CONTRADICTS, claim.when().text(), "The exchange had " + count() + ".");
    }
    LocalDate day = exchange.tranches().get(place).day();
    boolean right = !claim.when().stated() || claim.when().holds(day);
    String words = "The " + ordinal + " of " + count() + " was " + Wording.day(day) + ".";
    return verdict(right ? Verdict.AGREES : Verdict.CONTRADICTS, right ? day.toString() : claim.when().text(), words);
  }

  private Judgement another() {
    int place = ORDINALS.indexOf(ordinal());
    String words = days() == 1 ? "The ledger has one exchange of one day."
        : "The ledger has one exchange on " + days() + " days: this was part " + Math.min(days(), partOf()) + " of it.";
    return verdict(place == 0 ? Verdict.AGREES : Verdict.CONTRADICTS, claim.when().text(), words);
  }

  private int partOf() {
    for (int at = 0; at < days(); at++) {
      if (claim.when().to().equals(Optional.of(exchange.tranches().get(at).day()))) {
        return at + 1;
      }
    }
    return days();
  }

  private Judgement verdict(Verdict verdict, String date, String why) {
    return Judge.of(claim, date, verdict, why);
  }
}
