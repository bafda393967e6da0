package homeward.register;

import de.siegmar.fastcsv.reader.CsvParseException;
import homeward.register.Reading.Kind;
import homeward.sheet.Sheet.Line;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the rows of a table one after the other and hands on the people in them; used once. */
final class Rows {
  static final int LONGEST_FIELD = 10_000;
  private static final int MOST_PEOPLE = 1_000_000;

  private static final Map<Kind, String> CELL_CURES = Map.of(
      Kind.QUOTE_NOT_CLOSED, "a quotation mark opens the cell and none closes it: close it, or delete it",
      Kind.TEXT_AFTER_QUOTE, "text follows the closing quotation mark of the cell: a quotation mark inside a cell is"
          + " written twice, and one that was never closed may stand here or in a row before",
      Kind.FIELD_TOO_LONG, "the cell has more than 10,000 characters: shorten it, and look for a quotation mark that is"
          + " not closed",
      Kind.FORMULA, "the cell holds a formula, and what it comes to is not believed: copy the column and paste it as values",
      Kind.ERROR_CELL, "the cell holds an error such as a division by zero: write the text itself, or empty the cell");

  private final PeopleFile.Kind kind;
  private final Problems problems;
  private final PeopleFile.Taking taking;
  private final Map<String, Integer> rowOfId = new HashMap<>();
  private List<String> columns = List.of();
  private int row;
  private int blank;
  private int people;
  private int withoutCategory;

  Rows(PeopleFile.Kind kind, Problems problems, PeopleFile.Taking taking) {
    this.kind = kind;
    this.problems = problems;
    this.taking = taking;
  }

  Reading readCsv(byte[] bytes) {
    try {
      return read(new Table.Csv(bytes));
    } catch (CsvParseException unreadable) {
      int start = Encoding.markLength(bytes);
      nameTheCell(new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8));
      return problems.refused();
    }
  }

  /** Reads all of it; the people of what comes back are left out, they were handed on. */
  Reading read(Table table) {
    Header header = header(table);
    if (header != null && !problems.any()) {
      readPeople(table, header);
    }
    return header == null || problems.any() ? problems.refused() : new Reading.Read(List.of(), notices(header));
  }

  private @Nullable Header header(Table table) {
    while (table.hasNext()) {
      Line line = table.next();
      row = line.row();
      if (!isBlank(line)) {
        Header header = Header.read(row, line.cells(), kind, problems);
        columns = header.names();
        return header;
      }
    }
    problems.add(Kind.EMPTY_FILE, 0, "", "the file is empty: its first row has to name the columns, id,surname,…");
    return null;
  }

  private void readPeople(Table table, Header header) {
    Row reader = new Row(header, kind, problems);
    while (table.hasNext()) {
      Line line = table.next();
      row = line.row();
      List<String> cells = table.fitted(line.cells(), header.names().size());
      if (isBlank(line)) {
        blank++;
      } else if (people == MOST_PEOPLE) {
        problems.add(Kind.TOO_MANY_ROWS, row, "", "the file has more than 1,000,000 people: part it in several");
        return;
      } else if (isWhole(line, cells, header, table)) {
        hand(reader, cells);
      }
    }
  }

  private void hand(Row reader, List<String> cells) {
    Person person = reader.person(row, cells);
    checkId(person.id());
    people++;
    withoutCategory += person.category().isEmpty() ? 1 : 0;
    if (!problems.any()) {
      taking.take(reader.listing(person), person);
    }
  }

  private static boolean isBlank(Line line) {
    return line.faults().isEmpty() && line.cells().stream().allMatch(cell -> Words.strip(cell).isEmpty());
  }

  private boolean isWhole(Line line, List<String> cells, Header header, Table table) {
    int width = header.names().size();
    line.faults().stream().filter(fault -> fault.place() < width).forEach(fault -> addCellProblem(
        switch (fault.what()) {
          case FORMULA -> Kind.FORMULA;
          case ERROR -> Kind.ERROR_CELL;
        }, row, header.names().get(fault.place())));
    if (cells.size() != width) {
      boolean few = cells.size() < width;
      problems.add(few ? Kind.TOO_FEW_FIELDS : Kind.TOO_MANY_FIELDS, row, "",
          "the row has " + cells.size() + " cells and the header " + width + ": "
              + (few ? "add what was cut off" : table.cureOfExtraCells()) + ", or delete the row");
      return false;
    }
    for (int place = 0; place < width; place++) {
      if (cells.get(place).length() > LONGEST_FIELD) {
        addCellProblem(Kind.FIELD_TOO_LONG, row, header.names().get(place));
      }
    }
    return true;
  }

  private void checkId(String id) {
    if (id.isEmpty()) {
      problems.add(Kind.ID_MISSING, row, Column.ID.header(), "the row has no id: give the person one of their own");
      return;
    }
    Integer earlier = rowOfId.putIfAbsent(id, row);
    if (earlier != null) {
      problems.add(Kind.ID_TWICE, row, Column.ID.header(), "id " + Words.quoted(id) + " stands in rows " + earlier
          + " and " + row + ": give each person an id of their own, or delete the row that repeats the other");
    }
  }

  private void nameTheCell(String text) {
    Quotes.Fault fault = Quotes.find(text, LONGEST_FIELD, row);
    addCellProblem(fault.kind(), fault.row(),
        fault.column() <= columns.size() ? columns.get(fault.column() - 1) : "");
  }

  private void addCellProblem(Kind kindOfProblem, int rowOfCell, String column) {
    problems.add(kindOfProblem, rowOfCell, column, CELL_CURES.getOrDefault(kindOfProblem, ""));
  }

  private List<String> notices(Header header) {
    List<String> notices = new ArrayList<>(header.notices());
    if (blank > 0) {
      notices.add(blank + " empty rows were left out");
    }
    if (withoutCategory > 0 && kind == PeopleFile.Kind.HELD) {
      notices.add(withoutCategory + " people have no category");
    }
    return notices;
  }
}
