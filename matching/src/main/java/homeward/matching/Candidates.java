package homeward.matching;

import homeward.values.Hash;
import homeward.values.Rows;
import homeward.values.Schema;
import java.util.Arrays;
import java.util.List;

/**
 * Held rows under their keys. A key that more rows have than {@link #CAP} is made longer by a further detail, and again;
 * what is then still too many tells nothing and is left to the other keys. So no value in every row makes all pairs.
 */
final class Candidates {
  static final int CAP = 40;
  /** After the last detail: so many rows may be alike in all of it. */
  private static final int LAST_CAP = 160;

  private final Rows held;
  private final List<Key> keys;
  private final Postings postings = new Postings();
  private final long[] buffer = new long[Key.MOST_NEAR * 2];

  Candidates(Rows held, Schema schema) {
    this.held = held;
    this.keys = Keys.of(schema);
  }

  List<Key> keys() {
    return keys;
  }

  static long seed(int key) {
    return Hash.mix(1000L + key);
  }

  void insert(int row) {
    for (int key = 0; key < keys.size(); key++) {
      int count = keys.get(key).of(held, row, seed(key), buffer);
      long[] own = Arrays.copyOf(buffer, count);
      for (long one : own) {
        insert(keys.get(key), one, 0, row);
      }
    }
  }

  private void insert(Key key, long at, int depth, int row) {
    int count = postings.count(at);
    boolean deepest = depth == key.further().size();
    if (count == Postings.FULL) {
      return;
    }
    if (count == Postings.SPLIT) {
      for (long longer : key.longer(at, depth, held, row)) {
        insert(key, longer, depth + 1, row);
      }
      return;
    }
    postings.add(at, row);
    if (count + 1 > (deepest ? LAST_CAP : CAP)) {
      for (int moved : postings.take(at, deepest ? Postings.FULL : Postings.SPLIT)) {
        if (!deepest) {
          insert(key, at, depth, moved);
        }
      }
    }
  }

  /** Whoever looks for candidates; one for each thread. */
  final class Lookup {
    private final int[] rows = new int[LAST_CAP + 1];
    private final long[] own = new long[Key.MOST_NEAR * 2];
    private int[] seen = new int[1 << 6];
    private int[] found = new int[1 << 10];
    private int count;
    private int question;

    /** Looks for the candidates of a row and answers how many there are; {@link #row} has them in no order. */
    int look(Rows sought, int row) {
      begin();
      for (int key = 0; key < keys.size(); key++) {
        look(key, sought, row);
      }
      return count;
    }

    /** The same by one key alone. */
    int look(Rows sought, int row, int key) {
      begin();
      look(key, sought, row);
      return count;
    }

    private void begin() {
      if (seen.length < held.size()) {
        seen = new int[held.size() + (held.size() >> 3)];
        question = 0;
      }
      question++;
      count = 0;
    }

    private void look(int key, Rows sought, int row) {
      int forms = keys.get(key).of(sought, row, seed(key), own);
      for (int form = 0; form < forms; form++) {
        look(keys.get(key), own[form], 0, sought, row);
      }
    }

    private void look(Key key, long at, int depth, Rows sought, int row) {
      int listed = postings.count(at);
      if (listed == Postings.SPLIT) {
        boolean lacks = false;
        for (long longer : key.longer(at, depth, sought, row)) {
          look(key, longer, depth + 1, sought, row);
          lacks |= longer == Key.lacking(at);
        }
        if (!lacks) {
          look(key, Key.lacking(at), depth + 1, sought, row);
        }
        return;
      }
      int read = listed > 0 ? postings.rows(at, rows) : 0;
      for (int i = 0; i < read; i++) {
        add(rows[i]);
      }
    }

    private void add(int row) {
      if (seen[row] == question) {
        return;
      }
      seen[row] = question;
      if (count == found.length) {
        found = Arrays.copyOf(found, count * 2);
      }
      found[count++] = row;
    }

    int row(int at) {
      return found[at];
    }

    int count() {
      return count;
    }
  }
}
