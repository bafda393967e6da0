package homeward.tranches;

import homeward.problem.Eligible;
import homeward.problem.Mistake;
import homeward.problem.Person;
import homeward.problem.Plan;
import homeward.problem.Policy;
import homeward.problem.Problem;
import homeward.problem.Sound;
import homeward.solver.Engine;
import homeward.solver.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Plans for one problem by one policy. The same problem, policy and question have the same plan, whichever engine finds it.
 *
 * @param progress hears how far it is, on the thread that asks
 */
public record Tranches(Problem problem, Policy policy, Engine engine, Patience patience, Progress progress) {
  /** Hears how far a plan is. */
  @FunctionalInterface
  public interface Progress {
    /** What is looked at now, and how many steps of how many are done. */
    void at(String what, long done, long total);
  }

  /** With all the patience it takes, told to nobody. */
  public Tranches(Problem problem, Policy policy, Engine engine) {
    this(problem, policy, engine, Patience.endless(), (what, done, total) -> {});
  }

  /** A plan with everything open: people, days, sites and vehicles. */
  public Planned plan() {
    return under(Setting.open(), Optional.empty());
  }

  /**
   * The plan that stands, changed as little as the policy lets it, with its sites and vehicles: somebody is put in or taken
   * out, or somebody of it cannot go any more in the problem as it is now. A group is put in and taken out as a whole.
   *
   * @param in references of people who have to go now
   * @param out references of people who must not
   */
  public Planned adjust(Plan standing, Set<String> in, Set<String> out) {
    SortedSet<String> putIn = new TreeSet<>(in);
    SortedSet<String> takenOut = new TreeSet<>(out);
    return under(Setting.changing(standing, problem, putIn, takenOut), Optional.of(new Plan.Adjustment(standing.hash(), putIn, takenOut)));
  }

  /** Asks anew what a plan answers, and says whether the same list comes out; for an adjustment with the plan before it. */
  public Planned again(Plan plan, Optional<Plan> before) {
    return plan.adjusts().map(asked -> adjust(before.orElseThrow(), asked.in(), asked.out())).orElseGet(this::plan);
  }

  /**
   * A plan under a setting.
   *
   * @param adjusts what is written into the plan about the one that it changes
   */
  public Planned under(Setting setting, Optional<Plan.Adjustment> adjusts) {
    List<Mistake> mistakes = mistakes(setting.in(), setting.out());
    if (!mistakes.isEmpty()) {
      return new Planned.Refused(mistakes);
    }
    try {
      return new Solving(problem, policy, engine, patience, progress).solve(setting, adjusts);
    } catch (Patience.Cancelled cancelled) {
      return new Planned.Cancelled();
    }
  }

  /** The same questions about another problem. */
  public Tranches with(Problem other) {
    return new Tranches(other, policy, engine, patience, progress);
  }

  private List<Mistake> mistakes(Set<String> in, Set<String> out) {
    List<Mistake> mistakes = new ArrayList<>(Sound.mistakes(problem));
    mistakes.addAll(Sound.mistakes(policy));
    if (mistakes.isEmpty()) {
      mistakes.addAll(pins(in, out));
    }
    return List.copyOf(mistakes);
  }

  private List<Mistake> pins(Set<String> in, Set<String> out) {
    List<Mistake> mistakes = new ArrayList<>();
    Map<String, Person> people = problem.byRef();
    Eligible eligible = new Eligible(problem);
    for (String ref : new TreeSet<>(in)) {
      Person person = people.get(ref);
      if (person == null) {
        mistakes.add(new Mistake(Mistake.Kind.UNKNOWN, ref, "nobody of the problem has this reference"));
      } else if (!eligible.canGo(person)) {
        String why = person.cannotGo().map(Person.CannotGo::words)
            .orElseGet(() -> "waits with a group of which " + eligible.heldBy(person).orElse("one") + " cannot go");
        mistakes.add(new Mistake(Mistake.Kind.CONTRADICTION, ref, why + ", so nobody can put this person in"));
      }
    }
    for (String ref : new TreeSet<>(out)) {
      Person person = people.get(ref);
      if (person == null) {
        mistakes.add(new Mistake(Mistake.Kind.UNKNOWN, ref, "nobody of the problem has this reference"));
      } else if (in.contains(ref)) {
        mistakes.add(new Mistake(Mistake.Kind.CONTRADICTION, ref, "is put in and taken out; keep one of the two"));
      } else if (person.named()) {
        mistakes.add(new Mistake(Mistake.Kind.CONTRADICTION, ref, "is named in the problem, so goes in every plan; take back the name first"));
      }
    }
    return mistakes;
  }
}
