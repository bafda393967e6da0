package homeward.tranches;

import homeward.problem.Plan;
import homeward.solver.Answer;
import homeward.solver.Engine;
import homeward.solver.Patience;
import homeward.solver.Terms;
import java.util.ArrayList;
import java.util.List;

/**
 * Goals one after the other: each is as large as it can be while all earlier ones stay as large as they were. Where an
 * engine's patience ends before a goal is proven the chain ends there, for nothing can be said below it.
 */
final class Chain {
  private final Engine.Session session;
  private final Patience patience;
  private final Tranches.Progress progress;
  private final List<Plan.Stage> stages = new ArrayList<>();
  private long[] point = new long[0];

  /** How it ended; of bounds alone, unknown where the last point was not in whole numbers. */
  enum Outcome { ALL_PROVEN, NOT_PROVEN, IMPOSSIBLE, UNKNOWN }

  Chain(Engine.Session session, Patience patience, Tranches.Progress progress) {
    this.session = session;
    this.patience = patience;
    this.progress = progress;
  }

  List<Plan.Stage> stages() {
    return stages;
  }

  /** The best point that was found. */
  long[] point() {
    return point;
  }

  /** Goal by goal, each proven in whole numbers before the next. */
  Outcome strictly(List<Goal> goals) {
    if (goals.isEmpty()) {
      return anything();
    }
    for (Goal goal : goals) {
      progress.at(goal.name(), stages.size() + 1L, goals.size());
      switch (session.maximise(goal.terms(), point, patience)) {
        case Answer.Impossible() -> {
          return Outcome.IMPOSSIBLE;
        }
        case Answer.Unknown() -> {
          return Outcome.UNKNOWN;
        }
        case Answer.Found(long[] found, long value, long bound) -> {
          point = found;
          stages.add(new Plan.Stage(goal.name(), value + goal.offset(), bound + goal.offset(), value == bound));
          if (value != bound) {
            return Outcome.NOT_PROVEN;
          }
          session.atLeast(goal.terms(), value);
        }
      }
    }
    return Outcome.ALL_PROVEN;
  }

  /**
   * Goal by goal by bounds alone, in the hope that the last point is in whole numbers: then it reaches every bound, and all
   * are proven at once. Where it is not nothing is known, and a new session has to go strictly.
   */
  Outcome byBounds(List<Goal> goals) {
    List<Long> bounds = new ArrayList<>();
    for (Goal goal : goals) {
      progress.at(goal.name(), bounds.size() + 1L, goals.size());
      Engine.Bounded bounded = session.bound(goal.terms(), patience);
      if (bounded.value() == Long.MIN_VALUE) {
        return bounds.isEmpty() ? Outcome.IMPOSSIBLE : Outcome.UNKNOWN;
      }
      session.atLeast(goal.terms(), bounded.value());
      bounds.add(bounded.value());
      point = bounded.point();
    }
    if (point.length == 0 || !session.model().allows(point)) {
      return Outcome.UNKNOWN;
    }
    for (int i = 0; i < goals.size(); i++) {
      stages.add(new Plan.Stage(goals.get(i).name(), bounds.get(i) + goals.get(i).offset(), bounds.get(i) + goals.get(i).offset(), true));
    }
    return Outcome.ALL_PROVEN;
  }

  private Outcome anything() {
    return switch (session.maximise(Terms.none(), point, patience)) {
      case Answer.Found(long[] found, long value, long bound) -> {
        point = found;
        yield Outcome.ALL_PROVEN;
      }
      case Answer.Impossible() -> Outcome.IMPOSSIBLE;
      case Answer.Unknown() -> Outcome.UNKNOWN;
    };
  }
}
