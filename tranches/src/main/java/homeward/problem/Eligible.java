package homeward.problem;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who of a problem can go at all, and how many of a category each day takes. A group of which one cannot go waits as a
 * whole: nobody is parted from their own by a plan.
 */
public final class Eligible {
  private final Problem problem;
  private final Map<String, String> whoHolds = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<String> categories;

  /** Looks at everybody once. */
  public Eligible(Problem problem) {
    this.problem = problem;
    for (Person person : problem.people()) {
      if (person.cannotGo().isPresent()) {
        person.group().ifPresent(group -> whoHolds.putIfAbsent(group, person.ref()));
      }
    }
    for (Person person : problem.people()) {
      counts.merge(person.category(), canGo(person) ? 1 : 0, Integer::sum);
    }
    Set<String> all = new TreeSet<>(counts.keySet());
    problem.days().forEach(day -> all.addAll(day.returns().keySet()));
    this.categories = List.copyOf(all);
  }

  /** Whether this person may stand in a plan. */
  public boolean canGo(Person person) {
    return person.cannotGo().isEmpty() && (person.group().isEmpty() || !whoHolds.containsKey(person.group().get()));
  }

  /** Who of the same group cannot go, so that all of it waits; empty when nobody. */
  public Optional<String> heldBy(Person person) {
    return person.group().map(whoHolds::get).filter(ref -> !ref.equals(person.ref()));
  }

  /** How many of a category can go. */
  public int count(String category) {
    return counts.getOrDefault(category, 0);
  }

  /** Every category of the people and of the days, sorted. */
  public List<String> categories() {
    return categories;
  }

  /** How many of a category go on the day with this position: what the day says, or whoever is left. */
  public int quota(int day, String category) {
    Day asked = problem.days().get(day);
    if (!asked.takesAllOf(category)) {
      return asked.returns().getOrDefault(category, 0);
    }
    int before = problem.days().subList(0, day).stream().mapToInt(earlier -> earlier.returns().getOrDefault(category, 0)).sum();
    return count(category) - before;
  }
}
