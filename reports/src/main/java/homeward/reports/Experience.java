package homeward.reports;

import homeward.learning.Weights;
import homeward.learning.WeightsFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What marked reports have taught: weights for what a number measures, what kind of people it counts and whose, at first
 * sight and once more when all numbers of the report have been seen.
 *
 * @param first weights for a number by itself
 * @param second weights for a number beside what was thought of the others
 * @param course weights for words that may say how far the exchange has come
 */
record Experience(Look first, Optional<Look> second, Optional<Weights> course) {
  private static final String COURSE = "course";
  private static final String FILE = "weights-en.txt";

  /**
   * Weights for the three questions.
   *
   * @param what what a number measures, or that it is no claim
   * @param who what kind of people it counts
   * @param whose on what basis they are counted
   */
  record Look(Weights what, Weights who, Weights whose) {
    private static final List<String> QUESTIONS = List.of("what", "who", "whose");

    private Map<String, Weights> tables(String name) {
      Map<String, Weights> tables = new LinkedHashMap<>();
      tables.put(name + '-' + QUESTIONS.get(0), what);
      tables.put(name + '-' + QUESTIONS.get(1), who);
      tables.put(name + '-' + QUESTIONS.get(2), whose);
      return tables;
    }

    private static Look of(Map<String, Weights> tables, String name) {
      return new Look(table(tables, name, 0), table(tables, name, 1), table(tables, name, 2));
    }

    private static Weights table(Map<String, Weights> tables, String name, int question) {
      Weights table = tables.get(name + '-' + QUESTIONS.get(question));
      if (table == null) {
        throw new IllegalStateException("the weights lack the table " + name + '-' + QUESTIONS.get(question));
      }
      return table;
    }
  }

  /** The experience that comes with the program, for reports in English. */
  static Experience english() {
    try (InputStream file = Experience.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("the resource " + FILE + " is missing from this program");
      }
      return of(new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static Experience of(List<String> lines) {
    Map<String, Weights> tables = WeightsFile.read(lines);
    return new Experience(Look.of(tables, "first"), Optional.of(Look.of(tables, "second")), Optional.ofNullable(tables.get(COURSE)));
  }

  /** The weights as lines of a file. */
  List<String> lines() {
    Map<String, Weights> tables = new LinkedHashMap<>(first.tables("first"));
    second.ifPresent(look -> tables.putAll(look.tables("second")));
    course.ifPresent(weights -> tables.put(COURSE, weights));
    return WeightsFile.lines(tables);
  }
}
