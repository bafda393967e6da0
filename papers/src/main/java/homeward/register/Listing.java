package homeward.register;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import homeward.sheet.Guard;
import homeward.sheet.SheetWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
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

  /** The forms in which a file is written. */
  public enum Form { CSV, XLSX }

  /**
   * Writes a file that a register can take in again: its own columns, code and version, and those columns of a person that
   * are to be seen, row by row. Formulas are guarded in both forms, so that a workbook saved as CSV stays harmless.
   */
  public static final class Writer implements AutoCloseable {
    private interface Lines extends AutoCloseable {
      void write(List<String> cells) throws IOException;

      @Override
      void close() throws IOException;
    }

    private final EnumSet<Column> columns;
    private final Lines lines;

    private Writer(EnumSet<Column> columns, Lines lines) throws IOException {
      this.columns = columns;
      this.lines = lines;
      List<String> names = new ArrayList<>(List.of(Listing.CODE, Listing.VERSION));
      columns.forEach(column -> names.add(column.header()));
      lines.write(names);
    }

    /** Starts a file with its header; closing ends the file and leaves the stream open. */
    public static Writer start(Form form, Collection<Column> columns, OutputStream to) throws IOException {
      return new Writer(EnumSet.copyOf(columns), switch (form) {
        case CSV -> csv(to);
        case XLSX -> sheet(new SheetWriter(to, "people"));
      });
    }

    @SuppressWarnings("resource") // closing would close the caller's stream
    private static Lines csv(OutputStream to) {
      CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(new OutputStreamWriter(to, StandardCharsets.UTF_8));
      return new Lines() {
        @Override
        public void write(List<String> cells) {
          csv.writeRecord(cells);
        }

        @Override
        public void close() throws IOException {
          csv.flush();
        }
      };
    }

    private static Lines sheet(SheetWriter sheet) {
      return new Lines() {
        @Override
        public void write(List<String> cells) throws IOException {
          sheet.write(cells);
        }

        @Override
        public void close() throws IOException {
          sheet.close();
        }
      };
    }

    /** Writes one person; what they have in columns that are not to be seen is left out. */
    public void write(Listing listing) throws IOException {
      List<String> cells = new ArrayList<>(List.of(listing.code(), Long.toString(listing.version())));
      columns.forEach(column -> cells.add(Guard.put(listing.cells().getOrDefault(column, ""))));
      lines.write(cells);
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
