package homeward.sheet;

import homeward.sheet.Sheet.Line;
import homeward.sheet.Sheet.Line.Fault;
import homeward.sheet.Sheet.Line.What;
import homeward.sheet.Sheet.Opening.Opened;
import homeward.sheet.Sheet.Opening.Unfit;
import homeward.sheet.Sheet.Opening.Why;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of a workbook, row by row. */
public final class Sheet implements Iterator<Line>, AutoCloseable {
  /** What came of opening a workbook. */
  public sealed interface Opening {
    /** It can be read; whoever opened it closes it. */
    record Opened(Sheet sheet) implements Opening {}

    /**
     * It cannot be read, and nothing of it was.
     *
     * @param part the part of the workbook that is meant, or empty
     */
    record Unfit(Why why, String part) implements Opening {}

    /** Why a workbook cannot be read. */
    enum Why {
      /** No workbook in the XLSX form, or a damaged one. */
      DAMAGED,
      /** An older workbook (XLS), or one with a password. */
      OLD_OR_LOCKED,
      /** Unpacked it would be larger than what is read. */
      GROWS_TOO_LARGE,
      /** It declares a document type, by which a file can reach for other files. */
      REACHES_OUTSIDE,
      /** It has cells beyond the last column that is read. */
      TOO_WIDE
    }
  }

  /**
   * A row of a sheet.
   *
   * @param row counted as spreadsheets do, from 1
   * @param cells its texts, without the empty ones at its end; a date is YYYY-MM-DD, a number as short as it can be written
   * @param faults cells that are no text: their text is empty
   */
  public record Line(int row, List<String> cells, List<Fault> faults) {
    public Line {
      cells = List.copyOf(cells);
      faults = List.copyOf(faults);
    }

    /**
     * A cell that is not read.
     *
     * @param place its column, from 0
     */
    public record Fault(int place, What what) {}

    /** What stands in such a cell. */
    public enum What {
      /** A formula. What it once came to is not believed either: the sheet shows what its last program worked out. */
      FORMULA,
      /** An error, such as a division by zero. */
      ERROR
    }
  }

  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final int others;

  private Sheet(ReadableWorkbook workbook) throws IOException {
    this.workbook = workbook;
    this.stream = workbook.getFirstSheet().openStream();
    this.rows = stream.iterator();
    this.others = (int) workbook.getSheets().count() - 1;
  }

  /** Whether these bytes want to be a workbook of any age, rather than a text. */
  public static boolean isWorkbook(byte[] bytes) {
    return startsWith(bytes, 'P', 'K', 3, 4) || isOldOrLocked(bytes);
  }

  private static boolean isOldOrLocked(byte[] bytes) {
    return startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0);
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  /** Looks the workbook through and opens its first sheet. */
  @SuppressWarnings("resource") // closed with the sheet
  public static Opening open(byte[] bytes) {
    if (isOldOrLocked(bytes)) {
      return new Unfit(Why.OLD_OR_LOCKED, "");
    }
    Optional<Unfit> unfit = Parts.look(bytes);
    if (unfit.isPresent()) {
      return unfit.get();
    }
    try {
      return new Opened(new Sheet(new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true))));
    } catch (IOException | RuntimeException damaged) { // the reader answers a part that is missing in many ways
      return new Unfit(Why.DAMAGED, "");
    }
  }

  /** How many further sheets the workbook has, which are not read. */
  public int others() {
    return others;
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  /**
   * The next row that the sheet has; rows with nothing in them may be left out.
   *
   * @throws ExcelReaderException when the sheet is damaged further down
   */
  @Override
  public Line next() {
    Row row = rows.next();
    List<String> cells = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (int place = 0; place < row.getCellCount(); place++) {
      int at = place;
      Optional<Cell> cell = row.getOptionalCell(place);
      cell.flatMap(Sheet::fault).ifPresent(what -> faults.add(new Fault(at, what)));
      cells.add(cell.map(Sheet::text).orElse(""));
    }
    int width = cells.size();
    int lastFault = faults.isEmpty() ? -1 : faults.getLast().place();
    while (width > 0 && width - 1 > lastFault && cells.get(width - 1).isEmpty()) {
      width--;
    }
    return new Line(row.getRowNum(), cells.subList(0, width), faults);
  }

  private static Optional<What> fault(Cell cell) {
    return switch (cell.getType()) {
      case FORMULA -> Optional.of(What.FORMULA);
      case ERROR -> Optional.of(What.ERROR);
      case NUMBER, STRING, BOOLEAN, EMPTY -> Optional.empty();
    };
  }

  private static String text(Cell cell) {
    return switch (cell.getType()) {
      case FORMULA, ERROR, EMPTY -> "";
      case STRING -> Escapes.undo(Objects.requireNonNullElse(cell.asString(), ""));
      case BOOLEAN -> cell.asBoolean() ? "TRUE" : "FALSE";
      case NUMBER -> isDate(cell) ? date(cell) : cell.asNumber().stripTrailingZeros().toPlainString();
    };
  }

  /** A number is a date when it is shown with a year or a day; words in quotes and colours do not count. */
  private static boolean isDate(Cell cell) {
    String format = cell.getDataFormatString();
    if (cell.getType() != CellType.NUMBER || format == null) {
      return false;
    }
    return format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").matches("(?i).*[yd].*");
  }

  private static String date(Cell cell) {
    LocalDateTime date = cell.asDate();
    return date.toLocalTime().equals(LocalTime.MIDNIGHT) ? date.toLocalDate().toString() : date.toString();
  }

  @Override
  public void close() {
    stream.close();
    try {
      workbook.close();
    } catch (IOException nothingIsWritten) {
      throw new ExcelReaderException(nothingIsWritten);
    }
  }
}
