package homeward.matching;

import homeward.values.Hash;
import homeward.values.Lexicon;
import homeward.values.Rows;
import homeward.values.Values;
import java.util.List;

/**
 * One way to find candidates: parts of a row that two spellings of one person are likely to share, and further parts by
 * which the key is made longer where too many rows have it.
 *
 * @param name for people
 * @param parts all of them make the key; a row that lacks one has no key
 * @param further in the order in which they are added; a row that lacks one is kept under that lack
 * @param anyOrder whether the first two parts may stand in each other's place
 * @param seed what keeps it apart from the other keys
 */
record Key(String name, List<Part> parts, List<Part> further, boolean anyOrder, long seed) {
  /** The lowest bits of a key are 0: whoever keeps one has room beside it. Two keys in many millions of millions are one for it. */
  static final int UNUSED_BITS = 12;
  /** More combinations of spellings than this are not looked up. */
  static final int MOST_FORMS = 6;
  static final int MOST_NEAR = 14;
  private static final long LACKING = Hash.mix(77);

  /** What of a column counts. */
  enum Of {
    /** Its value, in each of its forms. */
    VALUE,
    /** The year of a date. */
    YEAR,
    /** How a name begins. */
    START,
    /** A name, perhaps with one letter wrong. */
    NEAR
  }

  /** A column, and what of it counts. */
  record Part(int column, Of of) {}

  /** The keys of a row, into {@code to}; answers how many. */
  int of(Rows rows, int row, long[] to) {
    to[0] = seed;
    int count = 1;
    int most = parts.get(0).of() == Of.NEAR ? MOST_NEAR : MOST_FORMS;
    for (int at = 0; at < parts.size(); at++) {
      long[] forms = forms(rows, row, parts.get(at));
      if (forms.length == 0) {
        return 0;
      }
      count = times(to, count, forms, anyOrder && at < 2, most);
    }
    return distinct(to, count);
  }

  private static int distinct(long[] keys, int count) {
    int kept = 0;
    for (int at = 0; at < count; at++) {
      long key = used(keys[at]);
      int same = 0;
      while (same < kept && keys[same] != key) {
        same++;
      }
      keys[same] = key;
      kept = Math.max(kept, same + 1);
    }
    return kept;
  }

  private static long used(long hash) {
    return hash & (-1L << UNUSED_BITS);
  }

  private static int times(long[] to, int count, long[] forms, boolean anyOrder, int most) {
    int kept = Math.min(forms.length, Math.max(1, most / count));
    for (int form = kept - 1; form >= 0; form--) {
      for (int one = 0; one < count; one++) {
        to[form * count + one] = anyOrder ? to[one] + Hash.mix(forms[form]) : Hash.of(to[one], forms[form]);
      }
    }
    return kept * count;
  }

  /** A longer key for each form of the next part, or the one for its lack. */
  long[] longer(long key, int depth, Rows rows, int row) {
    long[] forms = forms(rows, row, further.get(depth));
    if (forms.length == 0) {
      return new long[] {lacking(key)};
    }
    long[] longer = new long[Math.min(forms.length, 2)];
    for (int form = 0; form < longer.length; form++) {
      longer[form] = used(Hash.of(key, forms[form]));
    }
    return longer;
  }

  /** The longer key of rows that lack the next part. */
  static long lacking(long key) {
    return used(Hash.of(key, LACKING));
  }

  private static long[] forms(Rows rows, int row, Part part) {
    int code = rows.code(row, part.column());
    Values values = rows.lexicon().values(part.column());
    if (code == 0) {
      return NONE;
    }
    return switch (part.of()) {
      case VALUE -> values.forms(code);
      case YEAR -> new long[] {Hash.of(2, Lexicon.year(code))};
      case NEAR -> values.near(code);
      case START -> values.start(code) == 0 ? NONE : new long[] {values.start(code)};
    };
  }

  private static final long[] NONE = {};
}
