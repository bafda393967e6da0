package homeward.matching;

import java.util.Arrays;

/** Rows and their patterns, in arrays that grow. */
final class Growing {
  private int[] rows = new int[1 << 10];
  private long[] patterns = new long[1 << 10];
  private int size;

  void add(int row, long pattern) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, size * 2);
      patterns = Arrays.copyOf(patterns, size * 2);
    }
    rows[size] = row;
    patterns[size++] = pattern;
  }

  int size() {
    return size;
  }

  int[] rows() {
    return Arrays.copyOf(rows, size);
  }

  long[] patterns() {
    return Arrays.copyOf(patterns, size);
  }
}
