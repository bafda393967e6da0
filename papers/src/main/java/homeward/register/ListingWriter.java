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
import java.util.EnumSet;
import java.util.List;

/**
 * Writes a file that a register can take in again: its own columns, code and version, and those columns of a person that
 * are to be seen, row by row. Formulas are guarded in both forms, so that a workbook saved as CSV stays harmless.
 */
public final class ListingWriter implements AutoCloseable {
  /** The forms in which a file is written. */
  public enum Form { CSV, XLSX }

  private interface Lines extends AutoCloseable {
    void write(List<String> cells) throws IOException;

    @Override
    void close() throws IOException;
  }

  private final EnumSet<Column> columns;
  private final Lines lines;

  private ListingWriter(EnumSet<Column> columns, Lines lines) throws IOException {
    this.columns = columns;
    this.lines = lines;
    List<String> names = new ArrayList<>(List.of(Listing.CODE, Listing.VERSION));
    columns.forEach(column -> names.add(column.header()));
    lines.write(names);
  }

  /** Starts a file with its header; closing ends the file and leaves the stream open. */
  public static ListingWriter start(Form form, Collection<Column> columns, OutputStream to) throws IOException {
    return new ListingWriter(EnumSet.copyOf(columns), switch (form) {
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
