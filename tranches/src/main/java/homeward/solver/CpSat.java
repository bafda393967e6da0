package homeward.solver;

import com.google.ortools.Loader;
import com.google.ortools.init.OrToolsVersion;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * CP-SAT of OR-Tools (Apache licence), the second opinion: it searches in another way and computes in whole numbers, so what
 * both engines find alike does not hang on the rounding of one of them. One worker, since several are not the same twice.
 */
final class CpSat implements Engine {
  /** How far from the most a round of narrowing may stay: the next one has what it left. */
  private static final double GOOD_ENOUGH = 0.5;

  CpSat() {
    Loader.loadNativeLibraries();
  }

  @Override
  public String name() {
    return "CP-SAT " + OrToolsVersion.getVersionString();
  }

  @Override
  public Session open(Model model) {
    return new CpSatSession(model.copy());
  }

  /** Asks every question anew, from what the model is by then. */
  private record CpSatSession(Model model) implements Session {
    @Override
    public Bounded bound(Terms goal, Patience patience) {
      return switch (maximise(goal, new long[0], patience)) {
        case Answer.Found(long[] point, long value, long bound) -> new Bounded(bound, point);
        case Answer.Impossible() -> new Bounded(Long.MIN_VALUE, new long[0]);
        case Answer.Unknown() -> new Bounded(Model.NONE, new long[0]);
      };
    }

    @Override
    public Answer maximise(Terms goal, long[] start, Patience patience) {
      patience.ask();
      if (!boundsHold()) {
        return new Answer.Impossible();
      }
      IntVar[] columns = new IntVar[model.columns()];
      CpModel exact = exact(columns, start);
      if (goal.size() > 0) {
        exact.maximize(expression(goal, columns));
      }
      CpSolver solver = solver(patience);
      return answer(solver.solve(exact), solver, columns, goal);
    }

    private CpModel exact(IntVar[] columns, long[] start) {
      CpModel exact = new CpModel();
      for (int column = 0; column < columns.length; column++) {
        columns[column] = exact.newIntVar(model.lower(column), model.upper(column), "");
        if (start.length > 0) {
          exact.addHint(columns[column], start[column]);
        }
      }
      for (int row = 0; row < model.rows(); row++) {
        Model.Row each = model.row(row);
        exact.addLinearConstraint(expression(each.terms(), columns), number(each.lower()), number(each.upper()));
      }
      return exact;
    }

    private static CpSolver solver(Patience patience) {
      CpSolver solver = new CpSolver();
      solver.getParameters().setNumWorkers(1).setRandomSeed(1);
      if (patience.nodes() < Integer.MAX_VALUE) {
        solver.getParameters().setMaxNumberOfConflicts(patience.nodes());
      }
      return solver;
    }

    /**
     * Asks for points at which as many columns as possible are larger than ever before, until there is none: what was never
     * seen to grow cannot.
     */
    @Override
    public void narrow(long[] point, Patience patience) {
      List<Integer> resting = new ArrayList<>(IntStream.range(0, point.length).filter(column -> model.upper(column) > point[column]).boxed().toList());
      while (!resting.isEmpty()) {
        patience.ask();
        IntVar[] columns = new IntVar[model.columns()];
        CpModel exact = exact(columns, point);
        BoolVar[] grown = resting.stream().map(column -> {
          BoolVar grows = exact.newBoolVar("");
          exact.addGreaterOrEqual(columns[column], point[column] + 1).onlyEnforceIf(grows);
          return grows;
        }).toArray(BoolVar[]::new);
        exact.addBoolOr(grown);
        exact.maximize(LinearExpr.sum(grown));
        CpSolver solver = solver(patience);
        solver.getParameters().setRelativeGapLimit(GOOD_ENOUGH);
        CpSolverStatus status = solver.solve(exact);
        if (status == CpSolverStatus.INFEASIBLE) {
          resting.forEach(column -> bound(column, model.lower(column), point[column]));
        }
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
          return;
        }
        resting.removeIf(column -> solver.value(columns[column]) > point[column]);
      }
    }

    @Override
    public BitSet clashing() {
      return model.labels();
    }

    private boolean boundsHold() {
      for (int column = 0; column < model.columns(); column++) {
        if (model.lower(column) > model.upper(column)) {
          return false;
        }
      }
      return true;
    }

    private Answer answer(CpSolverStatus status, CpSolver solver, IntVar[] columns, Terms goal) {
      return switch (status) {
        case INFEASIBLE -> new Answer.Impossible();
        case UNKNOWN -> new Answer.Unknown();
        case OPTIMAL, FEASIBLE -> {
          long[] point = new long[columns.length];
          for (int column = 0; column < point.length; column++) {
            point[column] = solver.value(columns[column]);
          }
          if (!model.allows(point)) {
            throw new IllegalStateException("CP-SAT answered a point that does not keep the rules");
          }
          long value = goal.at(point);
          long bound = status == CpSolverStatus.OPTIMAL ? value : (long) Math.floor(solver.bestObjectiveBound());
          yield new Answer.Found(point, value, Math.max(value, bound));
        }
        case MODEL_INVALID, UNRECOGNIZED -> throw new IllegalStateException("CP-SAT does not take the model: " + status);
      };
    }

    private static LinearExpr expression(Terms terms, IntVar[] columns) {
      IntVar[] used = new IntVar[terms.size()];
      long[] factors = new long[terms.size()];
      for (int i = 0; i < used.length; i++) {
        used[i] = columns[terms.column(i)];
        factors[i] = terms.factor(i);
      }
      return LinearExpr.weightedSum(used, factors);
    }

    private static long number(long bound) {
      return bound >= Model.NONE ? Long.MAX_VALUE : bound <= -Model.NONE ? Long.MIN_VALUE : bound;
    }

    @Override
    public void atLeast(Terms goal, long value) {
      model.row(goal, value, Model.NONE, Model.UNLABELLED);
    }

    @Override
    public void bound(int column, long least, long most) {
      model.bound(column, least, most);
    }

    @Override
    public void close() {}
  }
}
