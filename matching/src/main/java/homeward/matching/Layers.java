package homeward.matching;

import homeward.values.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All held rows under all their keys, sorted once: for a run over two tables. It lists the same rows as {@link Candidates},
 * to which rows can be added one by one.
 */
final class Layers implements Lookup.Listed {
  private final Rows held;
  private final List<Key> keys;
  private final Layer[][] layers;
  /** Is told what was touched once in a very long time, so that no compiler leaves the touching out. */
  private final AtomicLong touched = new AtomicLong();

  /** Sorts nothing yet: {@link #sort} does, key by key, each on whichever thread. */
  Layers(Rows held, List<Key> keys) {
    this.held = held;
    this.keys = keys;
    this.layers = new Layer[keys.size()][];
  }

  /** Sorts the rows under one key. */
  void sort(int at) {
    Key key = keys.get(at);
    List<Layer> sorted = new ArrayList<>();
    Told told = new Told(key, held);
    Layer.Source source = told;
    long expected = told.size;
    while (true) {
      Spilled spilled = new Spilled();
      int depth = sorted.size();
      boolean deepest = depth == key.further().size();
      sorted.add(new Layer(source, expected, held.size(), deepest ? Lookup.LAST_CAP : Lookup.CAP,
          deepest ? Lookup.FULL : Lookup.SPLIT, deepest ? (one, row) -> {} : spilled));
      if (spilled.size == 0) {
        break;
      }
      source = sink -> spilled.longer(key, depth, held, sink);
      expected = spilled.size;
    }
    layers[at] = sorted.toArray(Layer[]::new);
  }

  @Override
  public int rows(int key, int depth, long at, int[] to) {
    return layers[key][depth].rows(at, to);
  }

  @Override
  public void touch(long[][] at, int[] counts) {
    long sum = 0;
    for (int key = 0; key < counts.length; key++) {
      sum += layers[key][0].touchBuckets(at[key], counts[key]);
    }
    for (int key = 0; key < counts.length; key++) {
      sum += layers[key][0].touchEntries(at[key], counts[key]);
    }
    if (sum == Long.MIN_VALUE) {
      touched.set(sum);
    }
  }

  /** The keys of all rows, kept while they are sorted: to read them again costs less than to make them again. */
  private static final class Told implements Layer.Source {
    private static final int BLOCK = 1 << 16;

    private final byte[] counts;
    private final List<long[]> blocks = new ArrayList<>();
    private long[] last = new long[0];
    private long size;

    Told(Key key, Rows held) {
      this.counts = new byte[held.size()];
      long[] own = new long[Key.MOST_NEAR * 2];
      for (int row = 0; row < counts.length; row++) {
        int count = key.of(held, row, own);
        counts[row] = (byte) count;
        for (int form = 0; form < count; form++) {
          add(own[form]);
        }
      }
    }

    private void add(long key) {
      int at = (int) (size++ % BLOCK);
      if (at == 0) {
        last = new long[BLOCK];
        blocks.add(last);
      }
      last[at] = key;
    }

    @Override
    public void each(Layer.Sink sink) {
      int row = 0;
      int left = counts.length == 0 ? 0 : counts[0];
      long to = size;
      for (long[] block : blocks) {
        for (int at = 0; at < Math.min(BLOCK, to); at++) {
          while (left == 0) {
            left = counts[++row];
          }
          sink.take(block[at], row);
          left--;
        }
        to -= BLOCK;
      }
    }
  }

  /** Keys and rows that go a layer deeper. */
  private static final class Spilled implements Layer.Sink {
    private long[] keys = new long[1 << 6];
    private int[] rows = new int[1 << 6];
    private int size;

    @Override
    public void take(long key, int row) {
      if (size == rows.length) {
        int length = size + (size >> 1);
        keys = Arrays.copyOf(keys, length);
        rows = Arrays.copyOf(rows, length);
      }
      keys[size] = key;
      rows[size++] = row;
    }

    void longer(Key key, int depth, Rows held, Layer.Sink sink) {
      for (int at = 0; at < size; at++) {
        for (long longer : key.longer(keys[at], depth, held, rows[at])) {
          sink.take(longer, rows[at]);
        }
      }
    }
  }
}
