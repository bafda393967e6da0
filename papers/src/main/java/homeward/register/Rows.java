package homeward.register;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import homeward.register.Reading.Kind;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parts a text that is UTF-8 into rows and checks each; used once. */
final class Rows {
  private static final int LONGEST_FIELD = 10_000;
  private static final int MOST_PEOPLE = 1_000_000;
  // The reader gives up on a cell larger than this, which bounds what an unclosed quotation mark can swallow.
  private static final int BUFFER = 1 << 16;

  private static final Map<Kind, String> CELL_CURES = Map.of(
      Kind.QUOTE_NOT_CLOSED, "a quotation mark opens the cell and none closes it: close it, or delete it",
      Kind.TEXT_AFTER_QUOTE, "text follows the closing quotation mark of the cell: a quotation mark inside a cell is"
          + " written twice, and one that was never closed may stand here or in a row before",
      Kind.FIELD_TOO_LONG, "the cell has more than 10,000 characters: shorten it, and look for a quotation mark that is"
          + " not closed");

  private final PeopleFile.Kind kind;
  private final Problems problems;
  private final List<Person> people = new ArrayList<>();
  private final Map<String, Integer> rowOfId = new HashMap<>();
  private List<String> columns = List.of();
  private int row;
  private int blank;

  Rows(PeopleFile.Kind kind, Problems problems) {
    this.kind = kind;
    this.problems = problems;
  }

  Reading read(byte[] bytes) {
    int start = Encoding.markLength(bytes);
    Header header = null;
    try {
      Iterator<CsvRecord> records = records(bytes, start);
      header = header(records);
      if (header != null && !problems.any()) {
        readPeople(records, header);
      }
    } catch (CsvParseException unreadable) {
      nameTheCell(new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8));
    }
    return header == null || problems.any() ? problems.refused() : new Reading.Read(people, notices(header));
  }

  private static Iterator<CsvRecord> records(byte[] bytes, int start) {
    return CsvReader.builder()
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .skipEmptyLines(false)
        .maxBufferSize(BUFFER)
        .ofCsvRecord(new InputStreamReader(
            new ByteArrayInputStream(bytes, start, bytes.length - start), StandardCharsets.UTF_8))
        .iterator();
  }

  private @Nullable Header header(Iterator<CsvRecord> records) {
    while (records.hasNext()) {
      List<String> cells = records.next().getFields();
      row++;
      if (!isBlank(cells)) {
        Header header = Header.read(row, cells, kind, problems);
        columns = header.names();
        return header;
      }
    }
    problems.add(Kind.EMPTY_FILE, 0, "", "the file is empty: its first row has to name the columns, id,surname,…");
    return null;
  }

  private void readPeople(Iterator<CsvRecord> records, Header header) {
    Row reader = new Row(header, kind, problems);
    while (records.hasNext()) {
      List<String> cells = records.next().getFields();
      row++;
      if (isBlank(cells)) {
        blank++;
      } else if (people.size() == MOST_PEOPLE) {
        problems.add(Kind.TOO_MANY_ROWS, row, "", "the file has more than 1,000,000 people: part it in several");
        return;
      } else if (isWhole(cells, header)) {
        Person person = reader.person(row, cells);
        checkId(person.id());
        people.add(person);
      }
    }
  }

  private static boolean isBlank(List<String> cells) {
    return cells.stream().allMatch(cell -> Words.strip(cell).isEmpty());
  }

  private boolean isWhole(List<String> cells, Header header) {
    int width = header.names().size();
    if (cells.size() != width) {
      boolean few = cells.size() < width;
      problems.add(few ? Kind.TOO_FEW_FIELDS : Kind.TOO_MANY_FIELDS, row, "",
          "the row has " + cells.size() + " cells and the header " + width + ": "
              + (few ? "add what was cut off" : "put cells that contain a comma in quotation marks")
              + ", or delete the row");
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
    long without = people.stream().filter(person -> person.category().isEmpty()).count();
    if (without > 0 && kind == PeopleFile.Kind.HELD) {
      notices.add(without + " people have no category");
    }
    return notices;
  }
}
