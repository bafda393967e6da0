package homeward.comparison;

import java.util.ArrayList;
import java.util.List;

/** Cuts CSV into lines of cells: commas between, double quotes around a cell that holds one, doubled inside it. */
final class Cells {
  private final String csv;
  private final List<List<String>> lines = new ArrayList<>();
  private List<String> line = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private boolean quoted;

  private Cells(String csv) {
    this.csv = csv;
  }

  static List<List<String>> of(String csv) {
    Cells cells = new Cells(csv.startsWith("\ufeff") ? csv.substring(1) : csv);
    for (int at = 0; at < cells.csv.length(); at++) {
      at += cells.take(at);
    }
    if (!cells.line.isEmpty() || !cells.cell.isEmpty()) {
      cells.endLine();
    }
    return cells.lines;
  }

  /** Takes a letter and says how many more it took. */
  private int take(int at) {
    char here = csv.charAt(at);
    boolean doubled = quoted && here == '"' && at + 1 < csv.length() && csv.charAt(at + 1) == '"';
    if (doubled) {
      cell.append('"');
    } else if (here == '"') {
      quoted = !quoted;
    } else if (quoted || (here != ',' && here != '\n' && here != '\r')) {
      cell.append(here);
    } else if (here == ',') {
      endCell();
    } else if (here == '\n') {
      endLine();
    }
    return doubled ? 1 : 0;
  }

  private void endCell() {
    line.add(cell.toString());
    cell.setLength(0);
  }

  private void endLine() {
    endCell();
    if (line.size() > 1 || !line.getFirst().isBlank()) {
      lines.add(line);
    }
    line = new ArrayList<>();
  }
}
