package homeward.values;

/**
 * How many single changes (a letter more, less, another, two neighbours exchanged) part two texts, as far as two: the
 * optimal string alignment distance, in three rows around the diagonal.
 */
final class Distance {
  /** More than this is not counted. */
  static final int FAR = 3;

  private Distance() {}

  /** A text whose letters fit in no number. */
  static final long UNFIT = -1;
  private static final int FITTING = 12;
  private static final int LETTER_BITS = 5;
  private static final int LENGTH_AT = FITTING * LETTER_BITS;

  /**
   * A text of at most twelve letters of one alphabet as one number, so that most distances are told without a look into
   * memory: five bits a letter, the first lowest, and the length on top. Latin capitals count as small letters.
   *
   * @param small the smallest letter of the alphabet, which has at most 32 that follow each other
   */
  static long fitted(String text, char small) {
    if (text.length() > FITTING) {
      return UNFIT;
    }
    long fitted = (long) text.length() << LENGTH_AT;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int letter = (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c) - small;
      if (letter < 0 || letter > 31) {
        return UNFIT;
      }
      fitted |= (long) letter << (LETTER_BITS * i);
    }
    return fitted;
  }

  static int length(long fitted) {
    return (int) (fitted >>> LENGTH_AT);
  }

  /** The number of the same text without one letter. */
  static long without(long fitted, int at) {
    long letters = fitted & ((1L << LENGTH_AT) - 1);
    long before = letters & ((1L << (LETTER_BITS * at)) - 1);
    long behind = letters >>> (LETTER_BITS * (at + 1)) << (LETTER_BITS * at);
    return (length(fitted) - 1L) << LENGTH_AT | behind | before;
  }

  /** The number of the first letters of a text. */
  static long start(long fitted, int count) {
    return (long) count << LENGTH_AT | (fitted & ((1L << (LETTER_BITS * count)) - 1));
  }

  /** The same as of the texts. */
  static int between(long one, long other) {
    int longer = Math.max(length(one), length(other));
    int shorter = Math.min(length(one), length(other));
    if (longer - shorter >= FAR) {
      return FAR;
    }
    long apart = (one ^ other) & ((1L << LENGTH_AT) - 1);
    int start = Math.min(shorter, Long.numberOfTrailingZeros(apart) / LETTER_BITS);
    int end = 0;
    while (end < shorter - start && letter(one, length(one) - 1 - end) == letter(other, length(other) - 1 - end)) {
      end++;
    }
    int first = length(one) - start - end;
    int second = length(other) - start - end;
    if (first == 0 || second == 0 || (first == 1 && second == 1)) {
      return Math.min(FAR, Math.max(first, second));
    }
    return between(one, other, start, first, second);
  }

  /** Of the middles, whose first letters differ and whose last do. */
  private static int between(long one, long other, int start, int first, int second) {
    int letters = letters(one, start, first) ^ letters(other, start, second);
    return Integer.bitCount(letters) > 4 ? FAR : middle(text(one, start, first), text(other, start, second));
  }

  private static int letters(long fitted, int start, int count) {
    int letters = 0;
    for (int at = start; at < start + count; at++) {
      letters |= 1 << letter(fitted, at);
    }
    return letters;
  }

  private static String text(long fitted, int start, int count) {
    char[] text = new char[count];
    for (int at = 0; at < count; at++) {
      text[at] = (char) ('a' + letter(fitted, start + at));
    }
    return new String(text);
  }

  private static int letter(long fitted, int at) {
    return (int) (fitted >>> (LETTER_BITS * at)) & 31;
  }

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
