package homeward.recognition;

import homeward.register.Column;
import homeward.register.Person;
import homeward.values.Schema;
import java.util.List;
import java.util.Map;

/** A person as the engine compares people: the cells of {@link Schema#people}, in its order. */
public final class Cells {
  /** The columns that are compared. */
  public static final List<Column> COLUMNS =
      Schema.people().columns().stream().map(column -> Column.of(column.name()).orElseThrow()).toList();

  private Cells() {}

  /** Of somebody on a list. */
  public static List<String> of(Person person) {
    return COLUMNS.stream().map(column -> column.text(person)).toList();
  }

  /** Of somebody's file; what it does not have is empty. */
  public static List<String> of(Map<Column, String> texts) {
    return COLUMNS.stream().map(column -> texts.getOrDefault(column, "")).toList();
  }
}
