package homeward.values;

import java.util.Arrays;
import java.util.List;

/** The rows of one table: an id and one code a column each. */
public final class Rows {
  private final Lexicon lexicon;
  private final int width;
  private int[] codes;
  private final Strings ids = new Strings();
  private final int[] read;

  public Rows(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.width = lexicon.schema().size();
    this.codes = new int[width << 7];
    this.read = new int[width];
  }

  /** The values of its columns. */
  public Lexicon lexicon() {
    return lexicon;
  }

  /** How many rows there are. */
  public int size() {
    return ids.size();
  }

  /** The row of an id, or -1. */
  public int row(String id) {
    return ids.find(id) - 1;
  }

  /** The code in a column of a row. */
  public int code(int row, int column) {
    return codes[row * width + column];
  }

  /** The codes in a column of many rows. */
  public void codes(int column, int[] rows, int count, int[] to) {
    for (int at = 0; at < count; at++) {
      to[at] = codes[rows[at] * width + column];
    }
  }

  /** The id of a row. */
  public String id(int row) {
    return ids.get(row + 1);
  }

  /** Adds a row and answers its place; a row of an id that is there already is put in its place. */
  public int put(String id, List<String> cells) {
    lexicon.read(cells, read);
    int row = ids.intern(id) - 1;
    if ((row + 1) * width > codes.length) {
      codes = Arrays.copyOf(codes, (row + 1 + (row >> 1)) * width);
    }
    System.arraycopy(read, 0, codes, row * width, width);
    return row;
  }

  /** Takes back the last row. */
  public void removeLast() {
    ids.forget(ids.size() - 1);
  }

  /** Empties a row: its id stays, nothing is known of it any more. */
  public void clear(int row) {
    Arrays.fill(codes, row * width, (row + 1) * width, 0);
  }

  /** Whether nothing is known of a row. */
  public boolean isEmpty(int row) {
    for (int column = 0; column < width; column++) {
      if (codes[row * width + column] != 0) {
        return false;
      }
    }
    return true;
  }
}
