package homeward.ledger;

import homeward.ledger.Judgement.Verdict;
import homeward.ledger.Ledger.Exchange;
import homeward.reports.Claim;
import homeward.reports.Claim.Measure;
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

  /** Whether a claim says that a part of an exchange was carried out. */
  static boolean part(Claim claim) {
    return claim.what().measure() == Measure.STAGE && claim.what().wording().endsWith("part");
  }

  /** Whether a claim says that an exchange was completed. */
  static boolean completed(Claim claim) {
    return claim.what().measure() == Measure.STAGE && claim.what().wording().startsWith("completed");
  }

  /**
   * The judgement of such a claim in a report that tells of an exchange as far as one of its days; absent where that is none of them, and
   * where the report was written when the exchange was over.
   */
  static Optional<Judgement> asFarAs(Exchange exchange, Claim claim, LocalDate day) {
    boolean one = exchange.tranches().stream().anyMatch(tranche -> tranche.day().equals(day));
    return exchange.lastDay().filter(last -> one && claim.when().from().filter(last::isBefore).isEmpty())
        .map(last -> new Course(exchange, claim).completed(last, day, day.toString()));
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
    return completed(last, claim.when().to().orElseThrow(), claim.when().text());
  }

  private Judgement completed(LocalDate last, LocalDate said, String date) {
    if (!said.isBefore(last)) {
      return verdict(Verdict.AGREES, date, "The last of " + count() + " was " + Wording.day(last) + ".");
    }
    long still = exchange.tranches().stream().filter(tranche -> tranche.day().isAfter(said)).count();
    String missing = still + (still == 1 ? " day" : " days") + " of handover still followed, until " + Wording.day(last);
    return verdict(Verdict.CONTRADICTS, date, "Said for " + Wording.day(said) + ": " + missing + ".");
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
