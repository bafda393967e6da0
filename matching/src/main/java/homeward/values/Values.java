package homeward.values;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values of one column: texts in, codes out, and how two codes compare. Code 0 is: nothing is known. Reading is for
 * one thread at a time, comparing for many.
 */
public abstract class Values {
  /** {@link #level} has to be asked. */
  public static final int UNTOLD = -1;
  static final long[] NO_FORMS = {};
  private static final int REMEMBERED = 1 << 13;

  private final @Nullable String[] lastTexts = new String[REMEMBERED];
  /** Their hashes, so that another text is mostly told from them without a look at it. */
  private final int[] lastHashes = new int[REMEMBERED];
  private final int[] lastCodes = new int[REMEMBERED];

  /** The code of a text. */
  public final int code(String raw) {
    if (raw.isEmpty()) {
      return 0;
    }
    int hash = raw.hashCode();
    int place = (hash ^ (hash >>> 13)) & (REMEMBERED - 1);
    if (lastHashes[place] == hash && raw.equals(lastTexts[place])) {
      return lastCodes[place];
    }
    int code = read(raw);
    lastHashes[place] = hash;
    lastTexts[place] = raw.length() <= 64 ? raw : null;
    lastCodes[place] = code;
    return code;
  }

  abstract int read(String raw);

  /** At which level of its kind two codes agree. */
  public abstract int level(int one, int other);

  /**
   * The same of one code, which is not 0, and many others, without a look at letters.
   *
   * @param levels receives of each the level, or {@link #UNTOLD} where only letters tell
   */
  public void levels(int one, int[] others, int count, int[] levels) {
    for (int at = 0; at < count; at++) {
      levels[at] = level(one, others[at]);
    }
  }

  /** The group a value is counted in: spellings of one name share it. */
  public abstract int group(int code);

  /** What candidates are found by: one number for each way in which the value may be written elsewhere. */
  public abstract long[] forms(int code);

  /** The value, and the value with any one letter left out: two that differ by one letter share one of these. */
  public long[] near(int code) {
    return NO_FORMS;
  }

  /** How it begins, as a number that spellings of one name share; 0 when that cannot be told. */
  public long start(int code) {
    return 0;
  }

  /** The value as it is shown. */
  public abstract String text(int code);

  /** How many values were read, and how many texts of each sort are kept of them, for {@link #forget}. */
  int[] extent() {
    return new int[1];
  }

  /** Takes back what was read since the extent was this. */
  void forget(int[] extent) {
    Arrays.fill(lastTexts, null);
  }
}
