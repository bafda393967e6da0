package homeward.register;

import java.util.EnumMap;
import java.util.Map;

/**
 * One row of a file as a register takes it in and gives it out.
 *
 * @param row counted as a spreadsheet counts; 0 for one that is to be written
 * @param code the register's own code of the person, or empty; files that a register wrote have it
 * @param version which version of the person's file the row was written from, 0 when it does not say
 * @param cells the texts in the form in which they are kept, empty ones left out
 */
public record Listing(int row, String code, long version, Map<Column, String> cells) {
  /** The column with a person's code, before all others in a file that a register wrote. */
  public static final String CODE = "code";

  /** The column with the version of the person's file. */
  public static final String VERSION = "version";

  public Listing {
    cells = Map.copyOf(cells);
  }

  /** What a file says of a person, without what it leaves empty. */
  public static Map<Column, String> cells(Person person) {
    Map<Column, String> cells = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      String text = column.text(person);
      if (!text.isEmpty()) {
        cells.put(column, text);
      }
    }
    return cells;
  }
}
