package homeward.matching;

import java.util.Arrays;

/** The cheapest assignment of rows to columns of a cost table with at least as many columns as rows. */
final class Hungarian {
  private final double[][] cost;
  private final int columns;
  private final double[] rowPotential;
  private final double[] columnPotential;
  /** Which row a column has, counted from 1; 0 is none. Column 0 holds the row that is being placed. */
  private final int[] rowOf;

  private Hungarian(double[][] cost) {
    this.cost = cost;
    this.columns = cost[0].length;
    this.rowPotential = new double[cost.length + 1];
    this.columnPotential = new double[columns + 1];
    this.rowOf = new int[columns + 1];
  }

  /** The column of each row. */
  static int[] cheapest(double[][] cost) {
    Hungarian table = new Hungarian(cost);
    for (int row = 1; row <= cost.length; row++) {
      table.place(row);
    }
    int[] columnOf = new int[cost.length];
    for (int column = 1; column <= table.columns; column++) {
      if (table.rowOf[column] > 0) {
        columnOf[table.rowOf[column] - 1] = column - 1;
      }
    }
    return columnOf;
  }

  private void place(int row) {
    double[] slack = new double[columns + 1];
    int[] from = new int[columns + 1];
    boolean[] visited = new boolean[columns + 1];
    Arrays.fill(slack, Double.MAX_VALUE);
    rowOf[0] = row;
    int column = 0;
    while (rowOf[column] != 0 || column == 0) {
      column = nearest(column, slack, from, visited);
    }
    while (column != 0) {
      rowOf[column] = rowOf[from[column]];
      column = from[column];
    }
  }

  private int nearest(int at, double[] slack, int[] from, boolean[] visited) {
    visited[at] = true;
    int row = rowOf[at];
    int best = 0;
    double least = Double.MAX_VALUE;
    for (int column = 1; column <= columns; column++) {
      if (!visited[column]) {
        double reduced = cost[row - 1][column - 1] - rowPotential[row] - columnPotential[column];
        if (reduced < slack[column]) {
          slack[column] = reduced;
          from[column] = at;
        }
        if (slack[column] < least) {
          least = slack[column];
          best = column;
        }
      }
    }
    for (int column = 0; column <= columns; column++) {
      if (visited[column]) {
        rowPotential[rowOf[column]] += least;
        columnPotential[column] -= least;
      } else {
        slack[column] -= least;
      }
    }
    return best;
  }
}
