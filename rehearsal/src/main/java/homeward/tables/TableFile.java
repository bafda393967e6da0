package homeward.tables;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import homeward.tables.TableFile.Reading.Reason;
import homeward.values.Column;
import homeward.values.Rows;
import homeward.values.Schema;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Reads a table: CSV by RFC 4180 in strict UTF-8, whose first row names the columns, in any order. Columns that the schema
 * does not name are left out and told; missing ones are told too. Cells are read as they come, so that a file larger than
 * memory is no trouble.
 */
public final class TableFile {
  private static final int LONGEST_FIELD = 16 * 1024 * 1024;
  private static final String SAVE_AS = "save it as \"CSV UTF-8 (comma delimited)\" from the program it came from";

  private final Path file;
  private final Rows rows;
  private final BiConsumer<String, List<String>> witness;
  private final List<String> notices = new ArrayList<>();
  private final int[] said;
  private final int[] understood;
  private long row = 1;

  private TableFile(Path file, Rows rows, BiConsumer<String, List<String>> witness) {
    this.file = file;
    this.rows = rows;
    this.witness = witness;
    this.said = new int[rows.lexicon().schema().size()];
    this.understood = new int[said.length];
  }

  /**
   * Reads a file into rows that are empty.
   *
   * @param witness sees each row as it passes: its id, and its cells in the schema's order
   */
  public static Reading read(Path file, Rows rows, BiConsumer<String, List<String>> witness) {
    return new TableFile(file, rows, witness).read();
  }

  private Reading read() {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      if (isUtf16(bytes)) {
        return refuse(Reason.NOT_UTF_8, "it is in UTF-16: " + SAVE_AS);
      }
      Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT));
      try (CsvReader<CsvRecord> csv = CsvReader.builder().skipEmptyLines(true)
          .extraFieldStrategy(FieldMismatchStrategy.STRICT).missingFieldStrategy(FieldMismatchStrategy.STRICT).allowUnclosedQuote(false)
          .maxBufferSize(LONGEST_FIELD).ofCsvRecord(text)) {
        return read(csv.iterator());
      }
    } catch (CharacterCodingException notUtf8) {
      return refuse(Reason.NOT_UTF_8, "behind row " + row + " it has bytes that are not UTF-8, perhaps Windows-1251: " + SAVE_AS);
    } catch (IOException unreadable) {
      return refuse(Reason.NOT_READABLE, "it cannot be opened: check that it exists and may be read");
    }
  }

  private static boolean isUtf16(InputStream bytes) throws IOException {
    bytes.mark(4);
    int first = bytes.read();
    int second = bytes.read();
    int third = bytes.read();
    bytes.reset();
    if (first == 0xEF && second == 0xBB && third == 0xBF) {
      bytes.skipNBytes(3);
    }
    return (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF) || (first == 0 || second == 0);
  }

  private Reading read(Iterator<CsvRecord> records) throws IOException {
    try {
      return records.hasNext() ? withHeader(records) : refuse(Reason.EMPTY, "it is empty: its first row names the columns");
    } catch (CsvParseException broken) {
      if (broken.getCause() instanceof CharacterCodingException notUtf8) {
        throw notUtf8;
      }
      return refuse(Reason.BROKEN_CSV, "behind row " + row + ": " + broken.getMessage() + ". Look for a quotation mark that does"
          + " not close, or a comma inside a cell without quotation marks");
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private Reading withHeader(Iterator<CsvRecord> records) {
    Schema schema = rows.lexicon().schema();
    List<String> header = records.next().getFields().stream().map(String::strip).toList();
    Set<String> once = new HashSet<>();
    for (String name : header) {
      if (!once.add(name)) {
        return refuse(Reason.COLUMNS, "the column \"" + name + "\" stands twice in its header: rename or remove one");
      }
    }
    int id = header.indexOf(schema.id());
    int[] places = schema.columns().stream().mapToInt(column -> header.indexOf(column.name())).toArray();
    boolean none = Arrays.stream(places).allMatch(place -> place < 0);
    if (id < 0 || none) {
      boolean separator = header.size() == 1 && (header.getFirst().contains(";") || header.getFirst().contains("\t"));
      return refuse(Reason.COLUMNS, separator ? "its cells are parted by semicolons or tabs: " + SAVE_AS
          : id < 0 ? "its header has no column \"" + schema.id() + "\": it needs " + schema.id() + " and any of " + names(schema)
          : "its header has none of the columns " + names(schema) + ": name them so, or bring a schema with --schema");
    }
    tellColumns(schema, header, places);
    return rows(records, id, places);
  }

  private static String names(Schema schema) {
    return String.join(", ", schema.columns().stream().map(Column::name).toList());
  }

  private void tellColumns(Schema schema, List<String> header, int[] places) {
    List<String> known = new ArrayList<>(schema.columns().stream().map(Column::name).toList());
    known.add(schema.id());
    List<String> unknown = header.stream().filter(name -> !known.contains(name)).toList();
    if (!unknown.isEmpty()) {
      notices.add("left out, since the schema does not name them: " + String.join(", ", unknown));
    }
    List<String> missing = new ArrayList<>();
    for (int column = 0; column < places.length; column++) {
      if (places[column] < 0) {
        missing.add(schema.columns().get(column).name());
      }
    }
    if (!missing.isEmpty()) {
      notices.add("not in the file: " + String.join(", ", missing));
    }
  }

  private Reading rows(Iterator<CsvRecord> records, int id, int[] places) {
    String[] cells = new String[places.length];
    while (records.hasNext()) {
      CsvRecord record = records.next();
      row++;
      String name = record.getField(id).strip();
      if (name.isEmpty()) {
        return refuse(Reason.ID, "row " + row + " has no id: give every row one of its own");
      }
      for (int column = 0; column < places.length; column++) {
        cells[column] = places[column] < 0 ? "" : record.getField(places[column]);
      }
      List<String> asList = Arrays.asList(cells);
      int before = rows.size();
      int at = rows.put(name, asList);
      if (rows.size() == before) {
        return refuse(Reason.ID, "row " + row + " has an id that row " + (at + 2) + " has already: give every row one of its own");
      }
      witness.accept(name, asList);
      count(at, cells);
    }
    tellGaps();
    return new Reading.Read(rows.size(), notices);
  }

  private void count(int at, String[] cells) {
    for (int column = 0; column < cells.length; column++) {
      boolean known = rows.code(at, column) != 0;
      understood[column] += known ? 1 : 0;
      said[column] += known || !cells[column].isBlank() ? 1 : 0;
    }
  }

  private void tellGaps() {
    for (int column = 0; column < said.length; column++) {
      int lost = said[column] - understood[column];
      if (lost > 0) {
        notices.add(rows.lexicon().schema().columns().get(column).name() + ": " + lost + " of " + said[column]
            + " values say nothing that can be used and count as missing");
      }
    }
  }

  private Reading refuse(Reason reason, String cure) {
    return new Reading.Refused(reason, file.getFileName() + ": " + cure);
  }

  /** What came of reading a table. */
  public sealed interface Reading {
    /**
     * It was read into the rows that were given.
     *
     * @param rows how many
     * @param notices sentences for whoever brought the file: columns left out or missing, values that say nothing
     */
    record Read(int rows, List<String> notices) implements Reading {
      public Read {
        notices = List.copyOf(notices);
      }
    }

    /**
     * It was not.
     *
     * @param reason which kind of mistake
     * @param cure a sentence: where it is and how to mend it
     */
    record Refused(Reason reason, String cure) implements Reading {}

    /** The kinds of mistake; programs match these, never the sentence. */
    enum Reason {
      /** There is no such file, or it cannot be opened. */
      NOT_READABLE,
      /** Bytes that are not UTF-8. */
      NOT_UTF_8,
      /** No header. */
      EMPTY,
      /** The header lacks the id, has none of the columns, or has one twice. */
      COLUMNS,
      /** Quotes that do not close, rows of another length, a field without end. */
      BROKEN_CSV,
      /** A row without an id, or with one that an earlier row has. */
      ID
    }
  }
}
