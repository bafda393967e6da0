package homeward.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tables of weights as lines of text. A line {@code question NAME: ANSWER ANSWER …} begins a table; each line after it is
 * a trait and its weights in hundredths, one for each answer.
 */
public final class WeightsFile {
  private static final String QUESTION = "question ";

  private WeightsFile() {}

  /** The tables as lines, traits in the order of the alphabet. */
  public static List<String> lines(Map<String, Weights> tables) {
    List<String> lines = new ArrayList<>();
    tables.forEach((name, weights) -> {
      lines.add(QUESTION + name + ": " + String.join(" ", weights.answers()));
      new TreeMap<>(weights.traits()).forEach((trait, column) -> {
        StringBuilder line = new StringBuilder(trait);
        for (short weight : column) {
          line.append(' ').append(weight);
        }
        lines.add(line.toString());
      });
    });
    return lines;
  }

  /** The tables of such lines, by the names of their questions. Empty lines and those that begin with "# " say nothing. */
  public static Map<String, Weights> read(List<String> lines) {
    Map<String, List<String>> parts = new LinkedHashMap<>();
    List<String> part = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(QUESTION)) {
        part = new ArrayList<>();
        parts.put(line.substring(QUESTION.length()), part);
      } else if (!line.isBlank() && !line.startsWith("# ")) {
        part.add(line);
      }
    }
    Map<String, Weights> tables = new LinkedHashMap<>();
    parts.forEach((head, rows) -> tables.put(head.substring(0, head.indexOf(':')),
        new Weights(Arrays.asList(head.substring(head.indexOf(':') + 2).split(" ", -1)), rows(rows))));
    return tables;
  }

  private static Map<String, short[]> rows(List<String> lines) {
    Map<String, short[]> traits = new HashMap<>();
    for (String line : lines) {
      String[] cells = line.split(" ", -1);
      short[] column = new short[cells.length - 1];
      for (int i = 0; i < column.length; i++) {
        column[i] = Short.parseShort(cells[i + 1]);
      }
      traits.put(cells[0], column);
    }
    return traits;
  }
}
