package homeward.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AssignmentTest {
  private static Edges edges(double[][] odds) {
    Edges edges = new Edges();
    for (int sought = 0; sought < odds.length; sought++) {
      for (int held = 0; held < odds[sought].length; held++) {
        if (odds[sought][held] > 0) {
          edges.add(sought, held, odds[sought][held]);
        }
      }
    }
    return edges;
  }

  private static double sum(Edges edges, boolean[] assigned) {
    double sum = 0;
    for (int edge = 0; edge < edges.size(); edge++) {
      sum += assigned[edge] ? edges.odds(edge) : 0;
    }
    return sum;
  }

  @Test
  void theSumCountsAndNotTheGreatestPair() {
    Edges edges = edges(new double[][] {{10, 9}, {9, 0}});
    assertThat(sum(edges, Assignment.of(edges, 2, 2))).isEqualTo(18);
  }

  @Test
  void aSmallComponentIsAssignedAsWellAsByTryingEverything() {
    long seed = 11;
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 300; round++) {
      double[][] odds = new double[1 + random.nextInt(5)][1 + random.nextInt(5)];
      for (double[] row : odds) {
        for (int column = 0; column < row.length; column++) {
          row[column] = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(20);
        }
      }
      Edges edges = edges(odds);
      double found = value(edges, Assignment.of(edges, odds.length, odds[0].length));
      assertThat(found).as("seed %s, round %s", seed, round).isEqualTo(best(odds, 0, 0));
    }
  }

  /** What an assignment is worth beyond no partner, as the method counts it. */
  private static double value(Edges edges, boolean[] assigned) {
    double sum = 0;
    for (int edge = 0; edge < edges.size(); edge++) {
      sum += assigned[edge] ? edges.odds(edge) + 5 : 0;
    }
    return sum;
  }

  private static double best(double[][] odds, int row, int taken) {
    if (row == odds.length) {
      return 0;
    }
    double best = best(odds, row + 1, taken);
    for (int column = 0; column < odds[row].length; column++) {
      if ((taken & 1 << column) == 0 && odds[row][column] > 0) {
        best = Math.max(best, odds[row][column] + 5 + best(odds, row + 1, taken | 1 << column));
      }
    }
    return best;
  }

  @Test
  void aCrowdIsAssignedTheGreatestFirst() {
    int size = Assignment.EXACT + 10;
    double[][] odds = new double[size][size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        odds[row][column] = row == column ? 20 : 1;
      }
    }
    Edges edges = edges(odds);
    assertThat(sum(edges, Assignment.of(edges, size, size))).isEqualTo(20.0 * size);
  }
}
