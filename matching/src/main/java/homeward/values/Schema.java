package homeward.values;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which columns of a table count and what they hold.
 *
 * @param id the name of the column that names a row
 * @param columns at most {@link #MOST_COLUMNS}
 */
public record Schema(String id, List<Column> columns) {
  /** The levels of a pair are packed in one number. */
  public static final int MOST_COLUMNS = 15;

  public Schema {
    columns = List.copyOf(columns);
    if (columns.isEmpty() || columns.size() > MOST_COLUMNS) {
      throw new IllegalArgumentException("a schema has 1 to " + MOST_COLUMNS + " columns, not " + columns.size());
    }
  }

  /** The columns of a file of people. */
  public static Schema people() {
    return new Schema("id", List.of(
        new Column("surname", Kind.SURNAME),
        new Column("given_name", Kind.GIVEN),
        new Column("patronymic", Kind.PATRONYMIC),
        new Column("birth_date", Kind.DATE),
        new Column("sex", Kind.SEX),
        new Column("rank", Kind.RANK),
        new Column("unit", Kind.UNIT),
        new Column("service_number", Kind.IDENTIFIER),
        new Column("birth_place", Kind.PLACE),
        new Column("capture_place", Kind.PLACE),
        new Column("capture_date", Kind.DATE)));
  }

  /** The place of the first column of a kind, or -1. */
  public int first(Kind kind) {
    return IntStream.range(0, columns.size()).filter(i -> columns.get(i).kind() == kind).findFirst().orElse(-1);
  }

  /** The kind of a column by its place. */
  public Kind kind(int column) {
    return columns.get(column).kind();
  }

  /** How many columns count. */
  public int size() {
    return columns.size();
  }
}
