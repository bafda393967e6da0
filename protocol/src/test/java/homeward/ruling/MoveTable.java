package homeward.ruling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hand-written table moves.table, read: its legend of answers and its cells. */
final class MoveTable {
  private static final Pattern MEANING = Pattern.compile("\\b([A-Z]{2}) ([A-Z][A-Za-z]+)");

  private MoveTable() {}

  /** One answer of the table. */
  record Cell(String move, String who, String situation, String answer) {
    @Override
    public String toString() {
      return move + " by " + who + " in " + situation;
    }
  }

  /** The abbreviations of the head, with the refusals they stand for. */
  static Map<String, String> legend() {
    Map<String, String> legend = new HashMap<>(Map.of("+", "+"));
    lines("moves.table").stream().filter(line -> line.startsWith("#   ")).forEach(line -> {
      Matcher meaning = MEANING.matcher(line);
      while (meaning.find()) {
        legend.put(meaning.group(1), meaning.group(2));
      }
    });
    return legend;
  }

  /** Every cell, its answer spelt out. */
  static List<Cell> cells() {
    Map<String, String> legend = legend();
    List<Cell> cells = new ArrayList<>();
    for (String line : lines("moves.table")) {
      if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("==")) {
        cells.addAll(row(line, legend));
      }
    }
    return cells;
  }

  private static List<Cell> row(String line, Map<String, String> legend) {
    List<String> halves = List.of(line.split("\\|", -1));
    List<String> names = List.of(halves.get(0).strip().split(" +", -1));
    List<String> answers = List.of(halves.get(1).strip().split(" +", -1));
    if (names.size() != 2 || answers.size() != Situations.CODES.size()) {
      throw new IllegalStateException("not a row of the table: " + line);
    }
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      String answer =
          Objects.requireNonNull(legend.get(answers.get(i)), () -> "an answer the legend does not have: " + line);
      cells.add(new Cell(names.get(0), names.get(1), Situations.CODES.get(i), answer));
    }
    return cells;
  }

  private static List<String> lines(String resource) {
    try (InputStream in = Objects.requireNonNull(MoveTable.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
