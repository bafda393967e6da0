package homeward.reports;

import homeward.language.Quantity.Qualifier;
import homeward.language.Span;
import homeward.language.When;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * One claim of a report about an exchange.
 *
 * @param what the measure and its value
 * @param whose on what basis it is counted
 * @param when the days it speaks of
 * @param speaker who says so, in the report's words; empty when it is the report itself
 * @param marks what else the wording tells
 * @param span where it stands in the report's text
 */
public record Claim(What what, Whose whose, When when, String speaker, Set<Mark> marks, Span span) {
  public Claim {
    marks = marks.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(marks));
  }

  /**
   * What is claimed.
   *
   * @param category the people counted, as a ledger names them: all, military, civilian, women, ...; empty for a stage
   * @param value the number; 0 for a stage
   * @param wording the stage ("completed", "first part"); empty for a number
   */
  public record What(Measure measure, String category, long value, Qualifier qualifier, String wording) {
    What of(String other) {
      return new What(measure, other, value, qualifier, wording);
    }

    What as(Measure other) {
      return new What(other, category, value, qualifier, wording);
    }

    /** The same number of people of every kind. */
    public What ofAll() {
      return of("all");
    }
  }

  /**
   * Whose people are counted.
   *
   * @param side the side that got its people back, when only one side's are counted and the report names it; else empty
   * @param bothNamed whether the sentence speaks of both sides
   */
  public record Whose(Basis basis, String side, boolean bothNamed) {
    Whose on(Basis other) {
      return new Whose(other, side, bothNamed);
    }
  }

  /** What is measured. */
  public enum Measure {
    EXCHANGED,
    AGREED,
    STAGE,
    MONTHLY_AVERAGE,
    AVERAGE_PER_EXCHANGE,
    GROWTH_PER_YEAR_PERCENT,
    YOUNGEST_AGE,
    OLDEST_AGE,
    STILL_HELD,
    RETURNED_TO_DATE;

    /** Its name in tables. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** On what basis people are counted. */
  public enum Basis {
    /** As many on each side. */
    PER_SIDE,
    /** Both sides' people added up. */
    BOTH_SIDES,
    /** The people that one side got back. */
    TO_ONE_SIDE,
    /** A stock or a running total, of no single exchange. */
    TOTAL,
    /** The wording leaves it open. */
    UNCLEAR,
    /** There is nothing to count. */
    NONE;

    /** Its name in tables; empty for NONE. */
    public String word() {
      return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }
  }

  /** What else the wording tells of a claim. */
  public enum Mark {
    /** Only some of the people are counted: those of one unit, one battle, one trade. */
    PART,
    /** Several days are added up. */
    COMBINED,
    /** Counted up to a day: "so far", "in total". */
    CUMULATIVE,
    /** The wording points to an earlier exchange. */
    ANOTHER,
    /** The basis was worked out from the report's other figures. */
    WORKED_OUT,
    /** "1,000 for 1,000": it may name the agreement rather than count a day's people. */
    FORMULA,
    /** The wording says that it was carried out, whatever it names. */
    DONE,
    /** The reader is not sure of it: another reading of the words is nearly as likely. */
    UNSURE,
    /** Its basis is not sure: the words may mean another. */
    OPEN,
    /** Its day is not sure: its sentence names none, or several, or one that depends on other days ("a day after"). */
    DAY_OPEN,
    /** Its sentence names one day, by the day of the week. */
    BY_WEEKDAY,
    /** It is told as agreed, but its words may as well say that it was carried out. */
    PERHAPS_DONE,
    /** It stands in a headline. */
    HEADLINE,
    /** The wording is machine-respun. */
    RESPUN
  }

  /** Which party the row of a table names: "both", "to one side", or nothing. */
  public String party() {
    return switch (whose.basis()) {
      case PER_SIDE, BOTH_SIDES -> "both";
      case TO_ONE_SIDE -> "to one side";
      case UNCLEAR, NONE -> whose.bothNamed() ? "both" : "";
      case TOTAL -> "";
    };
  }

  /** Whether it bears a mark. */
  public boolean is(Mark mark) {
    return marks.contains(mark);
  }

  /** Whether it gives the least that the number may be. */
  public boolean atLeast() {
    return what.qualifier() == Qualifier.AT_LEAST;
  }

  /** The same claim with its basis left open. */
  public Claim leftOpen() {
    return on(Basis.UNCLEAR);
  }

  /** The same claim without a day. */
  public Claim undated() {
    return at(When.UNKNOWN);
  }

  /** The same claim of people who were exchanged. */
  public Claim carriedOut() {
    return of(what.as(Measure.EXCHANGED));
  }

  Claim on(Basis basis) {
    return new Claim(what, whose.on(basis), when, speaker, marks, span);
  }

  Claim of(What other) {
    return new Claim(other, whose, when, speaker, marks, span);
  }

  Claim at(When other) {
    return new Claim(what, whose, other, speaker, marks, span);
  }

  Claim by(Whose other) {
    return new Claim(what, other, when, speaker, marks, span);
  }

  Claim markedWhere(boolean holds, Mark mark) {
    return holds ? marked(mark) : this;
  }

  Claim marked(Mark mark) {
    Set<Mark> more = EnumSet.of(mark);
    more.addAll(marks);
    return new Claim(what, whose, when, speaker, more, span);
  }
}
