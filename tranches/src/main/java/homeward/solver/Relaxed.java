package homeward.solver;

import java.util.BitSet;
import java.util.stream.DoubleStream;

/**
 * A model in broken numbers, as HiGHS has it: without the columns that are fixed, since a model that has been narrowed is
 * mostly those. Columns are told by their places in the whole model.
 */
final class Relaxed implements AutoCloseable {
  /** So close to a whole number is one. */
  private static final double CLOSE = 1e-4;

  private final int[] places;
  /** The values of columns that have no place. */
  private final long[] fixed;
  private final Model reduced = new Model();
  private final HighsProblem problem;
  private long offset;

  Relaxed(HighsLibrary library, Model model) {
    this.places = new int[model.columns()];
    this.fixed = new long[places.length];
    reduced.column(0, 0); // HiGHS takes no model without columns
    for (int column = 0; column < places.length; column++) {
      long lower = model.lower(column);
      long upper = model.upper(column);
      fixed[column] = lower;
      places[column] = lower == upper ? -1 : model.roundedUp(column) ? reduced.roundedUpColumn(lower, upper) : reduced.column(lower, upper);
    }
    for (int row = 0; row < model.rows(); row++) {
      Model.Row each = model.row(row);
      Terms terms = each.terms().moved(places);
      long done = each.terms().without(places, fixed);
      if (terms.size() > 0 || done < each.lower() || done > each.upper()) {
        reduced.row(terms, less(each.lower(), done), less(each.upper(), done), each.label());
      }
    }
    this.problem = new HighsProblem(library, reduced, new boolean[reduced.columns()]);
  }

  private static long less(long bound, long done) {
    return Math.abs(bound) >= Model.NONE ? bound : bound - done;
  }

  /** Maximises a goal; answers the status. */
  int maximise(Terms goal, Patience patience) {
    offset = goal.without(places, fixed);
    return problem.maximise(goal.moved(places), patience);
  }

  /** The value of the goal after a run. */
  double value() {
    return offset - problem.info("objective_function_value");
  }

  double[] values() {
    double[] some = problem.values();
    double[] all = new double[places.length];
    for (int column = 0; column < all.length; column++) {
      all[column] = places[column] < 0 ? fixed[column] : some[places[column]];
    }
    return all;
  }

  /** See {@link HighsProblem#reducedCosts}; 0 for what is fixed. */
  double[] reducedCosts() {
    double[] some = problem.reducedCosts();
    double[] all = new double[places.length];
    for (int column = 0; column < all.length; column++) {
      all[column] = places[column] < 0 ? 0 : some[places[column]];
    }
    return all;
  }

  /**
   * After a run that was impossible: labels of rows that cannot all be kept. Added up as HiGHS says (Farkas, 1902) they ask
   * for more than the columns can give; this is looked at here. Empty where it is not so, or where no such rows bear a label.
   */
  BitSet clashing() {
    double[] times = problem.ray(reduced.rows());
    for (int row = 0; row < times.length; row++) {
      times[row] = Math.abs(times[row]) < CLOSE * CLOSE ? 0 : times[row];
    }
    BitSet labels = new BitSet();
    for (int row = 0; row < times.length; row++) {
      if (times[row] != 0 && reduced.row(row).label() != Model.UNLABELLED) {
        labels.set(reduced.row(row).label());
      }
    }
    boolean proof = asksTooMuch(times) || asksTooMuch(DoubleStream.of(times).map(each -> -each).toArray());
    return proof ? labels : new BitSet();
  }

  private boolean asksTooMuch(double[] times) {
    double[] factors = new double[reduced.columns()];
    double asked = 0;
    for (int row = 0; row < times.length; row++) {
      Model.Row each = reduced.row(row);
      if (times[row] != 0) {
        long bound = times[row] > 0 ? each.lower() : each.upper();
        asked += Math.abs(bound) >= Model.NONE ? Double.NEGATIVE_INFINITY : times[row] * bound;
        for (int i = 0; i < each.terms().size(); i++) {
          factors[each.terms().column(i)] += times[row] * each.terms().factor(i);
        }
      }
    }
    double most = 0;
    for (int column = 0; column < factors.length; column++) {
      most += factors[column] * (factors[column] > 0 ? reduced.upper(column) : reduced.lower(column));
    }
    return most < asked - CLOSE;
  }

  /** The point of the last run, if it is one in whole numbers and keeps every rule; otherwise nothing. */
  long[] whole() {
    long[] some = whole(problem.values(), reduced);
    if (some.length == 0) {
      return some;
    }
    long[] all = fixed.clone();
    for (int column = 0; column < all.length; column++) {
      if (places[column] >= 0) {
        all[column] = some[places[column]];
      }
    }
    return all;
  }

  /** A point of a model in whole numbers, if it is one and keeps every rule; otherwise nothing. */
  static long[] whole(double[] values, Model model) {
    long[] point = new long[values.length];
    for (int column = 0; column < values.length; column++) {
      if (model.roundedUp(column)) {
        point[column] = (long) Math.ceil(values[column] - CLOSE);
        continue;
      }
      point[column] = Math.round(values[column]);
      if (Math.abs(values[column] - point[column]) > CLOSE) {
        return new long[0];
      }
    }
    return model.allows(point) ? point : new long[0];
  }

  void addRow(Terms terms, long least, long most) {
    Terms moved = terms.moved(places);
    long done = terms.without(places, fixed);
    reduced.row(moved, less(least, done), less(most, done), Model.UNLABELLED);
    problem.addRow(moved, less(least, done), less(most, done));
  }

  void bound(int column, long least, long most) {
    if (places[column] >= 0) {
      reduced.bound(places[column], least, most);
      problem.bound(places[column], least, most);
    } else if (least > fixed[column] || most < fixed[column]) {
      throw new IllegalArgumentException("column " + column + " is fixed at " + fixed[column] + ", not between " + least + " and " + most);
    }
  }

  @Override
  public void close() {
    problem.close();
  }
}
