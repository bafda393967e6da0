package homeward.learning;

import java.util.Arrays;
import java.util.List;

/** How likely each answer to a question is. */
public final class Chances {
  private static final double LEAST = 1e-9;

  private final List<String> answers;
  private final double[] shares;

  /**
   * Chances.
   *
   * @param answers the answers
   * @param shares how likely each is, in the same order, between 0 and 1; together they make 1
   */
  Chances(List<String> answers, double[] shares) {
    this.answers = answers;
    this.shares = shares;
  }

  /** How likely an answer is; 0 for one that nobody ever gave. */
  public double of(String answer) {
    int at = answers.indexOf(answer);
    return at < 0 ? 0 : shares[at];
  }

  /** The likeliest answer. */
  public String best() {
    return best("", 1);
  }

  /** An answer that stands unless another is so many times as likely, or the likeliest. */
  public String best(String standing, double times) {
    int best = 0;
    for (int i = 1; i < shares.length; i++) {
      best = shares[i] > shares[best] ? i : best;
    }
    return answers.contains(standing) && of(standing) * times >= shares[best] ? standing : answers.get(best);
  }

  /** The chances where the same question was put several times and has one answer: the geometric mean of all. */
  public static Chances together(List<Chances> all) {
    double[] sums = new double[all.getFirst().shares.length];
    for (Chances one : all) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += StrictMath.log(one.shares[i] + LEAST) / all.size();
      }
    }
    return new Chances(all.getFirst().answers, Weights.shares(sums));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Chances same && answers.equals(same.answers) && Arrays.equals(shares, same.shares);
  }

  @Override
  public int hashCode() {
    return answers.hashCode() * 31 + Arrays.hashCode(shares);
  }
}
