package homeward.problem;

import homeward.json.Shape;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who goes when, from where and in which vehicle, and how well each wish is met. It stays with the side that made it; what
 * may leave is a {@link Submission}.
 *
 * @param homeward {@link #FORMAT}
 * @param problem hash of the problem it answers
 * @param policy hash of the policy it follows
 * @param engine name and version of the program that found it
 * @param adjusts present when it changes a plan that stood, with the sites and vehicles of that one
 * @param stages the wishes in order, as far as they were looked at
 * @param trips in the order of days and, on a day, of the problem's sites
 */
public record Plan(
    String homeward,
    String problem,
    String policy,
    String engine,
    Optional<Adjustment> adjusts,
    List<Stage> stages,
    List<Trip> trips) {

  /** The name of the format. */
  public static final String FORMAT = "plan/1";

  static final Shape<Plan> SHAPE = Shape.of(Plan.class);

  /**
   * What an adjustment was asked.
   *
   * @param plan hash of the plan that stood
   * @param in who has to go now
   * @param out who must not
   */
  public record Adjustment(String plan, SortedSet<String> in, SortedSet<String> out) {}

  /**
   * One wish and what became of it.
   *
   * @param wish the kind, or CHANGES
   * @param value what the plan reaches
   * @param bound what no plan can exceed while all earlier stages are as they are
   * @param proven whether nothing better exists; nothing is reported below a stage that is not proven
   */
  public record Stage(String wish, long value, long bound, boolean proven) {
    /** The last stage that has a value: people who go differently than in the plan that stood, counted below zero. */
    public static final String CHANGES = "CHANGES";

    /** By how much it could be better at most. */
    public long gap() {
      return bound - value;
    }
  }

  /** Who is fetched from a site on a day: references by vehicle, sorted, since an order would tell priorities. */
  public record Trip(String day, String site, List<SortedSet<String>> vehicles) {
    /** How many people. */
    public int people() {
      return vehicles.stream().mapToInt(SortedSet::size).sum();
    }
  }

  /** Who goes, each with the day. */
  public SortedMap<String, String> days() {
    SortedMap<String, String> days = new TreeMap<>();
    trips.forEach(trip -> trip.vehicles().forEach(vehicle -> vehicle.forEach(ref -> days.put(ref, trip.day()))));
    return days;
  }

  /** How many vehicles serve each site on each day: {@code vehicles().get(day).get(site)}. */
  public Map<String, Map<String, Integer>> vehicles() {
    Map<String, Map<String, Integer>> found = new HashMap<>();
    trips.forEach(trip -> found.computeIfAbsent(trip.day(), day -> new LinkedHashMap<>())
        .merge(trip.site(), trip.vehicles().size(), Integer::sum));
    return found;
  }

  /** Whether every stage is proven. */
  public boolean proven() {
    return stages.stream().allMatch(Stage::proven);
  }

  /** SHA-256 over the canonical form, in small hexadecimal letters. */
  public String hash() {
    return Problem.sha256(SHAPE.write(this).canonical());
  }

  /** SHA-256 over who goes when and how alone: two engines that agree have the same. */
  public String listHash() {
    return Problem.sha256(SHAPE.write(new Plan(homeward, problem, policy, "", Optional.empty(), List.of(), trips)).canonical());
  }

  /** What may leave: references and counts. */
  public Submission submission(Problem problem) {
    Map<String, Person> people = problem.byRef();
    List<Submission.Part> parts = problem.days().stream().map(day -> {
      SortedMap<String, Integer> counts = new TreeMap<>();
      SortedSet<String> refs = new TreeSet<>();
      days().forEach((ref, when) -> {
        if (when.equals(day.day())) {
          refs.add(ref);
          Person person = people.get(ref);
          if (person != null) {
            counts.merge(person.category(), 1, Integer::sum);
          }
        }
      });
      return new Submission.Part(day.day(), counts, refs);
    }).toList();
    return new Submission(Submission.FORMAT, parts);
  }
}
