package homeward.values;

/** Mixes numbers and bytes into 64 bits, the same on every machine and in every run. */
public final class Hash {
  private static final long ODD = 0x9E3779B97F4A7C15L;

  private Hash() {}

  /** Spreads one number over all bits (the finaliser of SplitMix64: Steele, Lea, Flood, 2014). */
  public static long mix(long value) {
    long mixed = value + ODD;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** Two numbers in one, in this order. */
  public static long of(long first, long second) {
    return mix(mix(first) * 31 + second);
  }

  /** A text. */
  public static long of(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return mix(hash);
  }

  static long of(byte[] bytes, int from, int to) {
    long hash = (long) to - from;
    for (int i = from; i < to; i++) {
      hash = (hash ^ bytes[i]) * 0x100000001B3L;
    }
    return mix(hash);
  }
}
