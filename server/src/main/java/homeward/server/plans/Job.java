package homeward.server.plans;

import homeward.problem.Person;
import homeward.problem.Plan;
import homeward.problem.Policy;
import homeward.problem.Problem;
import homeward.problem.Sentence;
import java.util.Arrays;
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
 * @param basis the code of the plan that it changes, or is compared with
 * @param oneMore what there would be one more of: then it only tells what that would be worth
 * @param plan once it is made
 * @param whyNot when none can be made
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
    Optional<OneMore> oneMore,
    SortedSet<String> putIn,
    SortedSet<String> takenOut,
    Optional<Plan> plan,
    List<Sentence> whyNot,
    Optional<Long> standsSince) {

  /**
   * One more of something.
   *
   * @param route of {@code ROUTE}, else empty
   */
  public record OneMore(Kind kind, String route, String day) {
    /** What. */
    public enum Kind { SITES, VEHICLES, ROUTE }

    /** The problem with one more of it; empty where there is no such day or route, or it has no bound of which one more could be. */
    Optional<Problem> in(Problem problem) {
      boolean bounded = kind == Kind.ROUTE
          ? problem.routes().stream().anyMatch(each -> each.route().equals(route))
          : problem.days().stream().anyMatch(each -> each.day().equals(day) && (kind == Kind.SITES ? each.sites() : each.vehicles()).isPresent());
      return !bounded ? Optional.empty() : Optional.of(kind == Kind.ROUTE
          ? problem.withRoutes(each -> each.route().equals(route) ? each.withOneMoreVehicle() : each)
          : problem.withDays(each -> !each.day().equals(day) ? each : kind == Kind.SITES ? each.roomier(1, 0) : each.roomier(0, 1)));
    }

    /** As it stands in the database, and in a form. */
    public String text() {
      return kind + "\t" + day + "\t" + route;
    }

    /** The same read back; empty for anything else. */
    static Optional<OneMore> of(String text) {
      String[] words = text.split("\t", 3);
      return words.length < 3 ? Optional.empty()
          : Arrays.stream(Kind.values()).filter(kind -> kind.name().equals(words[0])).findFirst().map(kind -> new OneMore(kind, words[2], words[1]));
    }
  }

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

  /**
   * A plan as it stands in a list.
   *
   * @param people how many its problem has
   * @param policy its name and version
   */
  public record Entry(String code, Purpose purpose, long at, State state, int people, String policy, boolean stands) {}

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
