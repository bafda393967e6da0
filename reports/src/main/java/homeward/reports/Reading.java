package homeward.reports;

import homeward.intake.Report;
import homeward.language.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the reader found in a report.
 *
 * @param report the report
 * @param written the day it was written: as given, else as its page or its latest dated event says
 * @param claims its claims, one for each thing said, in the order of the text
 * @param remarks what it says of the exchange beyond counts and stages
 * @param leftOut the stretches that are furniture of the page or other stories
 * @param parties the states or sides whose exchange it reports, most often named first; empty when none is named
 */
public record Reading(
    Report report,
    Optional<LocalDate> written,
    List<Claim> claims,
    List<Remark> remarks,
    List<Span> leftOut,
    Set<String> parties) {
  public Reading {
    claims = List.copyOf(claims);
    remarks = List.copyOf(remarks);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Something said of the exchange that is neither a count nor a stage.
   *
   * @param kind what it is
   * @param span where it stands
   */
  public record Remark(Kind kind, Span span) {
    /** The kinds. */
    public enum Kind {
      /** "The largest since …": no ledger of one exchange can say. */
      LARGEST,
      /** An agreement is spoken of, without a number. */
      AGREED,
      /** "The 64th exchange". */
      ORDINAL_EXCHANGE,
      /** More releases are said to follow. */
      MORE_TO_COME
    }
  }
}
