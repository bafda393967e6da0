package homeward.json;

/** What UTF-16 strings hide from those who need UTF-8. */
final class Characters {
  private static final int MOST_SHOWN = 60;

  private Characters() {}

  static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSurrogatePair(text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : 'x')) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  /** The text, when it has a UTF-8 form; with half a character in it, it is an IllegalArgumentException. */
  static String whole(String text) {
    if (hasLoneSurrogate(text)) {
      throw new IllegalArgumentException("A text with half a character (a lone surrogate)");
    }
    return text;
  }

  /** A stranger's text as it may stand in a message of ours: short, and without anything that a terminal obeys. */
  static String shown(String text) {
    String part = text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
    return part.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "?");
  }

  /** Compares as the UTF-8 bytes would, which is the order of code points and not that of String.compareTo. */
  static int compareBytewise(String left, String right) {
    int shorter = Math.min(left.length(), right.length());
    for (int i = 0; i < shorter; i++) {
      char one = left.charAt(i);
      char other = right.charAt(i);
      if (one != other) {
        return Integer.compare(rank(one), rank(other));
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  /** Surrogates stand for characters above U+FFFF, so they come after all the others. */
  private static int rank(char unit) {
    return Character.isSurrogate(unit) ? unit + Character.MAX_VALUE : unit;
  }
}
