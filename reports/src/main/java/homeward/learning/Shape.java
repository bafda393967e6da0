package homeward.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a network is asked about and how wide it is; knows which of its numbers is where. */
final class Shape {
  /** Where the numbers of the first layer are kept, a row for each trait; of its thresholds; of the second layer; of its. */
  static final int FIRST = 0;
  static final int FIRST_BIAS = 1;
  static final int SECOND = 2;
  static final int SECOND_BIAS = 3;
  private static final int QUESTIONS = 4;
  private static final float SMALL = 0.05f;
  private static final int FAN = 3;

  final List<String> traits;
  final List<String> kinds;
  final List<Question> questions;
  final int width;
  private final Map<String, Integer> places = new HashMap<>();

  /** A question, and the answers that there are to it. */
  record Question(String name, List<String> answers) {}

  /**
   * A shape.
   *
   * @param traits the traits that are known
   * @param kinds the kinds of ties that are known
   * @param questions the questions that are put
   * @param width of each of the two layers
   */
  Shape(List<String> traits, List<String> kinds, List<Question> questions, int width) {
    this.traits = List.copyOf(traits);
    this.kinds = List.copyOf(kinds);
    this.questions = List.copyOf(questions);
    this.width = width;
    for (int i = 0; i < traits.size(); i++) {
      places.put(traits.get(i), i);
    }
  }

  /** How many inputs the second layer has: the first of the case itself and the mean of the first of those it is tied to, for each kind. */
  int joined() {
    return (1 + kinds.size()) * width;
  }

  /** Where the numbers of a question are kept; those of its thresholds follow. */
  static int at(int question) {
    return QUESTIONS + 2 * question;
  }

  int answers(int question) {
    return questions.get(question).answers().size();
  }

  /** The numbers of a network that knows nothing, all 0. */
  float[][] blank() {
    List<float[]> numbers = new ArrayList<>(List.of(
        new float[traits.size() * width], new float[width], new float[joined() * width], new float[width]));
    for (int question = 0; question < questions.size(); question++) {
      numbers.add(new float[2 * width * answers(question)]);
      numbers.add(new float[answers(question)]);
    }
    return numbers.toArray(new float[0][]);
  }

  /** The numbers to begin learning with: small, and different enough for each unit to find a work of its own. */
  float[][] begun(Draws draws) {
    float[][] numbers = blank();
    fill(numbers[FIRST], SMALL, draws);
    fill(numbers[SECOND], (float) (1 / Math.sqrt(FAN * (double) width)), draws);
    for (int question = 0; question < questions.size(); question++) {
      fill(numbers[at(question)], (float) (1 / Math.sqrt(2 * (double) width)), draws);
    }
    return numbers;
  }

  private static void fill(float[] numbers, float spread, Draws draws) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) draws.normal() * spread;
    }
  }

  /** The places of the traits of each case that are known. */
  int[][] known(Group group) {
    return group.traits().stream()
        .map(all -> all.stream().distinct().mapToInt(trait -> places.getOrDefault(trait, -1)).filter(place -> place >= 0).toArray())
        .toArray(int[][]::new);
  }

  /** For each kind of tie and each case the cases it is tied to. */
  int[][][] ties(Group group) {
    return kinds.stream().map(kind -> {
      List<List<Integer>> tied = group.ties().getOrDefault(kind, List.of());
      int[][] rows = new int[group.size()][0];
      for (int i = 0; i < tied.size(); i++) {
        rows[i] = tied.get(i).stream().mapToInt(Integer::intValue).toArray();
      }
      return rows;
    }).toArray(int[][][]::new);
  }

  /** For each question and each case the place of the given answer; -1 where the question does not arise. */
  int[][] given(Group.Taught lesson) {
    return questions.stream().map(question -> lesson.given(question.name()).stream()
        .mapToInt(question.answers()::indexOf).toArray()).toArray(int[][]::new);
  }
}
