package homeward.values;

import homeward.names.Names;
import java.util.Arrays;

/** Numbers and codes of one person: letters and digits count, in the alphabet their twins suggest. */
final class IdentifierValues extends Values {
  private static final String CYRILLIC = "авсенікмортху";
  private static final String LATIN = "abcehikmoptxy";

  private final Strings texts = new Strings();
  /** Of each text its first two bytes and its last two, and how long it is. */
  private long[] edges = new long[1 << 6];

  @Override
  int read(String raw) {
    String repaired = Names.repaired(raw);
    if (Names.isNothing(repaired)) {
      return 0;
    }
    StringBuilder kept = new StringBuilder(repaired.length());
    for (int i = 0; i < repaired.length(); i++) {
      char c = repaired.charAt(i);
      int twin = CYRILLIC.indexOf(c);
      if (Character.isLetterOrDigit(c)) {
        kept.append(twin >= 0 ? LATIN.charAt(twin) : c);
      }
    }
    boolean nothing = kept.chars().allMatch(c -> c == '0');
    return nothing ? 0 : keep(texts.intern(kept.toString()));
  }

  private int keep(int code) {
    edges = code < edges.length ? edges : Arrays.copyOf(edges, code + (code >> 1));
    int length = texts.length(code);
    long start = length < 2 ? 0 : (texts.at(code, 0) & 255) << 8 | (texts.at(code, 1) & 255);
    long end = length < 2 ? 0 : (texts.at(code, length - 2) & 255) << 8 | (texts.at(code, length - 1) & 255);
    edges[code] = (long) length << 32 | start << 16 | end;
    return code;
  }

  @Override
  public void levels(int one, int[] others, int count, int[] levels) {
    for (int at = 0; at < count; at++) {
      int other = others[at];
      levels[at] = other == 0 ? 0 : other == one ? 1 : quickLevel(one, other);
    }
  }

  /** One change leaves one half as it was, and so one of the two ends. */
  private int quickLevel(int one, int other) {
    long first = edges[one];
    long second = edges[other];
    long apart = first ^ second;
    boolean ends = (apart & 0xFFFF) != 0 && (apart >>> 16 & 0xFFFF) != 0;
    int shorter = (int) Math.min(first >>> 32, second >>> 32);
    int longer = (int) Math.max(first >>> 32, second >>> 32);
    return ends && shorter >= 4 && longer - shorter <= 1 ? 4 : UNTOLD;
  }

  @Override
  public int level(int one, int other) {
    if (one == 0 || other == 0) {
      return 0;
    }
    if (one == other) {
      return 1;
    }
    int longer = Math.max(texts.length(one), texts.length(other));
    int shorter = Math.min(texts.length(one), texts.length(other));
    if (longer - shorter <= 1 && !isNear(one, other)) {
      return 4;
    }
    String first = texts.get(one);
    String second = texts.get(other);
    if (longer - shorter <= 1 && shorter >= 3) {
      return Distance.between(first, second) == 1 ? 2 : 4;
    }
    boolean within = shorter >= 4 && (first.length() > second.length() ? first.contains(second) : second.contains(first));
    return within ? 3 : 4;
  }

  /** One change leaves one half as it was. */
  private boolean isNear(int one, int other) {
    int half = Math.min(texts.length(one), texts.length(other)) / 2;
    boolean start = true;
    boolean end = true;
    for (int i = 0; i < half; i++) {
      start &= texts.at(one, i) == texts.at(other, i);
      end &= texts.at(one, texts.length(one) - 1 - i) == texts.at(other, texts.length(other) - 1 - i);
    }
    return start || end;
  }

  @Override
  public int group(int code) {
    return 0;
  }

  @Override
  public long[] forms(int code) {
    return code == 0 ? NO_FORMS : new long[] {Hash.of(5, code)};
  }

  @Override
  public String text(int code) {
    return code == 0 ? "" : texts.get(code);
  }

  @Override
  int[] extent() {
    return new int[] {texts.size()};
  }

  @Override
  void forget(int[] extent) {
    super.forget(extent);
    texts.forget(extent[0]);
  }
}
