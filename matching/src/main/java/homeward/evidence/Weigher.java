package homeward.evidence;

/** Weighs one pair after another. */
public final class Weigher {
  /** The odds of a pair of which nothing can be compared: it is never one person for that. */
  public static final double NOTHING = -100;

  private final Comparing comparing;
  private final Scale scale;

  Weigher(Comparing comparing, Scale scale) {
    this.comparing = comparing;
    this.scale = scale;
  }

  /** Log2 of the odds that a sought and a held row are one person, before any other candidate is looked at. */
  public double odds(int soughtRow, int heldRow) {
    long pattern = comparing.pattern(soughtRow, heldRow);
    return pattern == 0 ? NOTHING : scale.odds(pattern, heldRow, scale.weight(pattern, heldRow));
  }

  /** From here on remembers nothing of values beyond these sizes, since they will be taken back. */
  public void forgetBeyond(int[] sizes) {
    comparing.forgetBeyond(sizes);
  }
}
