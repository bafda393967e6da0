package homeward.problem;

import homeward.json.Shape;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is submitted to the other side: references and counts, and nothing else. References are sorted, since an order would
 * tell priorities; there is no field for a pin, a reason, a lot or a policy.
 *
 * @param homeward {@link #FORMAT}
 */
public record Submission(String homeward, List<Part> days) {
  /** The name of the format. */
  public static final String FORMAT = "submission/1";

  static final Shape<Submission> SHAPE = Shape.of(Submission.class);

  /** Everybody it names, on whatever day. */
  public SortedSet<String> people() {
    SortedSet<String> people = new TreeSet<>();
    days.forEach(day -> people.addAll(day.people()));
    return people;
  }

  /** One day: how many of each category, and who. */
  public record Part(String day, SortedMap<String, Integer> counts, SortedSet<String> people) {}
}
