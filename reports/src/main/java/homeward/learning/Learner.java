package homeward.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Fits weights to lessons. */
final class Learner {
  private static final int ROUNDS = 200;
  /** A trait that speaks less than this for any answer, in hundredths, is left out of the table. */
  private static final int SLIGHT = 6;

  private final List<String> answers;
  private final List<String> traits;
  private final int[][] cases;
  private final int[] given;
  private final double penalty;

  private Learner(List<Lesson> lessons, double penalty, int seldom) {
    this.answers = List.copyOf(new TreeSet<>(lessons.stream().map(Lesson::answer).toList()));
    this.traits = known(lessons, seldom);
    this.penalty = penalty;
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < traits.size(); i++) {
      places.put(traits.get(i), i);
    }
    this.cases = new int[lessons.size()][];
    this.given = new int[lessons.size()];
    for (int i = 0; i < cases.length; i++) {
      List<Integer> held = new ArrayList<>();
      held.add(0);
      lessons.get(i).traits().stream().filter(places::containsKey).map(places::get).forEach(held::add);
      cases[i] = held.stream().mapToInt(Integer::intValue).toArray();
      given[i] = answers.indexOf(lessons.get(i).answer());
    }
  }

  /**
   * Learns from lessons.
   *
   * @param lessons at least one
   * @param penalty what a large weight costs: the sum of all squares times half of it is added to the loss, which is the
   *     sum of minus the logarithm of the chance of each given answer
   * @param seldom traits of fewer lessons than this are left out
   */
  static Weights learn(List<Lesson> lessons, double penalty, int seldom) {
    if (lessons.isEmpty()) {
      throw new IllegalArgumentException("nothing can be learnt from no lessons");
    }
    return new Learner(lessons, penalty, seldom).fitted();
  }

  private static List<String> known(List<Lesson> lessons, int seldom) {
    Map<String, Integer> counts = new TreeMap<>();
    lessons.forEach(lesson -> lesson.traits().forEach(trait -> counts.merge(trait, 1, Integer::sum)));
    List<String> known = new ArrayList<>(List.of(Weights.ALWAYS));
    counts.forEach((trait, count) -> {
      if (count >= seldom) {
        known.add(trait);
      }
    });
    return known;
  }

  private Weights fitted() {
    double[] fitted = new Descent(this::loss).from(new double[traits.size() * answers.size()], ROUNDS);
    Map<String, short[]> table = new HashMap<>();
    for (int trait = 0; trait < traits.size(); trait++) {
      short[] column = new short[answers.size()];
      boolean speaks = false;
      for (int i = 0; i < column.length; i++) {
        column[i] = (short) Math.round(fitted[trait * column.length + i] * Weights.SCALE);
        speaks |= Math.abs(column[i]) >= SLIGHT;
      }
      if (speaks) {
        table.put(traits.get(trait), column);
      }
    }
    return new Weights(answers, table);
  }

  /** The loss of some weights; their slopes are put into {@code slopes}. */
  private double loss(double[] weights, double[] slopes) {
    double loss = 0;
    for (int i = 0; i < weights.length; i++) {
      boolean always = i < answers.size();
      slopes[i] = always ? 0 : penalty * weights[i];
      loss += always ? 0 : penalty * weights[i] * weights[i] / 2;
    }
    int columns = answers.size();
    for (int at = 0; at < cases.length; at++) {
      double[] chances = new double[columns];
      for (int trait : cases[at]) {
        for (int i = 0; i < columns; i++) {
          chances[i] += weights[trait * columns + i];
        }
      }
      Weights.shares(chances);
      loss -= Math.log(Math.max(chances[given[at]], 1e-300));
      chances[given[at]] -= 1;
      for (int trait : cases[at]) {
        for (int i = 0; i < columns; i++) {
          slopes[trait * columns + i] += chances[i];
        }
      }
    }
    return loss;
  }
}
