package homeward.matching;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Gives each sought row at most one held row and each held row at most one sought row, so that the sum of the odds is the
 * greatest: exactly, by the Hungarian method (Kuhn 1955, in the form with potentials), where not more than
 * {@link #EXACT} rows hang together; by the greatest first where more do.
 */
final class Assignment {
  static final int EXACT = 48;
  /** Pairs below these odds are worse than no partner. */
  private static final double WORTHLESS = -5;

  private final Edges edges;
  private final int[] componentOf;
  private final boolean[] assigned;
  private final int soughtRows;

  private Assignment(Edges edges, int soughtRows, int heldRows) {
    this.edges = edges;
    this.soughtRows = soughtRows;
    this.componentOf = new int[soughtRows + heldRows];
    this.assigned = new boolean[edges.size()];
    for (int row = 0; row < componentOf.length; row++) {
      componentOf[row] = row;
    }
  }

  /** Which edges are in the assignment. */
  static boolean[] of(Edges edges, int soughtRows, int heldRows) {
    Assignment assignment = new Assignment(edges, soughtRows, heldRows);
    assignment.run();
    return assignment.assigned;
  }

  private void run() {
    long[] order = new long[edges.size()];
    int worth = 0;
    for (int edge = 0; edge < edges.size(); edge++) {
      if (edges.odds(edge) > WORTHLESS) {
        join(edges.sought(edge), soughtRows + edges.held(edge));
        worth++;
      }
    }
    int kept = 0;
    for (int edge = 0; edge < edges.size(); edge++) {
      if (edges.odds(edge) > WORTHLESS) {
        order[kept++] = (long) root(edges.sought(edge)) << 32 | edge;
      }
    }
    Arrays.sort(order, 0, worth);
    int start = 0;
    for (int at = 1; at <= worth; at++) {
      if (at == worth || order[at] >>> 32 != order[start] >>> 32) {
        component(order, start, at);
        start = at;
      }
    }
  }

  private int root(int row) {
    int at = row;
    while (componentOf[at] != at) {
      componentOf[at] = componentOf[componentOf[at]];
      at = componentOf[at];
    }
    return at;
  }

  private void join(int one, int other) {
    int first = root(one);
    int second = root(other);
    componentOf[Math.max(first, second)] = Math.min(first, second);
  }

  private void component(long[] order, int from, int to) {
    int[] members = new int[to - from];
    for (int at = from; at < to; at++) {
      members[at - from] = (int) order[at];
    }
    int[] sought = Arrays.stream(members).map(edges::sought).sorted().distinct().toArray();
    int[] held = Arrays.stream(members).map(edges::held).sorted().distinct().toArray();
    if (members.length == 1) {
      assigned[members[0]] = true;
    } else if (Math.max(sought.length, held.length) <= EXACT) {
      exactly(members, sought, held);
    } else {
      greatestFirst(members);
    }
  }

  private void greatestFirst(int[] members) {
    Set<Integer> taken = new HashSet<>();
    Arrays.stream(members).boxed()
        .sorted((one, other) -> {
          int byOdds = Double.compare(edges.odds(other), edges.odds(one));
          return byOdds != 0 ? byOdds : Integer.compare(one, other);
        })
        .forEach(edge -> {
          int sought = edges.sought(edge);
          int held = soughtRows + edges.held(edge);
          if (!taken.contains(sought) && !taken.contains(held)) {
            taken.add(sought);
            taken.add(held);
            assigned[edge] = true;
          }
        });
  }

  private void exactly(int[] members, int[] sought, int[] held) {
    int size = sought.length + held.length;
    double[][] cost = new double[sought.length][size];
    int[][] edgeOf = new int[sought.length][held.length];
    for (int[] row : edgeOf) {
      Arrays.fill(row, -1);
    }
    double none = 1e9;
    for (double[] row : cost) {
      Arrays.fill(row, 0, held.length, none);
    }
    for (int edge : members) {
      int row = Arrays.binarySearch(sought, edges.sought(edge));
      int column = Arrays.binarySearch(held, edges.held(edge));
      cost[row][column] = WORTHLESS - edges.odds(edge);
      edgeOf[row][column] = edge;
    }
    int[] columnOf = Hungarian.cheapest(cost);
    for (int row = 0; row < sought.length; row++) {
      if (columnOf[row] < held.length && edgeOf[row][columnOf[row]] >= 0) {
        assigned[edgeOf[row][columnOf[row]]] = true;
      }
    }
  }
}
