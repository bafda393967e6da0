package homeward.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a workbook of one sheet in which every cell is text, row by row, without keeping it in memory. */
public final class SheetWriter implements AutoCloseable {
  private static final int ROWS_KEPT = 500;

  private final Workbook workbook;
  private final Worksheet sheet;
  private int row;

  /** Starts a workbook; the stream stays the caller's. */
  public SheetWriter(OutputStream to, String sheetName) {
    workbook = new Workbook(to, "Homeward", "1.0");
    sheet = workbook.newWorksheet(sheetName);
    sheet.freezePane(0, 1);
  }

  /** Writes the next row; a text is never a formula. */
  public void write(List<String> cells) throws IOException {
    for (int place = 0; place < cells.size(); place++) {
      if (!cells.get(place).isEmpty()) {
        sheet.inlineString(row, place, Escapes.write(cells.get(place)));
      }
    }
    row++;
    if (row % ROWS_KEPT == 0) {
      sheet.flush();
    }
  }

  /** Writes what is still kept and the end of the workbook. */
  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
