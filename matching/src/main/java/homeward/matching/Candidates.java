package homeward.matching;

import homeward.values.Rows;
import homeward.values.Schema;
import java.util.Arrays;
import java.util.List;

/**
 * Held rows under their keys, one added after another. A key that more rows have than {@link Lookup#CAP} is made longer by
 * a further detail, and again; what is then still too many tells nothing and is left to the other keys. So no value in
 * every row makes all pairs.
 */
final class Candidates {
  private final Rows held;
  private final List<Key> keys;
  private final Postings postings = new Postings();
  private final long[] buffer = new long[Key.MOST_NEAR * 2];

  Candidates(Rows held, Schema schema) {
    this.held = held;
    this.keys = Keys.of(schema);
  }

  void insert(int row) {
    for (int key = 0; key < keys.size(); key++) {
      int count = keys.get(key).of(held, row, buffer);
      long[] own = Arrays.copyOf(buffer, count);
      for (long one : own) {
        insert(keys.get(key), one, 0, row);
      }
    }
  }

  private void insert(Key key, long at, int depth, int row) {
    int count = postings.count(at);
    boolean deepest = depth == key.further().size();
    if (count == Lookup.FULL) {
      return;
    }
    if (count == Lookup.SPLIT) {
      for (long longer : key.longer(at, depth, held, row)) {
        insert(key, longer, depth + 1, row);
      }
      return;
    }
    postings.add(at, row);
    if (count + 1 > (deepest ? Lookup.LAST_CAP : Lookup.CAP)) {
      for (int moved : postings.take(at, deepest ? Lookup.FULL : Lookup.SPLIT)) {
        if (!deepest) {
          insert(key, at, depth, moved);
        }
      }
    }
  }

  /** Whoever looks among them; one for each thread. */
  Lookup lookup() {
    return new Lookup(keys, postings);
  }
}
