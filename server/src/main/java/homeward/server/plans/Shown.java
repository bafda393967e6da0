package homeward.server.plans;

import homeward.problem.Day;
import homeward.problem.Person;
import homeward.problem.Plan;
import homeward.problem.Problem;
import homeward.problem.Valuation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A plan as its page shows it.
 *
 * @param widest the most people that one trip has, at least one
 */
record Shown(List<DayShown> days, int widest, List<Seat> seats) {

  /** A day with how many of each category go and from where. */
  record DayShown(String day, int people, SortedMap<String, Integer> categories, List<TripShown> trips) {}

  /** People who are fetched from one site, by vehicle. */
  record TripShown(String site, int people, List<Integer> vehicles) {}

  /** A wish, with its value in the plan before and in this one. */
  record Worth(String wish, long before, long after) {}

  /** What each wish is worth in one plan and in another, person by person. */
  static List<Worth> worth(Job before, Job after) {
    Valuation then = new Valuation(before.problem());
    Valuation now = new Valuation(after.problem());
    return after.policy().order().stream().map(wish -> new Worth(wish.wish().name(), then.of(wish, before.plan().orElseThrow().days()),
        now.of(wish, after.plan().orElseThrow().days()))).toList();
  }

  /** Somebody who goes. */
  record Seat(String ref, String category, String day, String site, int vehicle) {}

  static Shown of(Problem problem, Plan plan) {
    Map<String, Person> people = problem.byRef();
    List<DayShown> days = problem.days().stream().map(day -> day(day, plan, people)).toList();
    int widest = days.stream().flatMap(day -> day.trips().stream()).mapToInt(TripShown::people).max().orElse(1);
    return new Shown(days, Math.max(1, widest), seats(plan, people));
  }

  private static DayShown day(Day day, Plan plan, Map<String, Person> people) {
    SortedMap<String, Integer> categories = new TreeMap<>();
    List<TripShown> trips = new ArrayList<>();
    plan.trips().stream().filter(trip -> trip.day().equals(day.day())).forEach(trip -> {
      trips.add(new TripShown(trip.site(), trip.people(), trip.vehicles().stream().map(java.util.SortedSet::size).toList()));
      trip.vehicles().forEach(vehicle -> vehicle.forEach(ref -> categories.merge(category(people, ref), 1, Integer::sum)));
    });
    return new DayShown(day.day(), categories.values().stream().mapToInt(Integer::intValue).sum(), categories, trips);
  }

  private static List<Seat> seats(Plan plan, Map<String, Person> people) {
    List<Seat> seats = new ArrayList<>();
    for (Plan.Trip trip : plan.trips()) {
      for (int vehicle = 0; vehicle < trip.vehicles().size(); vehicle++) {
        for (String ref : trip.vehicles().get(vehicle)) {
          seats.add(new Seat(ref, category(people, ref), trip.day(), trip.site(), vehicle + 1));
        }
      }
    }
    return seats;
  }

  private static String category(Map<String, Person> people, String ref) {
    Person person = people.get(ref);
    return person == null ? "" : person.category();
  }

  /** How many columns wide a bar of so many people is, of a hundred. */
  public int bar(int count) {
    return Math.max(1, 100 * count / widest);
  }
}
