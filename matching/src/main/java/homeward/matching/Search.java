package homeward.matching;

import homeward.evidence.Weigher;
import homeward.values.Lexicon;
import homeward.values.Rows;

/** Looks for one row after another: candidates, levels, odds; keeps the best. Each thread has its own. */
final class Search {
  /** Pairs less likely than this, as log2 of their odds, are forgotten. */
  static final double FORGOTTEN = -9;
  private static final int KEPT = 8;

  private final Lookup candidates;
  private final Weigher weigher;
  private final Rows sought;
  private final boolean leavesItselfOut;
  private final int[] bestRows = new int[KEPT];
  private final double[] bestOdds = new double[KEPT];
  private double[] odds = new double[1 << 6];
  private int kept;

  Search(Lookup candidates, Rows sought, Weigher weigher) {
    this(candidates, sought, weigher, false);
  }

  /** In a table that is compared with itself a row is no candidate of its own. */
  Search(Lookup candidates, Rows sought, Weigher weigher, boolean leavesItselfOut) {
    this.leavesItselfOut = leavesItselfOut;
    this.candidates = candidates;
    this.weigher = weigher;
    this.sought = sought;
  }

  /** See {@link Weigher#forgetBeyond}. */
  void forgetBeyond(Lexicon.Extent extent) {
    weigher.forgetBeyond(extent);
  }

  /** Adds the likeliest pairs of a row, the best first. */
  void look(int row, Edges to) {
    kept = 0;
    int count = candidates.look(sought, row);
    odds = odds.length < count ? new double[count * 2] : odds;
    weigher.odds(row, candidates.rows(), count, FORGOTTEN, odds);
    for (int at = 0; at < count; at++) {
      int held = candidates.row(at);
      boolean itself = leavesItselfOut && held == row;
      if (!itself && odds[at] > FORGOTTEN) {
        keep(held, odds[at]);
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
