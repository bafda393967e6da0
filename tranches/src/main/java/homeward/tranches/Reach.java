package homeward.tranches;

import homeward.problem.Day;
import homeward.problem.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Who can be fetched from where on which day, and how many: what problem and setting say before anything is searched. */
final class Reach {
  private final Problem problem;
  private final Setting setting;
  private final int[] routeOf;
  private final int[] seats;

  Reach(Problem problem, Setting setting) {
    this.problem = problem;
    this.setting = setting;
    Map<String, Integer> routes = new HashMap<>();
    problem.routes().forEach(route -> routes.put(route.route(), routes.size()));
    this.routeOf = problem.sites().stream().mapToInt(site -> routes.getOrDefault(site.route(), -1)).toArray();
    this.seats = IntStream.of(routeOf).map(route -> problem.routes().get(route).seats()).toArray();
  }

  int days() {
    return problem.days().size();
  }

  int everybody() {
    return problem.people().size();
  }

  int sites() {
    return routeOf.length;
  }

  /** The route of a site, by position. */
  int route(int site) {
    return routeOf[site];
  }

  /** How many seats a vehicle has that comes to a site. */
  int seats(int site) {
    return seats[site];
  }

  /** Whether it can be otherwise than 0 that somebody is fetched there; for explanations it always can. */
  boolean at(int site, String category, int day) {
    if (setting.loose()) {
      return true;
    }
    boolean served = setting.frame().or(setting::opened).map(frame -> frame.at(site, day) > 0).orElse(true);
    Day when = problem.days().get(day);
    boolean called = when.returns().getOrDefault(category, 0) > 0 || when.takesAllOf(category);
    return served && called && problem.sites().get(site).opensFor(category, when.day());
  }

  /** Whether it can on any day. With openings fixed and vehicles not it is not asked, since a point of the open problem is carried over. */
  boolean ever(int site, String category) {
    return setting.frame().isEmpty() || IntStream.range(0, days()).anyMatch(day -> at(site, category, day));
  }

  /** How many vehicles can come to a site on a day at most. */
  int vehicles(int site, int day) {
    int ofRoute = problem.routes().get(routeOf[site]).vehicles();
    return Math.min(ofRoute, problem.days().get(day).vehicles().orElse(ofRoute));
  }

  /** How many people can be fetched at a site on a day at most; no bound for explanations. */
  int people(int site, int day) {
    if (setting.loose()) {
      return Integer.MAX_VALUE;
    }
    int vehicles = setting.frame().map(frame -> frame.at(site, day)).orElseGet(() -> vehicles(site, day));
    return Math.min(vehicles * seats[site], problem.sites().get(site).escorted().orElse(Integer.MAX_VALUE));
  }
}
