package homeward.story;

import java.util.ArrayList;
import java.util.List;

/**
 * Something to be told: a mark and words, with rows of a table beneath where there are some.
 *
 * @param rows told under it, in fixed columns
 */
record Line(Mark mark, String words, List<String> rows) {
  /** What catches the eye without any colour. */
  enum Mark {
    PLAIN(" "),
    /** Something stops or does not fit. */
    TROUBLE("!"),
    /** It is mended, or adds up. */
    GOOD("✓"),
    /** Somebody asked for something that the rules do not allow. */
    REFUSED("✗"),
    /** It stands in no log. */
    BESIDE("·");

    private final String sign;

    Mark(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }
  }

  /** The widest a line may be, in characters. */
  static final int WIDTH = 100;

  private static final int INDENT = 10;
  private static final int ROW_INDENT = INDENT + 2;
  private static final int LABEL = 20;

  static Line plain(String words) {
    return new Line(Mark.PLAIN, words, List.of());
  }

  static Line trouble(String words) {
    return new Line(Mark.TROUBLE, words, List.of());
  }

  static Line good(String words) {
    return new Line(Mark.GOOD, words, List.of());
  }

  static Line refused(String words) {
    return new Line(Mark.REFUSED, words, List.of());
  }

  static Line beside(String words) {
    return new Line(Mark.BESIDE, words, List.of());
  }

  Line over(List<String> beneath) {
    return new Line(mark, words, List.copyOf(beneath));
  }

  /** As it stands on a page, with the hour before it, folded to the width. */
  List<String> printed(String hour) {
    List<String> printed = new ArrayList<>();
    List<String> folded = folded(words, WIDTH - INDENT);
    printed.add("  %-5s %s %s".formatted(hour, mark.sign(), folded.getFirst()).stripTrailing());
    folded.subList(1, folded.size()).forEach(more -> printed.add(" ".repeat(INDENT) + more));
    rows.forEach(row -> printed.add(" ".repeat(ROW_INDENT) + row));
    return printed;
  }

  /** A row with a label before it; what does not fit stands below, in the same column. */
  static List<String> row(String label, String words) {
    List<String> folded = folded(words, WIDTH - ROW_INDENT - LABEL);
    List<String> rows = new ArrayList<>();
    rows.add(("%-" + (LABEL - 1) + "s ").formatted(label) + folded.getFirst());
    folded.subList(1, folded.size()).forEach(more -> rows.add(" ".repeat(LABEL) + more));
    return rows;
  }

  /** Folds at spaces; a word longer than the width stands alone. */
  static List<String> folded(String words, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
