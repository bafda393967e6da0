package homeward.register;

import homeward.register.Reading.Kind;
import homeward.sheet.Guard;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The first row of a file: which column stands where.
 *
 * @param names as the file writes them, for messages
 * @param places where each known column stands
 * @param marks where the register's own columns stand, code and version
 * @param notices what was left out
 */
record Header(List<String> names, Map<Column, Integer> places, Map<String, Integer> marks, List<String> notices) {

  static Header read(int row, List<String> cells, PeopleFile.Kind kind, Problems problems) {
    List<String> names = cells.stream().map(Words::strip).toList();
    Header header = new Header(names, new EnumMap<>(Column.class), new HashMap<>(), new ArrayList<>());
    if (names.size() == 1 && (names.getFirst().contains(";") || names.getFirst().contains("\t"))) {
      problems.add(Kind.WRONG_SEPARATOR, row, "",
          "the columns are parted by semicolons or tabs: save the file with commas between the columns");
      return header;
    }
    for (int place = 0; place < names.size(); place++) {
      if (!header.place(place)) {
        problems.add(Kind.COLUMN_TWICE, row, names.get(place), "the column stands twice in the header: delete or rename one");
      }
    }
    header.nameMissing(row, kind, problems);
    return header;
  }

  /** False when the column has a place already. */
  private boolean place(int place) {
    String name = names.get(place).toLowerCase(Locale.ROOT);
    if (name.equals(Listing.CODE) || name.equals(Listing.VERSION)) {
      return marks.putIfAbsent(name, place) == null;
    }
    Column column = Column.of(name).orElse(null);
    if (column != null) {
      return places.putIfAbsent(column, place) == null;
    }
    notices.add(name.isEmpty()
        ? "column " + (place + 1) + " has no name and was left out"
        : "column " + Words.quoted(names.get(place)) + " is not known and was left out");
    return true;
  }

  private void nameMissing(int row, PeopleFile.Kind kind, Problems problems) {
    for (Column column : Column.values()) {
      if (column.isRequired(kind) && !places.containsKey(column)) {
        problems.add(Kind.COLUMN_MISSING, row, column.header(),
            "the header has no column " + column.header() + ": add it (its cells"
                + (column == Column.ID ? " hold an id of its own for each person)" : " may be empty)"));
      }
    }
  }

  /** The cell of a column in a row; empty when the file has no such column. */
  String cell(List<String> cells, Column column) {
    Integer place = places.get(column);
    return place == null ? "" : Guard.take(cells.get(place));
  }

  /** The cell of one of the register's own columns. */
  String mark(List<String> cells, String mark) {
    Integer place = marks.get(mark);
    return place == null ? "" : Words.strip(cells.get(place));
  }
}
