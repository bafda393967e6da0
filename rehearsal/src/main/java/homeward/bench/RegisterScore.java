package homeward.bench;

import homeward.matching.Decision;
import homeward.matching.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How proposals compare with the truth.
 *
 * @param bestF1 the greatest F1 over all thresholds, of pairs taken by weight so that each row has one partner at most
 * @param recallAt999 the greatest recall at which 999 in 1000 of those taken are right
 * @param found the share of true pairs that are a match or a review
 * @param matched the share of true pairs that are a match
 * @param falseMatches matches of two people
 * @param alone how many of those sought have no partner
 * @param falseAlone how many of those were given one
 * @param reviews how many pairs a person has to look at
 * @param calibrationError the mean distance between what a pair's probability says and how often such pairs are right, over ten bins
 */
public record RegisterScore(double bestF1, double recallAt999, double found, double matched, long falseMatches, long alone, long falseAlone,
    long reviews, double calibrationError) {
  private static final int BINS = 10;

  /**
   * Scores proposals.
   *
   * @param truth the held row of each sought row that has one
   */
  public static RegisterScore of(List<Match> matches, Map<Integer, Integer> truth, int soughtRows) {
    List<Match> proposed = matches.stream().filter(match -> match.decision() == Decision.MATCH).toList();
    long right = proposed.stream().filter(match -> isRight(match, truth)).count();
    long found = matches.stream().filter(match -> isRight(match, truth)).count();
    long falseAlone = proposed.stream().filter(match -> !truth.containsKey(match.sought())).count();
    double pairs = Math.max(1, truth.size());
    double[] ranked = ranked(matches, truth);
    return new RegisterScore(ranked[0], ranked[1], found / pairs, right / pairs, proposed.size() - right, soughtRows - truth.size(),
        falseAlone, matches.size() - proposed.size(), calibrationError(matches, truth));
  }

  private static boolean isRight(Match match, Map<Integer, Integer> truth) {
    return truth.getOrDefault(match.sought(), -1) == match.held();
  }

  private static double[] ranked(List<Match> matches, Map<Integer, Integer> truth) {
    List<Match> order = new ArrayList<>(matches);
    order.sort(Comparator.comparingDouble(Match::weight).reversed().thenComparingInt(Match::sought));
    Set<Integer> sought = new HashSet<>();
    Set<Integer> held = new HashSet<>();
    double right = 0;
    double taken = 0;
    double best = 0;
    double careful = 0;
    for (Match match : order) {
      if (sought.contains(match.sought()) || held.contains(match.held())) {
        continue;
      }
      sought.add(match.sought());
      held.add(match.held());
      taken++;
      right += isRight(match, truth) ? 1 : 0;
      best = Math.max(best, 2 * right / (taken + truth.size()));
      careful = right / taken >= .999 ? right / Math.max(1, truth.size()) : careful;
    }
    return new double[] {best, careful};
  }

  private static double calibrationError(List<Match> matches, Map<Integer, Integer> truth) {
    double[] said = new double[BINS];
    double[] was = new double[BINS];
    for (Match match : matches) {
      int bin = Math.min(BINS - 1, (int) (match.probability() * BINS));
      said[bin] += match.probability();
      was[bin] += isRight(match, truth) ? 1 : 0;
    }
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(said[bin] - was[bin]);
    }
    return error / Math.max(1, matches.size());
  }
}
