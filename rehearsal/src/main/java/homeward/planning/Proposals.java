package homeward.planning;

import homeward.problem.Day;
import homeward.problem.Eligible;
import homeward.problem.Invention;
import homeward.problem.Person;
import homeward.problem.Plan;
import homeward.problem.Policy;
import homeward.problem.Problem;
import homeward.problem.Route;
import homeward.problem.Site;
import homeward.problem.Valuation;
import homeward.problem.Wish;
import homeward.solver.Engine;
import homeward.tranches.Planned;
import homeward.tranches.Tranches;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Two sides come to one plan by proposals, since neither shows the other its priorities, its sites or its people's health;
 * measured against the plan that one problem in one place would have found by the home side's policy. The home side knows
 * nothing of roads, the holder nothing of the policy. What passes between them are references.
 */
public final class Proposals {
  private static final int ROUNDS = 4;

  private final Engine engine;
  private final Policy homes;

  /** Plays with this engine, for a home side with this policy. */
  private Proposals(Engine engine, Policy homes) {
    this.engine = engine;
    this.homes = homes;
  }

  /** Line by line: for each seed and round the home side's wishes beside those of the joint plan. */
  public static List<String> measure(Engine engine, int people, int seeds) {
    Policy homes = Policy.of(Wish.Kind.SERIOUSLY_WOUNDED, Wish.Kind.SICK, Wish.Kind.VULNERABLE, Wish.Kind.LONGEST_HELD, Wish.Kind.UNITS_WITHOUT_RETURN);
    List<String> lines = new ArrayList<>();
    for (long seed = 1; seed <= seeds; seed++) {
      lines.addAll(new Proposals(engine, homes).play(Invention.threeDays(people, seed), seed));
    }
    return lines;
  }

  private List<String> play(Problem problem, long seed) {
    List<String> lines = new ArrayList<>();
    Optional<Plan> joint = plan(problem, homes);
    lines.add("seed " + seed + ", joint: " + joint.map(plan -> values(problem, plan)).orElse("no plan"));
    Set<String> refused = new HashSet<>();
    for (int round = 1; round <= ROUNDS; round++) {
      Set<String> request = request(problem, refused);
      Optional<Plan> answer = plan(problem.withPeople(person -> person.withAsked(request.contains(person.ref()))),
          Policy.of(Wish.Kind.ASKED, Wish.Kind.FEWEST_SITES));
      if (answer.isEmpty()) {
        break;
      }
      Set<String> offered = answer.get().days().keySet();
      List<String> missing = request.stream().filter(ref -> !offered.contains(ref)).toList();
      lines.add("seed " + seed + ", round " + round + ": " + values(problem, answer.get()) + ", " + missing.size() + " of "
          + request.size() + " asked for were not offered");
      if (missing.isEmpty()) {
        break;
      }
      refused.addAll(missing);
    }
    return lines;
  }

  private Optional<Plan> plan(Problem problem, Policy policy) {
    return new Tranches(problem, policy, engine).plan() instanceof Planned.Made(Plan plan) ? Optional.of(plan) : Optional.empty();
  }

  /** Whom the home side wants, of those whom the holder did not refuse, as if there were neither sites nor roads. */
  private Set<String> request(Problem problem, Set<String> refused) {
    Set<String> groups = new HashSet<>();
    problem.people().stream().filter(person -> refused.contains(person.ref())).forEach(person -> person.group().ifPresent(groups::add));
    Problem free = problem
        .withPeople(person -> !person.named() && (refused.contains(person.ref()) || person.group().map(groups::contains).orElse(false))
            ? person.with(Optional.of(Person.CannotGo.HELD_BACK), person.heldMonths(), person.lot()) : person)
        .withDays(day -> new Day(day.day(), day.returns(), day.all(), Optional.empty(), Optional.empty()))
        .withRoutes(route -> new Route(route.route(), new Eligible(problem).count("military"), route.seats()))
        .withSites(site -> new Site(site.site(), site.route(), Optional.empty(), Optional.empty()));
    return plan(free, homes).map(plan -> plan.days().keySet()).orElse(Set.of());
  }

  private String values(Problem problem, Plan plan) {
    Valuation valuation = new Valuation(problem);
    Map<String, String> days = plan.days();
    return String.join(" ", homes.order().stream().map(wish -> String.valueOf(valuation.of(wish, days))).toList());
  }
}
