package homeward.matching;

import homeward.evidence.Weigher;
import homeward.values.Rows;

/** Looks for one row after another: candidates, levels, odds; keeps the best. Each thread has its own. */
final class Search {
  /** Pairs less likely than this, as log2 of their odds, are forgotten. */
  static final double FORGOTTEN = -9;
  private static final int KEPT = 8;

  private final Candidates.Lookup candidates;
  private final Weigher weigher;
  private final Rows sought;
  private final boolean leavesItselfOut;
  private final int[] bestRows = new int[KEPT];
  private final double[] bestOdds = new double[KEPT];
  private int kept;

  Search(Candidates all, Rows sought, Weigher weigher) {
    this(all, sought, weigher, false);
  }

  /** In a table that is compared with itself a row is no candidate of its own. */
  Search(Candidates all, Rows sought, Weigher weigher, boolean leavesItselfOut) {
    this.leavesItselfOut = leavesItselfOut;
    this.candidates = all.new Lookup();
    this.weigher = weigher;
    this.sought = sought;
  }

  /** See {@link Weigher#forgetBeyond}. */
  void forgetBeyond(int[] sizes) {
    weigher.forgetBeyond(sizes);
  }

  /** Adds the likeliest pairs of a row, the best first. */
  void look(int row, Edges to) {
    kept = 0;
    int count = candidates.look(sought, row);
    for (int at = 0; at < count; at++) {
      int held = candidates.row(at);
      if (leavesItselfOut && held == row) {
        continue;
      }
      double odds = weigher.odds(row, held);
      if (odds > FORGOTTEN) {
        keep(held, odds);
      }
    }
    for (int at = 0; at < kept; at++) {
      to.add(row, bestRows[at], bestOdds[at]);
    }
  }

  /** In order of odds; of two alike the earlier row comes first, so that the order of candidates does not matter. */
  private void keep(int held, double odds) {
    int at = kept;
    while (at > 0 && (bestOdds[at - 1] < odds || (bestOdds[at - 1] == odds && bestRows[at - 1] > held))) {
      at--;
    }
    if (at == KEPT) {
      return;
    }
    kept = Math.min(KEPT, kept + 1);
    for (int move = kept - 1; move > at; move--) {
      bestRows[move] = bestRows[move - 1];
      bestOdds[move] = bestOdds[move - 1];
    }
    bestRows[at] = held;
    bestOdds[at] = odds;
  }
}
