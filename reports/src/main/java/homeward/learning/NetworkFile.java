package homeward.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A network as lines of text: {@code width N}, {@code ties KIND …}, a line {@code question NAME: ANSWER …} for each
 * question, then for each trait, each row of the first and second layer (named by {@code -}), each word, and each row of the other
 * parts, its numbers in hundredths.
 */
final class NetworkFile {
  private static final String WIDTH = "width ";
  private static final String TIES = "ties";
  private static final String QUESTION = "question ";
  private static final String ROW = "-";
  private static final float SCALE = 100;

  private NetworkFile() {}

  /** The network as lines. */
  static List<String> lines(Network network) {
    Shape shape = network.shape();
    List<String> lines = new ArrayList<>(List.of(WIDTH + shape.width, (TIES + ' ' + String.join(" ", shape.kinds)).strip()));
    shape.questions.forEach(question -> lines.add(QUESTION + question.name() + ": " + String.join(" ", question.answers())));
    for (int part = 0; part < network.numbers().length; part++) {
      float[] numbers = network.numbers()[part];
      int columns = columns(shape, part);
      for (int row = 0; row * columns < numbers.length; row++) {
        StringBuilder line = new StringBuilder(
            part == Shape.FIRST ? shape.traits.get(row) : part == Shape.WORDS ? shape.words.get(row) : ROW);
        for (int column = 0; column < columns; column++) {
          line.append(' ').append(Math.round(numbers[row * columns + column] * SCALE));
        }
        lines.add(line.toString());
      }
    }
    return lines;
  }

  private static int columns(Shape shape, int part) {
    return part < Shape.WORDS ? shape.width : part < Shape.at(0) ? shape.narrow : shape.answers((part - Shape.at(0)) / 2);
  }

  /** The network of such lines. */
  static Network read(List<String> lines) {
    int width = Integer.parseInt(lines.get(0).substring(WIDTH.length()));
    List<String> kinds = Arrays.stream(lines.get(1).substring(TIES.length()).strip().split(" ", -1))
        .filter(kind -> !kind.isEmpty()).toList();
    List<Shape.Question> questions = new ArrayList<>();
    int at = 2;
    for (; lines.get(at).startsWith(QUESTION); at++) {
      String head = lines.get(at).substring(QUESTION.length());
      questions.add(new Shape.Question(
          head.substring(0, head.indexOf(':')), Arrays.asList(head.substring(head.indexOf(':') + 2).split(" ", -1))));
    }
    List<String[]> rows = lines.subList(at, lines.size()).stream().map(line -> line.split(" ", -1)).toList();
    List<String> traits = rows.stream().map(row -> row[0]).takeWhile(name -> !name.equals(ROW)).toList();
    List<String> words = rows.stream().skip(traits.size()).map(row -> row[0]).filter(name -> !name.equals(ROW)).toList();
    Shape shape = new Shape(traits, words, kinds, questions, width);
    float[][] numbers = shape.blank();
    int row = 0;
    for (int part = 0; part < numbers.length; part++) {
      int columns = columns(shape, part);
      for (int from = 0; from < numbers[part].length; from += columns) {
        for (int column = 0; column < columns; column++) {
          numbers[part][from + column] = Integer.parseInt(rows.get(row)[column + 1]) / SCALE;
        }
        row++;
      }
    }
    return new Network(shape, numbers);
  }
}
