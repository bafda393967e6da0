package homeward.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/**
 * Fits a network to taught groups, by the slopes of a few groups at a time (Kingma and Ba 2015, "Adam"), in steps that grow
 * smaller to the end. What is left to chance is drawn from a fixed seed: the same groups give the same network, to the digit.
 */
final class NetworkLearner {
  private static final int WIDTH = 64;
  /** How often all groups are gone through. */
  private static final int ROUNDS = 8;
  private static final int AT_ONCE = 8;
  private static final float DROPPED = 0.3f;
  private static final float DROPPED_OF_CONTEXT = 0.2f;
  private static final double STEP = 2e-3;
  private static final double LAST_STEP = 1e-5;
  /** What a large weight of the first layer costs. */
  private static final float PENALTY = 1e-4f;
  private static final double KEPT = 0.9;
  private static final double KEPT_OF_SQUARES = 0.999;
  private static final double TINY = 1e-8;
  private static final int PERCENT = 100;

  private final List<Group.Taught> lessons;
  private final Shape shape;
  private final Draws draws;
  private final float[][] numbers;
  private final float[][] means;
  private final float[][] squares;
  private int steps;

  private NetworkLearner(List<Group.Taught> lessons, Shape shape, long seed) {
    this.lessons = lessons;
    this.shape = shape;
    draws = new Draws(seed);
    numbers = shape.begun(draws);
    means = shape.blank();
    squares = shape.blank();
  }

  /**
   * Learns from groups.
   *
   * @param lessons at least one, with answers to the same questions
   * @param seldom traits of fewer cases, and words of fewer places, than this are left out
   * @param seed what is left to chance is drawn from this
   * @param progress told the percentage that is done
   */
  static Network learn(List<Group.Taught> lessons, int seldom, long seed, IntConsumer progress) {
    if (lessons.isEmpty()) {
      throw new IllegalArgumentException("nothing can be learnt from no lessons");
    }
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, Integer> words = new TreeMap<>();
    TreeSet<String> kinds = new TreeSet<>();
    Map<String, TreeSet<String>> answers = new TreeMap<>();
    for (Group.Taught lesson : lessons) {
      lesson.group().traits().forEach(traits -> traits.forEach(trait -> counts.merge(trait, 1, Integer::sum)));
      lesson.group().text().words().forEach(names -> names.forEach(name -> words.merge(name, 1, Integer::sum)));
      kinds.addAll(lesson.group().ties().keySet());
      lesson.answers().forEach((question, given) -> answers.computeIfAbsent(question, any -> new TreeSet<>()).addAll(given));
    }
    List<Shape.Question> questions = answers.entrySet().stream().map(question -> new Shape.Question(question.getKey(),
        question.getValue().stream().filter(answer -> !answer.isEmpty()).toList())).toList();
    Shape shape = new Shape(often(counts, seldom), often(words, seldom), List.copyOf(kinds), questions, WIDTH);
    NetworkLearner learner = new NetworkLearner(lessons, shape, seed);
    learner.learn(progress);
    return new Network(learner.shape, learner.numbers);
  }

  private static List<String> often(Map<String, Integer> counts, int seldom) {
    return counts.entrySet().stream().filter(count -> count.getValue() >= seldom).map(Map.Entry::getKey).toList();
  }

  private void learn(IntConsumer progress) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < lessons.size(); i++) {
      order.add(i);
    }
    int all = ROUNDS * ((lessons.size() + AT_ONCE - 1) / AT_ONCE);
    for (int round = 0; round < ROUNDS; round++) {
      draws.shuffle(order);
      for (int from = 0; from < order.size(); from += AT_ONCE) {
        List<Group.Taught> few = order.subList(from, Math.min(order.size(), from + AT_ONCE)).stream().map(lessons::get).toList();
        step(slopes(few), STEP * (1 - (double) steps / all) + LAST_STEP);
        if (PERCENT * steps / all > PERCENT * (steps - 1) / all) {
          progress.accept(PERCENT * steps / all);
        }
      }
    }
  }

  private float[][] slopes(List<Group.Taught> few) {
    float[][] slopes = shape.blank();
    int cases = Math.max(1, few.stream().mapToInt(lesson -> lesson.group().size()).sum());
    for (Group.Taught lesson : few) {
      new Pass(shape, numbers, lesson.group(), Optional.of(new Dropping(draws, DROPPED)),
          Optional.of(new Dropping(draws, DROPPED_OF_CONTEXT))).back(
          shape.given(lesson), 1f / cases, slopes);
    }
    for (int i = 0; i < slopes[Shape.FIRST].length; i++) {
      slopes[Shape.FIRST][i] += PENALTY * numbers[Shape.FIRST][i];
    }
    return slopes;
  }

  private void step(float[][] slopes, double length) {
    steps++;
    float mean = (float) (length / (1 - StrictMath.pow(KEPT, steps)));
    float square = (float) (1 / (1 - StrictMath.pow(KEPT_OF_SQUARES, steps)));
    for (int part = 0; part < numbers.length; part++) {
      for (int i = 0; i < numbers[part].length; i++) {
        float slope = slopes[part][i];
        means[part][i] += (float) (1 - KEPT) * (slope - means[part][i]);
        squares[part][i] += (float) (1 - KEPT_OF_SQUARES) * (slope * slope - squares[part][i]);
        numbers[part][i] -= mean * means[part][i] / ((float) Math.sqrt(squares[part][i] * square) + (float) TINY);
      }
    }
  }
}
