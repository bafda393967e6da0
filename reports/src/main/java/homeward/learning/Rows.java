package homeward.learning;

import java.util.Arrays;

/**
 * Rows of a table of numbers, all as long: gathered with what each is to be multiplied by, and added together four at a
 * time, as a processor is fastest; or added one to another.
 */
final class Rows {
  private static final int AT_ONCE = 4;

  private final int width;
  private int[] rows = new int[64];
  private float[] times = new float[64];
  private int count;

  /** Rows of so many numbers. */
  Rows(int width) {
    this.width = width;
  }

  /** Gathers a row, by where it begins in the table. */
  void gather(int row, float by) {
    if (count == rows.length) {
      rows = Arrays.copyOf(rows, 2 * count);
      times = Arrays.copyOf(times, 2 * count);
    }
    rows[count] = row;
    times[count] = by;
    count++;
  }

  /** Adds what was gathered to sums, and forgets it. */
  void addTo(float[] sums, float[] table) {
    int at = 0;
    for (; at + AT_ONCE <= count; at += AT_ONCE) {
      four(sums, table, at);
    }
    for (; at < count; at++) {
      float by = times[at];
      int row = rows[at];
      for (int i = 0; i < width; i++) {
        sums[i] += by * table[row + i];
      }
    }
    count = 0;
  }

  /** Adds a row to another, times something. */
  void add(float[] to, int toAt, float[] from, int fromAt, float by) {
    for (int i = 0; i < width; i++) {
      to[toAt + i] += from[fromAt + i] * by;
    }
  }

  private void four(float[] sums, float[] table, int at) {
    int one = rows[at];
    int two = rows[at + 1];
    int three = rows[at + 2];
    int four = rows[at + 3];
    float a = times[at];
    float b = times[at + 1];
    float c = times[at + 2];
    float d = times[at + 3];
    for (int i = 0; i < width; i++) {
      sums[i] += (a * table[one + i] + b * table[two + i]) + (c * table[three + i] + d * table[four + i]);
    }
  }
}
