package homeward.ledger;

import homeward.language.When;
import homeward.ledger.Ledger.Exchange;
import java.time.LocalDate;

/** Whether a claim speaks of days so far from an exchange that it speaks of another one. */
final class Elsewhen {
  /** A report written so many days before the first day, or so many after the last, means another exchange where it gives no date. */
  private static final int LONG_BEFORE = 14;
  private static final int LONG_AFTER = 45;

  private Elsewhen() {}

  /**
   * Judges the days of a claim.
   *
   * @param exchange an exchange with at least one day of handover
   * @param before so many days before the first a date that the claim itself states may lie
   * @param after so many days after the last
   */
  static boolean of(When when, Exchange exchange, int before, int after) {
    if (!when.known()) {
      return false;
    }
    LocalDate first = exchange.firstDay().orElseThrow().minusDays(when.stated() ? before : LONG_BEFORE);
    LocalDate last = exchange.lastDay().orElseThrow().plusDays(when.stated() ? after : LONG_AFTER);
    return when.to().orElseThrow().isBefore(first) || when.from().orElseThrow().isAfter(last);
  }
}
