package homeward.ledger;

import homeward.reports.Claim;
import homeward.reports.Claim.Basis;
import homeward.reports.Claim.Measure;
import java.util.List;

/**
 * How a claim stands to the ledger.
 *
 * @param claim the claim as the report makes it
 * @param measure what the figures measure by which it was judged: a formula spoken of before its end is what was agreed
 * @param basis the basis it turns out to have; the claim's own where its wording says
 * @param eventDate the day of the event it speaks of, as tables show it; empty when there is none
 * @param verdict how it stands
 * @param explanation the arithmetic in words
 * @param readings the figures it was set beside, the one it is true of first
 */
public record Judgement(
    Claim claim,
    Measure measure,
    Basis basis,
    String eventDate,
    Verdict verdict,
    String explanation,
    List<Reading> readings) {
  public Judgement {
    readings = List.copyOf(readings);
  }

  /** The verdicts. */
  public enum Verdict {
    /** True as written. */
    AGREES,
    /** True if both sides are counted together. */
    AGREES_BOTH_SIDES,
    /** The ledger says otherwise. */
    CONTRADICTS,
    /** True on one reading only. */
    AMBIGUOUS,
    /** Nothing in this ledger speaks to it. */
    OUTSIDE;

    /** The label shown to people beside the colour. */
    public String label() {
      return switch (this) {
        case AGREES -> "agrees";
        case AGREES_BOTH_SIDES -> "agrees, both sides counted together";
        case CONTRADICTS -> "contradicts";
        case AMBIGUOUS -> "ambiguous";
        case OUTSIDE -> "outside this ledger";
      };
    }
  }

  /**
   * A figure of the ledger that a claim may mean.
   *
   * @param label what it counts, in words
   * @param figure the number
   * @param holds whether the claim is true of it
   */
  public record Reading(String label, long figure, boolean holds) {}

  /** The same judgement with one more sentence in its explanation. */
  Judgement besides(String sentence) {
    return new Judgement(claim, measure, basis, eventDate, verdict, explanation + " " + sentence, readings);
  }

  /**
   * Whether the other says the same, more or less exactly, once the ledger has told what both measure, on what basis and when. An
   * agreement on 1,000 and one on at least 1,000 are two.
   */
  boolean repeats(Judgement other) {
    boolean another = measure == Measure.AGREED && claim.atLeast() != other.claim.atLeast();
    return !another && measure == other.measure && basis == other.basis && eventDate.equals(other.eventDate)
        && claim.what().category().equals(other.claim.what().category()) && claim.what().value() == other.claim.what().value()
        && claim.what().wording().equals(other.claim.what().wording())
        && claim.whose().side().equals(other.claim.whose().side());
  }

  /** The party as tables name it, by the basis that the claim turned out to have. */
  public String party() {
    boolean both = basis == Basis.PER_SIDE || basis == Basis.BOTH_SIDES;
    return both ? "both" : basis == claim.whose().basis() ? claim.party() : claim.whose().bothNamed() ? "both" : "";
  }
}
