package homeward.solver;

import com.google.ortools.Loader;
import com.google.ortools.init.OrToolsVersion;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;

/**
 * CP-SAT of OR-Tools (Apache licence), the second opinion: it searches in another way and computes in whole numbers, so what
 * both engines find alike does not hang on the rounding of one of them. One worker, since several are not the same twice.
 */
final class CpSat implements Engine {
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
      CpModel exact = new CpModel();
      IntVar[] columns = new IntVar[model.columns()];
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
      if (goal.size() > 0) {
        exact.maximize(expression(goal, columns));
      }
      CpSolver solver = new CpSolver();
      solver.getParameters().setNumWorkers(1).setRandomSeed(1);
      if (patience.nodes() < Integer.MAX_VALUE) {
        solver.getParameters().setMaxNumberOfConflicts(patience.nodes());
      }
      return answer(solver.solve(exact), solver, columns, goal);
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
