package homeward.matching;

import java.util.Arrays;

/**
 * Which rows have a key: an open table of 64-bit keys. One row of a key lies in the table itself, more lie in chains.
 * A key may be marked as split (its rows lie under longer keys) or as full (too many to tell anything).
 */
final class Postings {
  static final int SPLIT = -1;
  static final int FULL = -2;
  private static final double LOAD = .6;

  private long[] keys = new long[1 << 10];
  private int[] heads = new int[1 << 10];
  private int[] counts = new int[1 << 10];
  private int used;
  private int[] chainRows = new int[1 << 8];
  private int[] chainNext = new int[1 << 8];
  private int chained = 1;

  /** How many rows a key has, {@link #SPLIT}, {@link #FULL}, or 0. */
  int count(long key) {
    return counts[slot(key)];
  }

  void add(long key, int row) {
    int slot = slot(key);
    if (counts[slot] == 0) {
      keys[slot] = key;
      heads[slot] = row;
      counts[slot] = 1;
      used++;
      if (used > keys.length * LOAD) {
        grow();
      }
      return;
    }
    if (counts[slot] == 1) {
      heads[slot] = chain(heads[slot], 0);
    }
    heads[slot] = chain(row, heads[slot]);
    counts[slot]++;
  }

  private int chain(int row, int next) {
    if (chained == chainRows.length) {
      int length = chained + (chained >> 1);
      chainRows = Arrays.copyOf(chainRows, length);
      chainNext = Arrays.copyOf(chainNext, length);
    }
    chainRows[chained] = row;
    chainNext[chained] = next;
    return chained++;
  }

  /** Copies the rows of a key and answers how many there were; none of one that is split or full. */
  int rows(long key, int[] to) {
    int slot = slot(key);
    int count = counts[slot];
    if (count == 1) {
      to[0] = heads[slot];
      return 1;
    }
    int at = count > 1 ? heads[slot] : 0;
    int found = 0;
    while (at != 0) {
      to[found++] = chainRows[at];
      at = chainNext[at];
    }
    return found;
  }

  /** Marks a key and answers the rows it had. */
  int[] take(long key, int mark) {
    int[] rows = new int[Math.max(0, count(key))];
    rows(key, rows);
    counts[slot(key)] = mark;
    return rows;
  }

  private int slot(long key) {
    int slot = (int) (key >>> 24) & (keys.length - 1);
    while (counts[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldHeads = heads;
    int[] oldCounts = counts;
    keys = new long[oldKeys.length * 2];
    heads = new int[keys.length];
    counts = new int[keys.length];
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldCounts[old] != 0) {
        int slot = slot(oldKeys[old]);
        keys[slot] = oldKeys[old];
        heads[slot] = oldHeads[old];
        counts[slot] = oldCounts[old];
      }
    }
  }
}
