package homeward.server.plans;

import homeward.problem.Person;
import homeward.problem.Plan;
import homeward.problem.Policy;
import homeward.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A plan that somebody asked for.
 *
 * @param purpose whose people it is about
 * @param at epoch ms
 * @param done steps of {@code total}, while it is being made
 * @param basis the code of the plan that it changes
 * @param plan once it is made
 * @param whyNot clauses in English, each with its cure, when none can be made
 * @param standsSince epoch ms since when the desk goes by it
 */
public record Job(
    String code,
    Purpose purpose,
    long at,
    State state,
    long done,
    long total,
    Problem problem,
    Policy policy,
    Optional<String> basis,
    SortedSet<String> putIn,
    SortedSet<String> takenOut,
    Optional<Plan> plan,
    List<String> whyNot,
    Optional<Long> standsSince) {

  /** Whose people a plan is about. */
  public enum Purpose {
    /** Whom this side holds, and releases. */
    RELEASE,
    /** Its own people whom the other side holds: whom it asks for first. */
    REQUEST
  }

  /** For how many of them the other side asks. */
  public long asked() {
    return problem.people().stream().filter(Person::wanted).count();
  }

  /** How many of those it asks for go. */
  public long askedAndGoing() {
    Map<String, Person> byRef = problem.byRef();
    return plan.map(made -> made.days().keySet().stream().map(byRef::get).filter(person -> person != null && person.wanted()).count()).orElse(0L);
  }

  /** How far it is. */
  public enum State {
    WAITING,
    SOLVING,
    DONE,
    IMPOSSIBLE,
    CANCELLED;

    /** Whether nothing more comes of it. */
    public boolean isOver() {
      return this != WAITING && this != SOLVING;
    }
  }
}
