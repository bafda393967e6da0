package homeward.matching;

import java.util.Arrays;

/**
 * Which rows have a key: an open table of 64-bit keys. One row of a key lies in the table itself, more lie in chains.
 * A key may be marked as split (its rows lie under longer keys) or as full (too many to tell anything).
 */
final class Postings implements Lookup.Listed {
  private static final double LOAD = .6;

  /** For each slot its key, and beside it, in the same line of the cache, how many rows it has and where they are. */
  private long[] slots = new long[1 << 11];
  private int used;
  private int[] chainRows = new int[1 << 8];
  private int[] chainNext = new int[1 << 8];
  private int chained = 1;

  /** How many rows a key has, {@link Lookup#SPLIT}, {@link Lookup#FULL}, or 0. */
  int count(long key) {
    return count(slot(key));
  }

  private int count(int slot) {
    return (int) (slots[slot + 1] >> 32);
  }

  private int head(int slot) {
    return (int) slots[slot + 1];
  }

  private void set(int slot, int count, int head) {
    slots[slot + 1] = (long) count << 32 | (head & 0xFFFFFFFFL);
  }

  void add(long key, int row) {
    int slot = slot(key);
    int count = count(slot);
    if (count == 0) {
      slots[slot] = key;
      set(slot, 1, row);
      used++;
      if (used > LOAD * (slots.length >> 1)) {
        grow();
      }
      return;
    }
    int head = count == 1 ? chain(head(slot), 0) : head(slot);
    set(slot, count + 1, chain(row, head));
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

  @Override
  public int rows(int key, int depth, long at, int[] to) {
    return rows(at, to);
  }

  private int rows(long key, int[] to) {
    int slot = slot(key);
    int count = count(slot);
    if (count == 1) {
      to[0] = head(slot);
      return 1;
    }
    int at = count > 1 ? head(slot) : 0;
    int found = 0;
    while (at != 0) {
      to[found++] = chainRows[at];
      at = chainNext[at];
    }
    return count < 0 ? count : found;
  }

  /** Nothing: a question comes alone, and its keys are few. */
  @Override
  public void touch(long[][] at, int[] counts) {}

  /** Marks a key and answers the rows it had. */
  int[] take(long key, int mark) {
    int[] rows = new int[Math.max(0, count(key))];
    rows(key, rows);
    set(slot(key), mark, 0);
    return rows;
  }

  private int slot(long key) {
    int slot = place(key);
    while (slots[slot + 1] != 0 && slots[slot] != key) {
      slot = (slot + 2) & (slots.length - 1);
    }
    return slot;
  }

  private int place(long key) {
    return ((int) (key >>> 24) * 2) & (slots.length - 1);
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    for (int from = 0; from < old.length; from += 2) {
      if (old[from + 1] != 0) {
        int slot = slot(old[from]);
        slots[slot] = old[from];
        slots[slot + 1] = old[from + 1];
      }
    }
  }
}
