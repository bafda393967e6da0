package homeward.evidence;

import java.util.Arrays;

/** The candidates of some sought rows, with their levels: what a model is learnt from. */
public final class Sample {
  private int[] starts = new int[1 << 6];
  private int[] rows = new int[1 << 10];
  private long[] patterns = new long[1 << 10];
  private final Comparing comparing;
  private int lastRow;
  private int sought;
  private int size;

  Sample(Comparing comparing) {
    this.comparing = comparing;
  }

  /** What is added from here on belongs to this sought row. */
  public void of(int soughtRow) {
    lastRow = soughtRow;
    if (sought + 1 >= starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 2);
    }
    starts[sought++] = size;
    starts[sought] = size;
  }

  /** A candidate of the last sought row. */
  public void add(int heldRow) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, size * 2);
      patterns = Arrays.copyOf(patterns, size * 2);
    }
    rows[size] = heldRow;
    patterns[size++] = comparing.pattern(lastRow, heldRow);
    starts[sought] = size;
  }

  int soughtRows() {
    return sought;
  }

  int start(int soughtRow) {
    return starts[soughtRow];
  }

  int row(int at) {
    return rows[at];
  }

  long pattern(int at) {
    return patterns[at];
  }
}
