package homeward.tranches;

import homeward.problem.Breach;
import homeward.problem.Checker;
import homeward.problem.Plan;
import homeward.problem.Policy;
import homeward.problem.Problem;
import homeward.solver.Engine;
import homeward.solver.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One question from beginning to end: goals, sites, lot, seats, and the checker as the last gate. */
final class Solving {
  private static final int MOST_CUTS = 200;

  private final Problem problem;
  private final Policy policy;
  private final Engine engine;
  private final Patience patience;
  private final Tranches.Progress progress;

  Solving(Problem problem, Policy policy, Engine engine, Patience patience, Tranches.Progress progress) {
    this.problem = problem;
    this.policy = policy;
    this.engine = engine;
    this.patience = patience;
    this.progress = progress;
  }

  /** What the goals came to with everything open, and where. */
  @SuppressWarnings("ArrayRecordComponent") // never compared: a carrier of numbers
  private record Reached(Formulation formulation, Setting.Frame opened, long[] point, List<Plan.Stage> stages) {}

  private sealed interface Ended {
    record With(Reached reached) implements Ended {}

    record Without(Planned why) implements Ended {}
  }

  /** The plan under a setting; the adjustment it is, when it is one, is written into it. */
  Planned solve(Setting asked, Optional<Plan.Adjustment> adjustment) {
    Setting setting = asked;
    for (int round = 0; round < MOST_CUTS; round++) {
      Tried tried = setting.frame().isPresent() ? list(setting) : open(setting);
      switch (tried) {
        case Tried.Again(Setting.Cut cut) -> setting = setting.with(cut);
        case Tried.Done(Planned planned) -> {
          return planned instanceof Planned.Made(Plan plan) ? gate(plan, adjustment, asked) : planned;
        }
      }
    }
    return new Planned.NotFound();
  }

  private Tried open(Setting setting) {
    return switch (reach(setting)) {
      case Ended.Without(Planned why) -> new Tried.Done(why);
      case Ended.With(Reached reached) -> list(setting.withOpened(reached.opened()), reached);
    };
  }

  /** Goals while sites are open, then the sites themselves. */
  private Ended reach(Setting setting) {
    Formulation formulation = new Formulation(problem, policy, setting);
    List<Goal> goals = Goal.of(formulation, policy, setting);
    Tightening.of(formulation);
    try (Engine.Session session = engine.open(formulation.model())) {
      Chain chain = new Chain(session, patience, progress);
      return switch (chain.strictly(goals)) {
        case IMPOSSIBLE -> new Ended.Without(new Planned.Impossible(Clash.smallest(problem, setting, engine, patience)));
        case UNKNOWN -> new Ended.Without(new Planned.NotFound());
        case NOT_PROVEN -> new Ended.With(new Reached(formulation, Openings.at(formulation.at().open(), chain.point()), chain.point(), chain.stages()));
        case ALL_PROVEN -> {
          progress.at("SITES", 1, 1);
          Openings openings = new Openings(session, formulation, patience, chain.point());
          yield new Ended.With(new Reached(formulation, openings.decide(), openings.point(), chain.stages()));
        }
      };
    }
  }

  private sealed interface Tried {
    record Done(Planned planned) implements Tried {}

    record Again(Setting.Cut cut) implements Tried {}
  }

  /** With the sites that were opened: goals keep what they reached, then people and days by lot, then seats. */
  private Tried list(Setting setting, Reached reached) {
    Formulation formulation = new Formulation(problem, policy, setting);
    List<Goal> goals = Goal.of(formulation, policy, setting);
    List<String> lookedAt = reached.stages().stream().map(Plan.Stage::wish).toList();
    long[] point = formulation.carry(reached.formulation(), reached.point());
    try (Engine.Session session = engine.open(formulation.model())) {
      for (Goal goal : goals) {
        if (lookedAt.contains(goal.name())) {
          session.bound(goal.terms(), patience);
          session.atLeast(goal.terms(), goal.terms().at(point));
        }
      }
      return seated(session, formulation, point, reached.stages());
    }
  }

  /** With sites and vehicles fixed: the goals by bounds, which is quick and as a rule enough, or one by one. */
  private Tried list(Setting setting) {
    Formulation formulation = new Formulation(problem, policy, setting);
    List<Goal> goals = Goal.of(formulation, policy, setting);
    try (Engine.Session session = engine.open(formulation.model())) {
      Chain chain = new Chain(session, patience, progress);
      switch (chain.byBounds(goals)) {
        case ALL_PROVEN -> {
          return seated(session, formulation, chain.point(), chain.stages());
        }
        case IMPOSSIBLE -> {
          return impossible(setting);
        }
        case NOT_PROVEN, UNKNOWN -> {}
      }
    }
    try (Engine.Session session = engine.open(formulation.model())) {
      Chain chain = new Chain(session, patience, progress);
      return switch (chain.strictly(goals)) {
        case IMPOSSIBLE -> impossible(setting);
        case UNKNOWN -> new Tried.Done(new Planned.NotFound());
        case NOT_PROVEN -> {
          Goal last = goals.get(chain.stages().size() - 1);
          session.atLeast(last.terms(), last.terms().at(chain.point()));
          yield seated(session, formulation, chain.point(), chain.stages());
        }
        case ALL_PROVEN -> seated(session, formulation, chain.point(), chain.stages());
      };
    }
  }

  private Tried impossible(Setting setting) {
    return new Tried.Done(new Planned.Impossible(Clash.smallest(problem, setting, engine, patience)));
  }

  private Tried seated(Engine.Session session, Formulation formulation, long[] from, List<Plan.Stage> stages) {
    long[] point = new Lots(session, formulation, patience, progress, from).decide();
    return switch (new Listing(formulation, point).seat(formulation.vehicles(point))) {
      case Listing.Seated.TooFew(Setting.Cut cut) -> new Tried.Again(cut);
      case Listing.Seated.Trips(List<Plan.Trip> trips) -> new Tried.Done(new Planned.Made(plan(trips, stages)));
    };
  }

  private Plan plan(List<Plan.Trip> trips, List<Plan.Stage> stages) {
    return new Plan(Plan.FORMAT, problem.hash(), policy.hash(), engine.name(), Optional.empty(), stages, trips);
  }

  /** A plan that breaks a rule is ours to mend, and is never shown. */
  private Planned gate(Plan found, Optional<Plan.Adjustment> adjustment, Setting asked) {
    Plan plan = new Plan(found.homeward(), found.problem(), found.policy(), found.engine(), adjustment, found.stages(), found.trips());
    Optional<Plan> before = asked.current();
    List<Breach> breaches = new ArrayList<>(Checker.check(problem, policy, plan, before));
    if (before.isPresent() && !asked.frame().equals(Optional.of(Setting.Frame.of(before.get(), problem)))) {
      // A supposition: what if there were one vehicle more than in the plan that stood.
      breaches.removeIf(breach -> breach.rule() == Breach.Rule.FIXED_SITES || breach.rule() == Breach.Rule.FIXED_VEHICLES);
    }
    if (!breaches.isEmpty()) {
      throw new IllegalStateException("a plan was found that breaks a rule: " + breaches);
    }
    return new Planned.Made(plan);
  }
}
