package homeward.problem;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One day on which people go: a tranche of the agreement.
 *
 * @param day a code for it, such as 2025-05-23
 * @param returns exactly how many of each category go on this day; nobody of a category that is not named
 * @param all categories of which everybody who can go and has not gone by then goes on this day (all for all)
 * @param sites at how many sites people may be fetched on this day
 * @param vehicles how many vehicles there are on this day, over all routes
 */
public record Day(
    String day,
    SortedMap<String, Integer> returns,
    Optional<List<String>> all,
    Optional<Integer> sites,
    Optional<Integer> vehicles) {

  /** Whether everybody who is left of the category goes on this day. */
  public boolean takesAllOf(String category) {
    return all.orElse(List.of()).contains(category);
  }

  /** The same with room for more sites and vehicles. */
  public Day roomier(int moreSites, int moreVehicles) {
    return new Day(day, returns, all, sites.map(most -> most + moreSites), vehicles.map(most -> most + moreVehicles));
  }

  /** The same with one more of a category. */
  public Day withOneMoreOf(String category) {
    SortedMap<String, Integer> more = new TreeMap<>(returns);
    more.merge(category, 1, Integer::sum);
    return new Day(day, more, all, sites, vehicles);
  }
}
