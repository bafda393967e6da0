package homeward.learning;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** How much each trait speaks for each answer to a question. */
public final class Weights {
  /** The trait that every case has. */
  static final String ALWAYS = "always";
  /** Weights are kept in hundredths. */
  static final double SCALE = 100;

  private final List<String> answers;
  private final Map<String, short[]> traits;

  /**
   * A table of weights.
   *
   * @param answers the answers there are, in the order of the columns
   * @param traits for each trait its weights in hundredths, one for each answer; a trait that is missing says nothing
   */
  Weights(List<String> answers, Map<String, short[]> traits) {
    this.answers = List.copyOf(answers);
    this.traits = Map.copyOf(traits);
  }

  /**
   * Weights learnt from lessons.
   *
   * @param lessons at least one
   * @param penalty what a large weight costs: the sum of all squares times half of it is added to the loss, which is the
   *     sum of minus the logarithm of the chance of each given answer
   * @param seldom traits of fewer lessons than this are left out
   */
  public static Weights learnt(List<Lesson> lessons, double penalty, int seldom) {
    return Learner.learn(lessons, penalty, seldom);
  }

  List<String> answers() {
    return answers;
  }

  Map<String, short[]> traits() {
    return traits;
  }

  /** How likely each answer is for a case. */
  public Chances chances(Collection<String> known) {
    int[] hundredths = new int[answers.size()];
    add(hundredths, ALWAYS);
    known.forEach(trait -> add(hundredths, trait));
    double[] sums = new double[hundredths.length];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = hundredths[i] / SCALE;
    }
    return new Chances(answers, shares(sums));
  }

  private void add(int[] sums, String trait) {
    short[] column = traits.get(trait);
    for (int i = 0; column != null && i < sums.length; i++) {
      sums[i] += column[i];
    }
  }

  /** Sums of weights as chances (softmax), in place. */
  static double[] shares(double[] sums) {
    double most = Double.NEGATIVE_INFINITY;
    for (double sum : sums) {
      most = Math.max(most, sum);
    }
    double all = 0;
    for (int i = 0; i < sums.length; i++) {
      sums[i] = StrictMath.exp(sums[i] - most);
      all += sums[i];
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= all;
    }
    return sums;
  }
}
