package homeward.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a network is asked about and how wide it is; knows which of its numbers is where. */
final class Shape {
  /**
   * Where the numbers of the first layer are kept, a row for each trait; of its thresholds; of the second layer; of its; a row
   * for each word.
   */
  static final int FIRST = 0;
  static final int FIRST_BIAS = 1;
  static final int SECOND = 2;
  static final int SECOND_BIAS = 3;
  static final int WORDS = 4;
  private static final int QUESTIONS = WORDS + 1 + 2 * Context.LAYERS;
  private static final float SMALL = 0.05f;
  private static final float SMALL_WORD = 0.1f;
  private static final int FAN = 3;
  private static final int NARROWER = 2;

  final List<String> traits;
  final List<String> words;
  final List<String> kinds;
  final List<Question> questions;
  final int width;
  /** How wide the layers of the context are. */
  final int narrow;
  private final Map<String, Integer> traitPlaces;
  private final Map<String, Integer> wordPlaces;

  /** A question, and the answers that there are to it. */
  record Question(String name, List<String> answers) {}

  /**
   * A shape.
   *
   * @param traits the traits that are known
   * @param words what words of a text may be, as far as it is known
   * @param kinds the kinds of ties that are known
   * @param questions the questions that are put
   * @param width of the first and second layer; those of the context are half as wide
   */
  Shape(List<String> traits, List<String> words, List<String> kinds, List<Question> questions, int width) {
    this.traits = List.copyOf(traits);
    this.words = List.copyOf(words);
    this.kinds = List.copyOf(kinds);
    this.questions = List.copyOf(questions);
    this.width = width;
    narrow = width / NARROWER;
    traitPlaces = places(traits);
    wordPlaces = places(words);
  }

  private static Map<String, Integer> places(List<String> names) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      places.put(names.get(i), i);
    }
    return places;
  }

  /** How many numbers are known of a case before the second layer: what is made of its traits, and of the words around it. */
  int seen() {
    return width + narrow;
  }

  /** How many inputs the second layer has: what is known of the case itself, and the mean of it for those it is tied to, for each kind. */
  int joined() {
    return (1 + kinds.size()) * seen();
  }

  /** How many inputs the answers have: what is known of the case, and what the second layer makes of it. */
  int made() {
    return seen() + width;
  }

  /** Where the numbers of a layer of the context are kept, from 1. */
  static int layer(int layer) {
    return WORDS - 1 + 2 * layer;
  }

  /** Where its thresholds are kept. */
  static int bias(int layer) {
    return layer(layer) + 1;
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
        new float[traits.size() * width], new float[width], new float[joined() * width], new float[width],
        new float[words.size() * narrow]));
    for (int layer = 1; layer <= Context.LAYERS; layer++) {
      numbers.add(new float[Context.SEEN * narrow * narrow]);
      numbers.add(new float[narrow]);
    }
    for (int question = 0; question < questions.size(); question++) {
      numbers.add(new float[made() * answers(question)]);
      numbers.add(new float[answers(question)]);
    }
    return numbers.toArray(new float[0][]);
  }

  /** The numbers to begin learning with: small, and different enough for each unit to find a work of its own. */
  float[][] begun(Draws draws) {
    float[][] numbers = blank();
    fill(numbers[FIRST], SMALL, draws);
    fill(numbers[SECOND], (float) (1 / Math.sqrt(FAN * (double) seen())), draws);
    fill(numbers[WORDS], SMALL_WORD, draws);
    for (int layer = 1; layer <= Context.LAYERS; layer++) {
      fill(numbers[layer(layer)], (float) (1 / Math.sqrt(Context.SEEN * (double) narrow)), draws);
    }
    for (int question = 0; question < questions.size(); question++) {
      fill(numbers[at(question)], (float) (1 / Math.sqrt(made())), draws);
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
    return known(group.traits(), traitPlaces);
  }

  /** For each word of a text the places of what it is known to be. */
  int[][] words(Group.Text text) {
    return known(text.words(), wordPlaces);
  }

  private static int[][] known(List<List<String>> names, Map<String, Integer> places) {
    return names.stream()
        .map(all -> all.stream().distinct().mapToInt(name -> places.getOrDefault(name, -1)).filter(place -> place >= 0).toArray())
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
