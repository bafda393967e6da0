package homeward.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The last gate of every plan: looks at each person and each trip, rule by rule, and knows nothing of how the plan was
 * found. A plan in which it finds anything is not shown.
 */
public final class Checker {
  private final Problem problem;
  private final Plan plan;
  private final Map<String, Person> people;
  private final Map<String, Day> days = new HashMap<>();
  private final Map<String, Site> sites = new HashMap<>();
  private final Map<String, Route> routes = new HashMap<>();
  private final List<Breach> breaches = new ArrayList<>();

  private Checker(Problem problem, Plan plan) {
    this.problem = problem;
    this.plan = plan;
    this.people = problem.byRef();
    problem.days().forEach(day -> days.put(day.day(), day));
    problem.sites().forEach(site -> sites.put(site.site(), site));
    problem.routes().forEach(route -> routes.put(route.route(), route));
  }

  /**
   * Every rule that the plan breaks, in the order of the rules; empty for a plan that may be shown.
   *
   * @param before the plan that stood, for an adjustment: its sites and vehicles are fixed then
   */
  public static List<Breach> check(Problem problem, Policy policy, Plan plan, Optional<Plan> before) {
    Checker checker = new Checker(problem, plan);
    if (checker.readable()) {
      checker.people();
      checker.counts();
      checker.groups();
      checker.capacities();
      before.ifPresent(checker::fixed);
      plan.adjusts().ifPresent(checker::pins);
      checker.values(policy, before);
    }
    return List.copyOf(checker.breaches);
  }

  private void breach(Breach.Rule rule, String words) {
    breaches.add(new Breach(rule, words));
  }

  /** What is not there, or there twice, cannot be looked at any further. */
  private boolean readable() {
    Set<String> seen = new HashSet<>();
    Set<String> trips = new HashSet<>();
    for (Plan.Trip trip : plan.trips()) {
      if (!days.containsKey(trip.day()) || !sites.containsKey(trip.site()) || !trips.add(trip.day() + "\n" + trip.site())) {
        breach(Breach.Rule.KNOWN_TRIPS, "the trip to site " + trip.site() + " on day " + trip.day() + " is unknown or there twice");
      }
      trip.vehicles().forEach(vehicle -> vehicle.forEach(ref -> {
        if (!people.containsKey(ref)) {
          breach(Breach.Rule.KNOWN_PEOPLE, ref + " is nobody of the problem");
        }
        if (!seen.add(ref)) {
          breach(Breach.Rule.ONCE_EACH, ref + " goes twice");
        }
      }));
    }
    return breaches.isEmpty();
  }

  private Person person(String ref) {
    return Objects.requireNonNull(people.get(ref));
  }

  private List<Person> riders(Plan.Trip trip) {
    return trip.vehicles().stream().flatMap(Set::stream).map(this::person).toList();
  }

  private void people() {
    for (Plan.Trip trip : plan.trips()) {
      for (Person person : riders(trip)) {
        if (!person.site().equals(trip.site())) {
          breach(Breach.Rule.FROM_WHERE_THEY_ARE, person.ref() + " is held at " + person.site() + ", not at " + trip.site());
        }
        person.cannotGo().ifPresent(reason -> breach(Breach.Rule.ABLE_TO_GO, person.ref() + " " + reason.words()));
        if (!Objects.requireNonNull(sites.get(trip.site())).opensFor(person.category(), trip.day())) {
          breach(Breach.Rule.OPEN_SITES, "site " + trip.site() + " is closed for " + person.category() + " on day " + trip.day());
        }
      }
    }
    Set<String> going = plan.days().keySet();
    problem.people().stream().filter(person -> person.named() && !going.contains(person.ref()))
        .forEach(person -> breach(Breach.Rule.NAMED_PEOPLE_GO, person.ref() + " is named and does not go"));
  }

  private void counts() {
    Map<String, Integer> found = new HashMap<>();
    plan.days().forEach((ref, day) -> found.merge(day + "\n" + person(ref).category(), 1, Integer::sum));
    Eligible eligible = new Eligible(problem);
    for (int day = 0; day < problem.days().size(); day++) {
      for (String category : eligible.categories()) {
        String name = problem.days().get(day).day();
        int counted = found.getOrDefault(name + "\n" + category, 0);
        if (counted != eligible.quota(day, category)) {
          breach(Breach.Rule.EXACT_COUNTS, counted + " of " + category + " go on day " + name + ", agreed are " + eligible.quota(day, category));
        }
      }
    }
  }

  private void groups() {
    Map<String, List<Person>> groups = problem.people().stream().filter(person -> person.group().isPresent())
        .collect(Collectors.groupingBy(person -> person.group().orElseThrow(), TreeMap::new, Collectors.toList()));
    Map<String, String> seats = new HashMap<>();
    for (Plan.Trip trip : plan.trips()) {
      for (int vehicle = 0; vehicle < trip.vehicles().size(); vehicle++) {
        for (String ref : trip.vehicles().get(vehicle)) {
          seats.put(ref, trip.day() + "\n" + trip.site() + "\n" + vehicle);
        }
      }
    }
    Map<String, String> when = plan.days();
    groups.forEach((group, members) -> {
      boolean together = members.stream().map(member -> String.valueOf(when.get(member.ref()))).distinct().count() == 1;
      boolean ridesTogether = members.stream().collect(Collectors.groupingBy(Person::site)).values().stream()
          .allMatch(fromOne -> fromOne.stream().map(member -> String.valueOf(seats.get(member.ref()))).distinct().count() == 1);
      if (!together || !ridesTogether) {
        breach(Breach.Rule.GROUPS_TOGETHER, "group " + group + " is parted");
      }
    });
  }

  private void capacities() {
    Map<String, Integer> vehiclesOfDay = new HashMap<>();
    Map<String, Integer> vehiclesOfRoute = new TreeMap<>();
    Map<String, Integer> sitesOfDay = new HashMap<>();
    for (Plan.Trip trip : plan.trips()) {
      Site site = Objects.requireNonNull(sites.get(trip.site()));
      Route route = Objects.requireNonNull(routes.get(site.route()));
      vehiclesOfDay.merge(trip.day(), trip.vehicles().size(), Integer::sum);
      vehiclesOfRoute.merge(trip.day() + "\n" + site.route(), trip.vehicles().size(), Integer::sum);
      sitesOfDay.merge(trip.day(), 1, Integer::sum);
      if (trip.vehicles().stream().anyMatch(vehicle -> vehicle.size() > route.seats() || vehicle.isEmpty())) {
        breach(Breach.Rule.SEATS, "a vehicle from site " + trip.site() + " on day " + trip.day() + " is empty or has more people than seats");
      }
      if (site.escorted().map(most -> trip.people() > most).orElse(false)) {
        breach(Breach.Rule.GUARDS, "the guards of site " + trip.site() + " cannot bring " + trip.people() + " people on day " + trip.day());
      }
    }
    vehiclesOfRoute.forEach((where, count) -> {
      String[] parts = where.split("\n", 2);
      if (count > Objects.requireNonNull(routes.get(parts[1])).vehicles()) {
        breach(Breach.Rule.ROUTE_VEHICLES, count + " vehicles on route " + parts[1] + " on day " + parts[0]);
      }
    });
    for (Day day : problem.days()) {
      over(Breach.Rule.DAY_VEHICLES, vehiclesOfDay.getOrDefault(day.day(), 0), day.vehicles(), "vehicles", day);
      over(Breach.Rule.SITES_A_DAY, sitesOfDay.getOrDefault(day.day(), 0), day.sites(), "sites", day);
    }
  }

  private void over(Breach.Rule rule, int count, Optional<Integer> most, String what, Day day) {
    if (most.map(limit -> count > limit).orElse(false)) {
      breach(rule, count + " " + what + " on day " + day.day() + ", at most " + most.orElseThrow());
    }
  }

  private void fixed(Plan before) {
    Map<String, Map<String, Integer>> stood = before.vehicles();
    for (Plan.Trip trip : plan.trips()) {
      int there = stood.getOrDefault(trip.day(), Map.of()).getOrDefault(trip.site(), 0);
      if (there == 0) {
        breach(Breach.Rule.FIXED_SITES, "site " + trip.site() + " is not opened on day " + trip.day() + " in the plan that stood");
      } else if (trip.vehicles().size() > there) {
        breach(Breach.Rule.FIXED_VEHICLES, trip.vehicles().size() + " vehicles at site " + trip.site() + " on day " + trip.day()
            + ", the plan that stood had " + there);
      }
    }
  }

  private void pins(Plan.Adjustment asked) {
    Set<String> going = plan.days().keySet();
    asked.in().stream().filter(ref -> !going.contains(ref)).forEach(ref -> breach(Breach.Rule.PINS, ref + " was put in and does not go"));
    asked.out().stream().filter(going::contains).forEach(ref -> breach(Breach.Rule.PINS, ref + " was taken out and goes"));
  }

  /** In an adjustment sites are fixed, so their number is not looked at again. */
  private void values(Policy policy, Optional<Plan> before) {
    Valuation valuation = new Valuation(problem);
    Map<String, Wish> wishes = policy.order().stream().collect(Collectors.toMap(wish -> wish.wish().name(), wish -> wish));
    for (Plan.Stage stage : plan.stages()) {
      Wish wish = wishes.get(stage.wish());
      long value = wish != null ? valuation.of(wish, plan.days())
          : before.map(stood -> -Valuation.changes(stood.days(), plan.days())).orElse(0L);
      if (value != stage.value() || stage.bound() < stage.value() || (stage.proven() && stage.gap() != 0)) {
        breach(Breach.Rule.STATED_VALUES, stage.wish() + " is stated as " + stage.value() + " and is " + value);
      }
    }
  }
}
