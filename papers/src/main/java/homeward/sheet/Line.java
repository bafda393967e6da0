package homeward.sheet;

import java.util.List;

/**
 * A row of a sheet.
 *
 * @param row counted as spreadsheets do, from 1
 * @param cells its texts, without the empty ones at its end; a date is YYYY-MM-DD, a number as short as it can be written
 * @param faults cells that are no text: their text is empty
 */
public record Line(int row, List<String> cells, List<Fault> faults) {
  public Line {
    cells = List.copyOf(cells);
    faults = List.copyOf(faults);
  }

  /**
   * A cell that is not read.
   *
   * @param place its column, from 0
   */
  public record Fault(int place, What what) {}

  /** What stands in such a cell. */
  public enum What {
    /** A formula. What it once came to is not believed either: the sheet shows what its last program worked out. */
    FORMULA,
    /** An error, such as a division by zero. */
    ERROR
  }
}
