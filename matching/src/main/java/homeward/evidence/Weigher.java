package homeward.evidence;

import homeward.values.Lexicon;
import homeward.values.Rows;
import java.util.Arrays;

/** Weighs one pair after another. */
public final class Weigher {
  /** The odds of a pair of which nothing can be compared: it is never one person for that. */
  public static final double NOTHING = -100;

  private final Comparing comparing;
  private final Scale scale;
  private final Sieve sieve;

  Weigher(Rows sought, Rows held, Comparing comparing, Scale scale) {
    this.comparing = comparing;
    this.scale = scale;
    this.sieve = new Sieve(sought, held, comparing, scale);
  }

  /**
   * Log2 of the odds that a sought row and each of many held ones are one person, before any other candidate is looked at.
   *
   * @param least where the odds are certainly not above this, {@link #NOTHING} is told instead
   * @param odds receives one number for each held row
   */
  public void odds(int soughtRow, int[] heldRows, int count, double least, double[] odds) {
    Arrays.fill(odds, 0, count, NOTHING);
    int left = sieve.sift(soughtRow, heldRows, count, least);
    for (int at = 0; at < left; at++) {
      long pattern = sieve.pattern(at);
      int row = sieve.row(at);
      if (pattern != 0) {
        odds[sieve.place(at)] = scale.odds(pattern, row, scale.weight(pattern, row));
      }
    }
  }

  /** From here on remembers nothing of values beyond this extent, since they will be taken back. */
  public void forgetBeyond(Lexicon.Extent extent) {
    comparing.forgetBeyond(extent);
  }
}
