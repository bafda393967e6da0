package homeward.matching;

import java.util.Arrays;

/**
 * The rows of one key at one depth, sorted: a number each, whose upper part is what the bucket does not say of the key and
 * whose lower part is the row. A fifth of the memory that a table takes to which rows may still be added.
 */
final class Layer {
  private static final int MOST_BUCKET_BITS = 26;

  private final int bucketBits;
  private final int mark;
  private final long rest;
  private final long nobody;
  private long[] entries;
  private final int[] starts;

  /** Whoever has keys of rows to tell, the same ones each time. */
  interface Source {
    void each(Sink sink);
  }

  /** Hears keys and rows. */
  interface Sink {
    void take(long key, int row);
  }

  /**
   * Sorts.
   *
   * @param expected about how many there are
   * @param rows how many rows there are at most
   * @param cap so many rows of a key stay; the key of more gets a mark instead
   * @param mark {@link Lookup#SPLIT} or {@link Lookup#FULL}
   * @param spilled hears the rows of keys that got the mark
   */
  Layer(Source source, long expected, int rows, int cap, int mark, Sink spilled) {
    int rowBits = 33 - Integer.numberOfLeadingZeros(Math.max(1, rows));
    int wanted = 62 - Long.numberOfLeadingZeros(Math.max(1, expected) >>> 1);
    this.bucketBits = Math.max(Math.max(1, rowBits - Key.UNUSED_BITS), Math.min(MOST_BUCKET_BITS, wanted));
    this.mark = mark;
    this.rest = -1L << (Key.UNUSED_BITS + bucketBits);
    this.nobody = ~rest;
    this.starts = new int[(1 << bucketBits) + 1];
    source.each((key, row) -> starts[bucket(key) + 1]++);
    for (int bucket = 1; bucket < starts.length; bucket++) {
      starts[bucket] += starts[bucket - 1];
    }
    this.entries = new long[starts[starts.length - 1]];
    place(source);
    thin(cap, spilled);
  }

  private int bucket(long key) {
    return (int) (key >>> (Long.SIZE - bucketBits));
  }

  /** Each start moves to the end of its bucket, which is the start of the next; then all are moved back by one. */
  private void place(Source source) {
    source.each((key, row) -> entries[starts[bucket(key)]++] = key << bucketBits | row);
    System.arraycopy(starts, 0, starts, 1, starts.length - 1);
    starts[0] = 0;
  }

  private void thin(int cap, Sink spilled) {
    int kept = 0;
    int from = 0;
    for (int bucket = 0; bucket < starts.length - 1; bucket++) {
      int to = starts[bucket + 1];
      Arrays.sort(entries, from, to);
      starts[bucket] = kept;
      kept = thin(bucket, from, to, kept, cap, spilled);
      from = to;
    }
    starts[starts.length - 1] = kept;
    entries = kept < entries.length || kept == 0 ? Arrays.copyOf(entries, Math.max(1, kept)) : entries;
  }

  private int thin(int bucket, int from, int to, int first, int cap, Sink spilled) {
    int kept = first;
    int start = from;
    for (int at = from + 1; at <= to; at++) {
      if (at == to || ((entries[at] ^ entries[start]) & rest) != 0) {
        if (at - start > cap) {
          spill(bucket, start, at, spilled);
          entries[kept++] = (entries[start] & rest) | nobody;
        } else {
          System.arraycopy(entries, start, entries, kept, at - start);
          kept += at - start;
        }
        start = at;
      }
    }
    return kept;
  }

  private void spill(int bucket, int from, int to, Sink spilled) {
    for (int at = from; at < to; at++) {
      long key = (long) bucket << (Long.SIZE - bucketBits) | (entries[at] & rest) >>> bucketBits;
      spilled.take(key, (int) (entries[at] & nobody));
    }
  }

  /** See {@link Lookup.Listed#rows}. */
  int rows(long key, int[] to) {
    long head = key << bucketBits;
    int bucket = bucket(key);
    int end = starts[bucket + 1];
    int found = 0;
    for (int at = starts[bucket]; at < end; at++) {
      if ((entries[at] & rest) == head) {
        to[found++] = (int) (entries[at] & nobody);
      } else if (found > 0) {
        break;
      }
    }
    return found == 1 && to[0] == (int) nobody ? mark : found;
  }

  /** Reads where keys lie; see {@link Lookup.Listed#touch}. */
  long touchBuckets(long[] keys, int count) {
    long sum = 0;
    for (int at = 0; at < count; at++) {
      sum += starts[bucket(keys[at])];
    }
    return sum;
  }

  /** Reads the first row of each bucket. */
  long touchEntries(long[] keys, int count) {
    long sum = 0;
    for (int at = 0; at < count; at++) {
      sum += entries[Math.min(entries.length - 1, starts[bucket(keys[at])])];
    }
    return sum;
  }
}
