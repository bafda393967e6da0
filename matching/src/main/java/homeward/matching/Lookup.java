package homeward.matching;

import homeward.values.Rows;
import java.util.Arrays;
import java.util.List;

/** Whoever looks for candidates; one for each thread. */
final class Lookup {
  /** A key has so many rows at most that it is made longer. */
  static final int CAP = 12;
  /** After the last detail: so many rows may be alike in all of it. */
  static final int LAST_CAP = 160;
  /** Its rows lie under longer keys. */
  static final int SPLIT = -1;
  /** So many have it, after the last detail, that it tells nothing. */
  static final int FULL = -2;

  private final List<Key> keys;
  private final Listed listed;
  private final int[] rows = new int[LAST_CAP + 1];
  private final long[][] own;
  private final int[] forms;
  private int[] found = new int[1 << 10];
  private int[] places = new int[1 << 10];
  /** Which are found: a table of rows, each one more than it is, so that 0 is nobody. */
  private int[] seen = new int[1 << 11];
  private int count;

  /** Where held rows lie under their keys. */
  interface Listed {
    /**
     * The rows of a key.
     *
     * @param key its place among the keys
     * @param depth by how many further details it was made longer
     * @return how many were written to {@code to}, or {@link Lookup#SPLIT}, or {@link Lookup#FULL}
     */
    int rows(int key, int depth, long at, int[] to);

    /**
     * Hears which keys will be asked, so that they can be brought from memory all at once: none then waits for another.
     *
     * @param counts how many of each row of keys
     */
    void touch(long[][] at, int[] counts);
  }

  Lookup(List<Key> keys, Listed listed) {
    this.keys = keys;
    this.listed = listed;
    this.own = new long[keys.size()][Key.MOST_NEAR * 2];
    this.forms = new int[keys.size()];
  }

  /** Looks for the candidates of a row and answers how many there are; {@link #row} has them in no order. */
  int look(Rows sought, int row) {
    begin();
    for (int key = 0; key < forms.length; key++) {
      forms[key] = keys.get(key).of(sought, row, own[key]);
    }
    listed.touch(own, forms);
    for (int key = 0; key < forms.length; key++) {
      look(key, sought, row);
    }
    return count;
  }

  /** The same by one key alone. */
  int look(Rows sought, int row, int key) {
    begin();
    forms[key] = keys.get(key).of(sought, row, own[key]);
    look(key, sought, row);
    return count;
  }

  private void begin() {
    for (int at = 0; at < count; at++) {
      seen[places[at]] = 0;
    }
    count = 0;
  }

  private void look(int key, Rows sought, int row) {
    for (int form = 0; form < forms[key]; form++) {
      look(key, own[key][form], 0, sought, row);
    }
  }

  private void look(int key, long at, int depth, Rows sought, int row) {
    int listedRows = listed.rows(key, depth, at, rows);
    if (listedRows == SPLIT) {
      boolean lacks = false;
      for (long longer : keys.get(key).longer(at, depth, sought, row)) {
        look(key, longer, depth + 1, sought, row);
        lacks |= longer == Key.lacking(at);
      }
      if (!lacks) {
        look(key, Key.lacking(at), depth + 1, sought, row);
      }
      return;
    }
    for (int i = 0; i < listedRows; i++) {
      add(rows[i]);
    }
  }

  private void add(int row) {
    int slot = slot(row);
    if (seen[slot] != 0) {
      return;
    }
    seen[slot] = row + 1;
    if (count == found.length) {
      found = Arrays.copyOf(found, count * 2);
      places = Arrays.copyOf(places, count * 2);
    }
    places[count] = slot;
    found[count++] = row;
    if (count * 2 > seen.length) {
      seen = new int[seen.length * 2];
      for (int at = 0; at < count; at++) {
        places[at] = slot(found[at]);
        seen[places[at]] = found[at] + 1;
      }
    }
  }

  private int slot(int row) {
    int slot = ((row * 0x9E3779B9) >>> 8) & (seen.length - 1);
    while (seen[slot] != 0 && seen[slot] != row + 1) {
      slot = (slot + 1) & (seen.length - 1);
    }
    return slot;
  }

  /** The rows that were found; there may be others of before behind them. */
  int[] rows() {
    return found;
  }

  int row(int at) {
    return found[at];
  }
}
