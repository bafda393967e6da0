package homeward.matching;

import java.util.Arrays;

/** Pairs that may be one person, in arrays that grow: sought row, held row, odds as log2. */
final class Edges {
  private int[] sought = new int[1 << 6];
  private int[] held = new int[1 << 6];
  private double[] odds = new double[1 << 6];
  private int size;

  void add(int soughtRow, int heldRow, double bits) {
    if (size == sought.length) {
      int length = size * 2;
      sought = Arrays.copyOf(sought, length);
      held = Arrays.copyOf(held, length);
      odds = Arrays.copyOf(odds, length);
    }
    sought[size] = soughtRow;
    held[size] = heldRow;
    odds[size++] = bits;
  }

  void addAll(Edges more) {
    for (int edge = 0; edge < more.size; edge++) {
      add(more.sought[edge], more.held[edge], more.odds[edge]);
    }
  }

  /** Of one sought row, whose held rows are all others: the same with the place of each pair instead of its held row. */
  Edges numbered() {
    Edges numbered = new Edges();
    for (int edge = 0; edge < size; edge++) {
      numbered.add(sought[edge], edge, odds[edge]);
    }
    return numbered;
  }

  int size() {
    return size;
  }

  int sought(int edge) {
    return sought[edge];
  }

  int held(int edge) {
    return held[edge];
  }

  double odds(int edge) {
    return odds[edge];
  }
}
