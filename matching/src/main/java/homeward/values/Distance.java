package homeward.values;

/**
 * How many single changes (a letter more, less, another, two neighbours exchanged) part two texts, as far as two: the
 * optimal string alignment distance, in three rows around the diagonal.
 */
final class Distance {
  /** More than this is not counted. */
  static final int FAR = 3;

  private Distance() {}

  /** 0, 1, 2, or {@link #FAR}. */
  static int between(String one, String other) {
    int longer = Math.max(one.length(), other.length());
    if (longer - Math.min(one.length(), other.length()) >= FAR) {
      return FAR;
    }
    int start = 0;
    int shorter = Math.min(one.length(), other.length());
    while (start < shorter && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    return middle(one.substring(start, one.length() - end), other.substring(start, other.length() - end));
  }

  private static int middle(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Math.min(FAR, one.length() + other.length());
    }
    int width = other.length() + 1;
    int[] before = new int[width];
    int[] last = new int[width];
    for (int column = 0; column < width; column++) {
      last[column] = column;
    }
    for (int row = 1; row <= one.length(); row++) {
      int[] now = new int[width];
      now[0] = row;
      int best = row;
      for (int column = 1; column < width; column++) {
        boolean same = one.charAt(row - 1) == other.charAt(column - 1);
        int changes = Math.min(last[column - 1] + (same ? 0 : 1), Math.min(last[column], now[column - 1]) + 1);
        boolean exchanged = row > 1 && column > 1 && one.charAt(row - 1) == other.charAt(column - 2)
            && one.charAt(row - 2) == other.charAt(column - 1);
        now[column] = exchanged ? Math.min(changes, before[column - 2] + 1) : changes;
        best = Math.min(best, now[column]);
      }
      if (best >= FAR) {
        return FAR;
      }
      before = last;
      last = now;
    }
    return Math.min(FAR, last[width - 1]);
  }
}
