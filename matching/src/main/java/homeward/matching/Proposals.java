package homeward.matching;

import homeward.evidence.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * From pairs and their odds to what is proposed: each pair's probability among all candidates of its two rows, the
 * one-to-one assignment, and what is so near to another that a person has to look.
 */
final class Proposals {
  private final Edges edges;
  private final Model model;
  private final Thresholds thresholds;
  private final double[] soughtSum;
  private final double[] heldSum;
  private final double[][] soughtBest;
  private final double[][] heldBest;

  Proposals(Edges edges, Model model, Thresholds thresholds, int soughtRows, int heldRows) {
    this(edges, model, thresholds, soughtRows, heldRows, false);
  }

  /** Every sought row by itself: who else is sought takes nobody away from it. */
  static Proposals each(Edges edges, Model model, Thresholds thresholds, int soughtRows, int heldRows) {
    return new Proposals(edges, model, thresholds, soughtRows, heldRows, true);
  }

  private Proposals(Edges edges, Model model, Thresholds thresholds, int soughtRows, int heldRows, boolean each) {
    this.edges = edges;
    this.model = model;
    this.thresholds = thresholds;
    this.soughtSum = new double[soughtRows];
    this.heldSum = new double[heldRows];
    this.soughtBest = new double[2][soughtRows];
    this.heldBest = new double[2][heldRows];
    for (double[][] best : List.of(soughtBest, heldBest)) {
      Arrays.fill(best[0], Search.FORGOTTEN);
      Arrays.fill(best[1], Search.FORGOTTEN);
    }
    for (int edge = 0; edge < edges.size(); edge++) {
      double odds = linear(edges.odds(edge));
      soughtSum[edges.sought(edge)] += odds;
      better(soughtBest, edges.sought(edge), edges.odds(edge));
      if (!each) {
        heldSum[edges.held(edge)] += odds;
        better(heldBest, edges.held(edge), edges.odds(edge));
      }
    }
  }

  private static double linear(double odds) {
    return Math.exp(Math.log(2) * Math.min(200, odds));
  }

  private static void better(double[][] best, int row, double odds) {
    if (odds > best[0][row]) {
      best[1][row] = best[0][row];
      best[0][row] = odds;
    } else if (odds > best[1][row]) {
      best[1][row] = odds;
    }
  }

  /** All proposals, sought row by sought row, the likeliest first. */
  List<Match> all(boolean oneToOne) {
    boolean[] assigned = new boolean[edges.size()];
    Arrays.fill(assigned, true);
    assigned = oneToOne ? Assignment.of(edges, soughtSum.length, heldSum.length) : assigned;
    List<Match> all = new ArrayList<>();
    int from = 0;
    for (int edge = 1; edge <= edges.size(); edge++) {
      if (edge == edges.size() || edges.sought(edge) != edges.sought(from)) {
        ofOneRow(from, edge, assigned, all);
        from = edge;
      }
    }
    return all;
  }

  private void ofOneRow(int from, int to, boolean[] assigned, List<Match> all) {
    List<Match> found = new ArrayList<>();
    for (int edge = from; edge < to; edge++) {
      double weight = weight(edge);
      double probability = model.probability(weight);
      boolean clear = assigned[edge] && probability >= thresholds.match() && margin(edge) >= thresholds.margin();
      if (clear || probability >= thresholds.review()) {
        found.add(new Match(edges.sought(edge), edges.held(edge), weight, probability, clear ? Decision.MATCH : Decision.REVIEW));
      }
    }
    found.sort(Comparator.comparingDouble(Match::weight).reversed().thenComparingInt(Match::held));
    found.stream().limit(thresholds.reviews()).forEach(all::add);
  }

  /** Log2 of the odds of a pair against no partner and all other candidates of both rows. */
  private double weight(int edge) {
    double odds = linear(edges.odds(edge));
    double others = 1 + Math.max(0, soughtSum[edges.sought(edge)] - odds) + Math.max(0, heldSum[edges.held(edge)] - odds);
    return edges.odds(edge) - Math.log(others) / Math.log(2);
  }

  /** By how many bits a pair is ahead of the next candidate of either row; negative when it is behind one. */
  private double margin(int edge) {
    double sought = other(soughtBest, edges.sought(edge), edges.odds(edge));
    double held = other(heldBest, edges.held(edge), edges.odds(edge));
    return edges.odds(edge) - Math.max(sought, held);
  }

  private static double other(double[][] best, int row, double own) {
    return best[0][row] == own ? best[1][row] : best[0][row];
  }
}
