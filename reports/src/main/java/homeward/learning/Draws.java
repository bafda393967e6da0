package homeward.learning;

import java.util.List;

/**
 * What is left to chance in learning, drawn from a seed: the linear congruential numbers of java.util.Random (Knuth, "The Art of
 * Computer Programming" 2, 3.2.1), written out, so that the same seed gives the same network on every machine.
 */
final class Draws {
  private static final long FACTOR = 0x5DEECE66DL;
  private static final long SUMMAND = 0xBL;
  private static final long MASK = (1L << 48) - 1;

  private long state;
  private double kept = Double.NaN;

  Draws(long seed) {
    state = (seed ^ FACTOR) & MASK;
  }

  private int bits(int count) {
    state = (state * FACTOR + SUMMAND) & MASK;
    return (int) (state >>> (48 - count));
  }

  /** From 0 to less than 1. */
  float share() {
    return bits(24) * 0x1.0p-24f;
  }

  private double fine() {
    return (((long) bits(26) << 27) + bits(27)) * 0x1.0p-53;
  }

  /** Spread normally about 0 with a deviation of 1 (the polar method: Knuth 2, 3.4.1 C). */
  double normal() {
    if (!Double.isNaN(kept)) {
      double normal = kept;
      kept = Double.NaN;
      return normal;
    }
    double one;
    double other;
    double square;
    do {
      one = 2 * fine() - 1;
      other = 2 * fine() - 1;
      square = one * one + other * other;
    } while (square >= 1 || square == 0);
    double times = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
    kept = other * times;
    return one * times;
  }

  private int below(int bound) {
    int bits = bits(31);
    if ((bound & -bound) == bound) {
      return (int) ((bound * (long) bits) >> 31);
    }
    int value = bits % bound;
    while (bits - value + (bound - 1) < 0) {
      bits = bits(31);
      value = bits % bound;
    }
    return value;
  }

  /** Puts a list into another order (Fisher and Yates). */
  void shuffle(List<Integer> list) {
    for (int i = list.size(); i > 1; i--) {
      int other = below(i);
      list.set(i - 1, list.set(other, list.get(i - 1)));
    }
  }
}
