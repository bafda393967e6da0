package homeward.evidence;

import homeward.values.Lexicon;

/** Weighs one pair after another. */
public final class Weigher {
  /** The odds of a pair of which nothing can be compared: it is never one person for that. */
  public static final double NOTHING = -100;

  private final Comparing comparing;
  private final Scale scale;
  private long[] patterns = new long[1 << 6];

  Weigher(Comparing comparing, Scale scale) {
    this.comparing = comparing;
    this.scale = scale;
  }

  /**
   * Log2 of the odds that a sought row and each of many held ones are one person, before any other candidate is looked at.
   *
   * @param least where the odds are certainly not above this, {@link #NOTHING} is told instead
   * @param odds receives one number for each held row
   */
  public void odds(int soughtRow, int[] heldRows, int count, double least, double[] odds) {
    patterns = patterns.length < count ? new long[count * 2] : patterns;
    comparing.patterns(soughtRow, heldRows, count, patterns);
    for (int at = 0; at < count; at++) {
      long pattern = patterns[at];
      boolean hopeless = pattern == 0 || scale.mostOdds(pattern) <= least;
      odds[at] = hopeless ? NOTHING : scale.odds(pattern, heldRows[at], scale.weight(pattern, heldRows[at]));
    }
  }

  /** From here on remembers nothing of values beyond this extent, since they will be taken back. */
  public void forgetBeyond(Lexicon.Extent extent) {
    comparing.forgetBeyond(extent);
  }
}
