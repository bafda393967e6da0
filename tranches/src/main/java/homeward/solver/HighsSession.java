package homeward.solver;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Questions about one model, to HiGHS. The relaxed model stays in place and is only narrowed, so that each question begins
 * where the last one ended; where its best point is not in whole numbers, the same question is asked in whole numbers.
 */
final class HighsSession implements Engine.Session {
  private static final double CLOSE = 1e-6;
  private static final double STEP = 1e-4;
  /** Goals are whole numbers: a bound less than one above the value proves it. */
  private static final double LESS_THAN_ONE = 0.999;

  private final HighsLibrary library;
  private final Model model;
  private Relaxed relaxed;
  private @Nullable Terms lastGoal;
  private double lastBound;

  HighsSession(HighsLibrary library, Model model) {
    this.library = library;
    this.model = model;
    this.relaxed = new Relaxed(library, model);
  }

  @Override
  public Model model() {
    return model;
  }

  @Override
  public Engine.Bounded bound(Terms goal, Patience patience) {
    patience.ask();
    int status = relaxed.maximise(goal, patience);
    while (status == HighsProblem.OPTIMAL && tightened()) {
      status = relaxed.maximise(goal, patience);
    }
    if (status == HighsProblem.INFEASIBLE || status == HighsProblem.UNBOUNDED_OR_INFEASIBLE) {
      return new Engine.Bounded(Long.MIN_VALUE, new long[0]);
    }
    if (status != HighsProblem.OPTIMAL) {
      throw new IllegalStateException("HiGHS ended a relaxed question with " + status);
    }
    lastGoal = goal;
    lastBound = relaxed.value();
    return new Engine.Bounded((long) Math.floor(lastBound + CLOSE * Math.max(1, Math.abs(lastBound) * 1e-3)), relaxed.whole());
  }

  /** Adds the consequences of the rules that the relaxed point exceeds; there are too many to have them all from the start. */
  private boolean tightened() {
    List<Terms> exceeded = model.takeExceeded(relaxed.values(), STEP);
    exceeded.forEach(terms -> relaxed.addRow(terms, -Model.NONE, 0));
    return !exceeded.isEmpty();
  }

  @Override
  public Answer maximise(Terms goal, long[] start, Patience patience) {
    Engine.Bounded bounded = bound(goal, patience);
    if (bounded.value() == Long.MIN_VALUE) {
      return new Answer.Impossible();
    }
    if (bounded.point().length > 0 || model.columns() == 0) {
      long value = goal.at(bounded.point());
      return new Answer.Found(bounded.point(), value, Math.max(value, bounded.value()));
    }
    if (start.length > 0 && goal.at(start) >= bounded.value() && model.allows(start)) {
      return new Answer.Found(start, goal.at(start), goal.at(start));
    }
    Answer answer = inWholeNumbers(goal, start, bounded.value(), patience, true);
    return answer instanceof Answer.Unknown ? inWholeNumbers(goal, start, bounded.value(), patience, false) : answer;
  }

  /** Some columns come out whole by themselves as a rule; leaving them to that is faster, and is looked at. */
  private Answer inWholeNumbers(Terms goal, long[] start, long most, Patience patience, boolean trusting) {
    boolean[] kinds = new boolean[model.columns()];
    for (int column = 0; column < kinds.length; column++) {
      kinds[column] = !trusting || !model.implied(column);
    }
    try (HighsProblem exact = new HighsProblem(library, model, kinds)) {
      exact.option("mip_rel_gap", 0.0);
      exact.option("mip_abs_gap", LESS_THAN_ONE);
      exact.option("mip_max_nodes", patience.nodes());
      if (start.length > 0 && model.allows(start)) {
        exact.start(start);
      }
      int status = exact.maximise(goal, patience);
      if (status == HighsProblem.INFEASIBLE || status == HighsProblem.UNBOUNDED_OR_INFEASIBLE) {
        return new Answer.Impossible();
      }
      if (!exact.hasPoint()) {
        return new Answer.Unknown();
      }
      long[] point = Relaxed.whole(exact.values(), model);
      if (point.length == 0) {
        if (trusting) {
          return new Answer.Unknown();
        }
        throw new IllegalStateException("HiGHS answered a point that does not keep the rules in whole numbers");
      }
      long value = goal.at(point);
      long bound = status == HighsProblem.OPTIMAL ? value : (long) Math.floor(-exact.info("mip_dual_bound") + STEP);
      return new Answer.Found(point, value, Math.max(value, Math.min(most, bound)));
    }
  }

  @Override
  public BitSet clashing() {
    BitSet few = relaxed.clashing();
    return few.isEmpty() ? model.labels() : few;
  }

  @Override
  public void atLeast(Terms goal, long value) {
    if (lastGoal == goal) {
      narrow(lastBound - value);
    }
    model.row(goal, value, Model.NONE, Model.UNLABELLED);
    relaxed.addRow(goal, value, Model.NONE);
    lastGoal = null;
  }

  /**
   * Fixing by reduced costs: moving a column by one away from its bound costs at least its reduced cost, so where that is
   * more than what is left between the bound and the value, it cannot move.
   */
  private void narrow(double left) {
    double[] costs = relaxed.reducedCosts();
    double[] values = relaxed.values();
    for (int column = 0; column < costs.length; column++) {
      long lower = model.lower(column);
      long upper = model.upper(column);
      double cost = Math.abs(costs[column]);
      if (lower == upper || cost <= STEP) {
        continue;
      }
      long steps = (long) Math.floor((left + STEP) / cost);
      if (costs[column] > 0 && Math.abs(values[column] - lower) < CLOSE && lower + steps < upper) {
        bound(column, lower, lower + Math.max(0, steps));
      } else if (costs[column] < 0 && Math.abs(values[column] - upper) < CLOSE && upper - steps > lower) {
        bound(column, upper - Math.max(0, steps), upper);
      }
    }
  }

  /** Reduced costs have narrowed it already, goal by goal; what is fixed by now is left out. */
  @Override
  public void narrow(long[] point, Patience patience) {
    relaxed.close();
    relaxed = new Relaxed(library, model);
    lastGoal = null;
  }

  @Override
  public void bound(int column, long least, long most) {
    model.bound(column, least, most);
    relaxed.bound(column, least, most);
  }

  @Override
  public void close() {
    relaxed.close();
  }
}
