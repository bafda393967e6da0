package homeward.register;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import homeward.sheet.Sheet;
import homeward.sheet.Sheet.Line;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** Rows of cells in file order, whatever kind of file they come from. */
sealed interface Table {
  boolean hasNext();

  /** The next row; CSV counts rows with nothing in them, a workbook may leave them out. */
  Line next();

  /** A row made as wide as the header. A text keeps its width: what is missing there was cut off. */
  List<String> fitted(List<String> cells, int width);

  /** What to do about a row that is wider than the header. */
  String cureOfExtraCells();

  /** A text. */
  final class Csv implements Table {
    // The reader gives up on a cell larger than this, which bounds what an unclosed quotation mark can swallow.
    private static final int BUFFER = 1 << 16;

    private final Iterator<CsvRecord> records;
    private int row;

    Csv(byte[] bytes) {
      int start = Encoding.markLength(bytes);
      records = CsvReader.builder()
          .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
          .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
          .allowUnclosedQuote(false)
          .skipEmptyLines(false)
          .maxBufferSize(BUFFER)
          .ofCsvRecord(new InputStreamReader(
              new ByteArrayInputStream(bytes, start, bytes.length - start), StandardCharsets.UTF_8))
          .iterator();
    }

    @Override
    public boolean hasNext() {
      return records.hasNext();
    }

    @Override
    public Line next() {
      return new Line(++row, records.next().getFields(), List.of());
    }

    @Override
    public List<String> fitted(List<String> cells, int width) {
      return cells;
    }

    @Override
    public String cureOfExtraCells() {
      return "put cells that contain a comma in quotation marks";
    }
  }

  /** A workbook's first sheet. */
  record OfSheet(Sheet sheet) implements Table {
    @Override
    public boolean hasNext() {
      return sheet.hasNext();
    }

    @Override
    public Line next() {
      return sheet.next();
    }

    @Override
    public List<String> fitted(List<String> cells, int width) {
      if (cells.size() >= width) {
        return cells;
      }
      List<String> fitted = new ArrayList<>(cells);
      fitted.addAll(Collections.nCopies(width - cells.size(), ""));
      return fitted;
    }

    @Override
    public String cureOfExtraCells() {
      return "give the columns further right a name, or empty their cells";
    }
  }
}
