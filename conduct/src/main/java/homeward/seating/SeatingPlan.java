package homeward.seating;

import homeward.agreement.Agreement;
import homeward.conduct.Choosing;
import homeward.exchange.Ref;
import homeward.problem.Person.CannotGo;
import homeward.problem.Plan;
import homeward.problem.Policy;
import homeward.problem.Problem;
import homeward.register.Person;
import homeward.solver.Engine;
import homeward.solver.Engines;
import homeward.tranches.Planned;
import homeward.tranches.Tranches;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Whom a holder lets go when, by a plan made from what it knows of its own people. Where no plan can be made, since there are too few
 * people for the quotas or no solver for this machine, the lot decides.
 */
public final class SeatingPlan implements Choosing {
  private static final int LAST = Integer.MAX_VALUE;

  private final Engine engine;
  private final Policy policy;
  private final SortedMap<String, String> days;
  private final Map<Ref, Optional<Ref>> substitutes = new HashMap<>();
  private Problem problem;
  private Plan standing;

  /**
   * By a plan that stands.
   *
   * @param engine for what has to be changed on the way
   */
  public SeatingPlan(Engine engine, Problem problem, Policy policy, Plan plan) {
    this.engine = engine;
    this.problem = problem;
    this.policy = policy;
    this.standing = plan;
    this.days = new TreeMap<>(plan.days());
  }

  /** By a plan of the policy to begin with, for those of a holder's people whom the other side has agreed to. */
  public static Choosing of(Agreement agreement, String holder, SortedMap<Ref, Person> agreed) {
    Problem problem = SeatingProblem.of(agreement, holder, agreed);
    Policy policy = Policy.toBeginWith();
    return Engines.find(Engines.Name.HIGHS) instanceof Engines.Choice.Ready(Engine engine)
            && new Tranches(problem, policy, engine).plan() instanceof Planned.Made(Plan plan)
        ? new SeatingPlan(engine, problem, policy, plan)
        : Choosing.byLot();
  }

  /** First those planned for this tranche, then those planned for none, then those of the next ones. */
  @Override
  public synchronized List<Ref> order(int tranche, SortedSet<Ref> free) {
    List<Ref> order = new ArrayList<>(free);
    order.sort(Comparator.comparingInt(ref -> turn(tranche, ref)));
    return order;
  }

  private int turn(int tranche, Ref ref) {
    String day = days.get(ref.value());
    return day == null ? 1 : day.equals(SeatingProblem.day(tranche)) ? 0 : LAST;
  }

  /** The plan that stands, changed as little as the policy lets it. */
  @Override
  public synchronized Optional<Ref> instead(int tranche, Ref stays, SortedSet<Ref> free) {
    Optional<Ref> known = substitutes.getOrDefault(stays, Optional.empty()).filter(free::contains);
    if (known.isPresent()) {
      return known;
    }
    Optional<Ref> found = adjusted(tranche, stays).filter(free::contains).or(() -> order(tranche, free).stream().findFirst());
    substitutes.put(stays, found);
    return found;
  }

  private Optional<Ref> adjusted(int tranche, Ref stays) {
    // Whoever stayed behind before stays behind in every later change too.
    problem = problem.withPeople(person ->
        person.ref().equals(stays.value()) ? person.with(Optional.of(CannotGo.UNFIT), person.heldMonths(), person.lot()) : person);
    if (!(new Tranches(problem, policy, engine).adjust(standing, Set.of(), Set.of(stays.value())) instanceof Planned.Made(Plan plan))) {
      return Optional.empty();
    }
    Map<String, String> before = standing.days();
    standing = plan;
    days.clear();
    days.putAll(plan.days());
    return plan.days().entrySet().stream()
        .filter(entry -> entry.getValue().equals(SeatingProblem.day(tranche)) && !Objects.equals(before.get(entry.getKey()), entry.getValue()))
        .map(entry -> new Ref(entry.getKey()))
        .findFirst();
  }
}
