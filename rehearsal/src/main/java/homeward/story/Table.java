package homeward.story;

import java.util.ArrayList;
import java.util.List;

/** Rows of numbers with a label before them, a column for each side. */
final class Table {
  private static final int LONGEST_HEAD = 17;

  private final List<String> rows = new ArrayList<>();

  /** A headline of the whole, and what each column is called. */
  Table(String title, List<String> heads) {
    rows.add(title);
    row("", heads.stream().map(Table::head).toList());
  }

  private static String head(String name) {
    return name.length() <= LONGEST_HEAD ? name : name.substring(0, LONGEST_HEAD - 1) + "…";
  }

  /** A row; a cell may carry a mark of two characters, which stands beside the column. */
  void row(String label, List<String> cells) {
    StringBuilder row = new StringBuilder("  %-52s".formatted(label));
    for (String cell : cells) {
      String figure = cell.replaceAll("[^\\p{Alnum},. …-]+$", "");
      row.append("%18s%-2s".formatted(figure, cell.substring(figure.length())));
    }
    rows.add(row.toString().stripTrailing());
  }

  /** A line between rows; empty to part them. */
  void line(String words) {
    rows.addAll(Line.folded(words, Line.WIDTH));
  }

  List<String> rows() {
    return List.copyOf(rows);
  }
}
