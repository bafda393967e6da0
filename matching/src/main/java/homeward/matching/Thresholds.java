package homeward.matching;

/**
 * Where decisions change.
 *
 * @param match a pair at least this probable may be a match
 * @param margin by how many bits it must be ahead of the next candidate of either row
 * @param review a pair at least this probable is shown to a person
 * @param reviews how many pairs of one sought row are shown at most
 */
public record Thresholds(double match, double margin, double review, int reviews) {
  /** Fixed before the measurements of docs/benchmarks.md. */
  public static final Thresholds USUAL = new Thresholds(.995, 3, .01, 3);
}
