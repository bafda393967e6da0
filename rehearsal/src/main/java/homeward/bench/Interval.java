package homeward.bench;

import java.util.Locale;

/** A share with its interval of 95 in 100 (Wilson 1927), for people. */
final class Interval {
  private static final double Z = 1.96;

  private Interval() {}

  static String of(long hits, long all) {
    if (all == 0) {
      return "none";
    }
    double share = hits / (double) all;
    double middle = (share + Z * Z / (2 * all)) / (1 + Z * Z / all);
    double half = Z / (1 + Z * Z / all) * Math.sqrt(share * (1 - share) / all + Z * Z / (4.0 * all * all));
    return String.format(Locale.ROOT, "%.4f (%.4f to %.4f)", share, Math.max(0, middle - half), Math.min(1, middle + half));
  }
}
