package homeward.ledger;

import homeward.language.Quantity.Qualifier;

/** How far a figure may lie from a number that is qualified: exact says itself, "over 600" says 601 to 900. */
final class Tolerance {
  private static final int TIGHT_PERCENT = 15;

  private Tolerance() {}

  /** Whether a number so qualified is true of a figure. */
  static boolean holds(long value, Qualifier qualifier, long figure) {
    return switch (qualifier) {
      case EXACT -> figure == value;
      case OVER -> figure > value && figure <= 2 * value;
      case AT_LEAST -> figure >= value && figure <= 2 * value;
      case NEARLY -> figure < value && figure * 10 >= value * 9;
      case APPROXIMATELY -> figure * 10 >= value * 9 && figure * 10 <= value * 11;
      case UP_TO -> figure <= value && figure * 2 >= value;
    };
  }

  /** Whether it is also the number one would choose for that figure: "over 600" for 614, not for 1,100. */
  static boolean tight(long value, Qualifier qualifier, long figure) {
    return holds(value, qualifier, figure) && Math.abs(figure - value) * 100 <= value * TIGHT_PERCENT;
  }

  /** How far apart, in thousandths of the value. */
  static long distance(long value, long figure) {
    return value == 0 ? Long.MAX_VALUE : Math.abs(figure - value) * 1000 / value;
  }
}
