package homeward.tranches;

import homeward.problem.Day;
import homeward.problem.Eligible;
import homeward.problem.Person;
import homeward.problem.Plan;
import homeward.problem.Policy;
import homeward.problem.Problem;
import homeward.problem.Route;
import homeward.problem.Site;
import homeward.problem.Valuation;
import homeward.problem.Wish;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tries every way of sending a handful of people, and takes the best by the written rules, one rule after the other. */
final class Brute {
  private final Problem problem;
  private final Policy policy;
  private final Optional<Plan> standing;
  private final Set<String> in;
  private final Set<String> out;
  private final Eligible eligible;
  private final Valuation valuation;
  private final List<SortedMap<String, String>> ways = new ArrayList<>();

  Brute(Problem problem, Policy policy, Optional<Plan> standing, Set<String> in, Set<String> out) {
    this.problem = problem;
    this.policy = policy;
    this.standing = standing;
    this.in = in;
    this.out = out;
    this.eligible = new Eligible(problem);
    this.valuation = new Valuation(problem);
    everyWay(0, new TreeMap<>());
  }

  private void everyWay(int next, SortedMap<String, String> days) {
    if (next == problem.people().size()) {
      if (allowed(days)) {
        ways.add(new TreeMap<>(days));
      }
      return;
    }
    Person person = problem.people().get(next);
    everyWay(next + 1, days);
    if (eligible.canGo(person)) {
      for (Day day : problem.days()) {
        days.put(person.ref(), day.day());
        everyWay(next + 1, days);
        days.remove(person.ref());
      }
    }
  }

  private boolean allowed(Map<String, String> days) {
    for (int day = 0; day < problem.days().size(); day++) {
      String name = problem.days().get(day).day();
      for (String category : eligible.categories()) {
        long count = problem.people().stream().filter(p -> p.category().equals(category) && name.equals(days.get(p.ref()))).count();
        if (count != eligible.quota(day, category)) {
          return false;
        }
      }
    }
    for (Person person : problem.people()) {
      boolean goes = days.containsKey(person.ref());
      boolean parted = person.group().isPresent() && problem.people().stream().anyMatch(other ->
          other.group().equals(person.group()) && !Objects.equals(days.get(other.ref()), days.get(person.ref())));
      boolean closed = goes && !site(person.site()).opensFor(person.category(), Objects.requireNonNull(days.get(person.ref())));
      if (parted || closed || (!goes && (person.named() || in.contains(person.ref()))) || (goes && out.contains(person.ref()))) {
        return false;
      }
    }
    return guards(days) && (standing.isPresent() ? withinTheStanding(days) : roads(days));
  }

  private Site site(String code) {
    return problem.sites().stream().filter(site -> site.site().equals(code)).findFirst().orElseThrow();
  }

  private Route route(Site site) {
    return problem.routes().stream().filter(route -> route.route().equals(site.route())).findFirst().orElseThrow();
  }

  private List<Person> riders(Map<String, String> days, Site site, Day day) {
    return problem.people().stream().filter(p -> p.site().equals(site.site()) && day.day().equals(days.get(p.ref()))).toList();
  }

  private boolean guards(Map<String, String> days) {
    return problem.sites().stream().allMatch(site -> problem.days().stream()
        .allMatch(day -> site.escorted().map(most -> riders(days, site, day).size() <= most).orElse(true)));
  }

  /** The fewest vehicles by trying every way to put people into them. */
  private int vehicles(Map<String, String> days, Site site, Day day) {
    Map<String, Integer> parts = new HashMap<>();
    riders(days, site, day).forEach(person -> parts.merge(person.group().orElse(person.ref()), 1, Integer::sum));
    return fewest(List.copyOf(parts.values()), 0, new ArrayList<>(), route(site).seats());
  }

  private static int fewest(List<Integer> parts, int next, List<Integer> filled, int seats) {
    if (next == parts.size()) {
      return filled.size();
    }
    int best = Integer.MAX_VALUE;
    for (int i = 0; i < filled.size(); i++) {
      if (filled.get(i) + parts.get(next) <= seats) {
        filled.set(i, filled.get(i) + parts.get(next));
        best = Math.min(best, fewest(parts, next + 1, filled, seats));
        filled.set(i, filled.get(i) - parts.get(next));
      }
    }
    filled.add(parts.get(next));
    best = Math.min(best, fewest(parts, next + 1, filled, seats));
    filled.removeLast();
    return best;
  }

  private int[][] needed(Map<String, String> days) {
    int[][] needed = new int[problem.sites().size()][problem.days().size()];
    for (int site = 0; site < needed.length; site++) {
      for (int day = 0; day < needed[site].length; day++) {
        needed[site][day] = vehicles(days, problem.sites().get(site), problem.days().get(day));
      }
    }
    return needed;
  }

  private boolean withinTheStanding(Map<String, String> days) {
    return within(needed(days), Setting.Frame.of(standing.orElseThrow(), problem).vehicles());
  }

  private static boolean within(int[][] needed, int[][] given) {
    for (int site = 0; site < needed.length; site++) {
      for (int day = 0; day < needed[site].length; day++) {
        if (needed[site][day] > given[site][day]) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean roads(Map<String, String> days) {
    int[][] needed = needed(days);
    int[][] open = new int[needed.length][problem.days().size()];
    for (int site = 0; site < needed.length; site++) {
      for (int day = 0; day < open[site].length; day++) {
        open[site][day] = needed[site][day] > 0 ? 1 : 0;
      }
    }
    return roadsHold(needed) && sitesHold(open);
  }

  private boolean roadsHold(int[][] vehicles) {
    for (int day = 0; day < problem.days().size(); day++) {
      int ofDay = 0;
      Map<String, Integer> ofRoute = new HashMap<>();
      for (int site = 0; site < vehicles.length; site++) {
        ofDay += vehicles[site][day];
        ofRoute.merge(problem.sites().get(site).route(), vehicles[site][day], Integer::sum);
      }
      if (ofDay > problem.days().get(day).vehicles().orElse(ofDay)
          || problem.routes().stream().anyMatch(route -> ofRoute.getOrDefault(route.route(), 0) > route.vehicles())) {
        return false;
      }
    }
    return true;
  }

  private boolean sitesHold(int[][] open) {
    for (int day = 0; day < problem.days().size(); day++) {
      int count = 0;
      for (int[] site : open) {
        count += site[day];
      }
      if (count > problem.days().get(day).sites().orElse(count)) {
        return false;
      }
    }
    return true;
  }

  /** Who goes when, in the best way; empty when there is no way at all. */
  Optional<SortedMap<String, String>> best() {
    if (ways.isEmpty()) {
      return Optional.empty();
    }
    List<SortedMap<String, String>> best = ways;
    for (Wish wish : policy.order()) {
      if (standing.isEmpty() || wish.wish() != Wish.Kind.FEWEST_SITES) {
        best = largest(best, way -> valuation.of(wish, way));
      }
    }
    if (standing.isPresent()) {
      best = largest(best, way -> -Valuation.changes(standing.get().days(), way));
    } else {
      best = withSites(best);
    }
    return Optional.of(byLot(best));
  }

  private interface Value {
    long of(SortedMap<String, String> way);
  }

  private static List<SortedMap<String, String>> largest(List<SortedMap<String, String>> ways, Value value) {
    long most = ways.stream().mapToLong(value::of).max().orElseThrow();
    return ways.stream().filter(way -> value.of(way) == most).toList();
  }

  private List<SortedMap<String, String>> byLotOnly(List<SortedMap<String, String>> ways) {
    List<SortedMap<String, String>> best = ways;
    List<Person> people = problem.people().stream().sorted(Comparator.comparingInt(Person::lot)).toList();
    for (Person person : people) {
      best = largest(best, way -> way.containsKey(person.ref()) ? 1 : 0);
    }
    for (Person person : people) {
      best = largest(best, way -> -problem.days().stream().map(Day::day).toList().indexOf(way.getOrDefault(person.ref(), "")));
    }
    return best;
  }

  private SortedMap<String, String> byLot(List<SortedMap<String, String>> ways) {
    return byLotOnly(ways).getFirst();
  }

  /** Openings by the lots of their sites, as {@link Openings} says. */
  private List<SortedMap<String, String>> withSites(List<SortedMap<String, String>> ways) {
    List<int[]> order = order();
    int[][] open = openings(ways, order);
    return ways.stream().filter(way -> opened(needed(way), open)).filter(way -> roadsHold(served(needed(way), open))).toList();
  }

  private static boolean opened(int[][] needed, int[][] open) {
    for (int site = 0; site < needed.length; site++) {
      for (int day = 0; day < needed[site].length; day++) {
        if (needed[site][day] > 0 && open[site][day] == 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** To a site that is opened at least one vehicle goes. */
  private static int[][] served(int[][] needed, int[][] open) {
    int[][] served = new int[needed.length][];
    for (int site = 0; site < needed.length; site++) {
      served[site] = needed[site].clone();
      for (int day = 0; day < open[site].length; day++) {
        served[site][day] = Math.max(served[site][day], open[site][day]);
      }
    }
    return served;
  }

  private List<int[]> order() {
    Map<Integer, Integer> lots = new HashMap<>();
    List<int[]> order = new ArrayList<>();
    for (int site = 0; site < problem.sites().size(); site++) {
      String code = problem.sites().get(site).site();
      lots.put(site, problem.people().stream().filter(p -> p.site().equals(code) && eligible.canGo(p)).mapToInt(Person::lot).min().orElse(Integer.MAX_VALUE));
      for (int day = 0; day < problem.days().size(); day++) {
        order.add(new int[] {site, day, Objects.requireNonNull(lots.get(site))});
      }
    }
    order.sort(Comparator.comparingInt((int[] where) -> where[2]).thenComparingInt(where -> where[0]).thenComparingInt(where -> where[1]));
    return order;
  }

  /** The first in the order counts most: bits are counted downwards, and the first that can be is taken. */
  private int[][] openings(List<SortedMap<String, String>> ways, List<int[]> order) {
    for (int bits = (1 << order.size()) - 1; bits >= 0; bits--) {
      int[][] open = new int[problem.sites().size()][problem.days().size()];
      for (int i = 0; i < order.size(); i++) {
        open[order.get(i)[0]][order.get(i)[1]] = bits >> (order.size() - 1 - i) & 1;
      }
      int opened = Integer.bitCount(bits);
      if (sitesHold(open) && ways.stream().anyMatch(way -> opened(needed(way), open) && few(way, opened) && roadsHold(served(needed(way), open)))) {
        return open;
      }
    }
    throw new IllegalStateException("no openings for what can be");
  }

  private boolean few(SortedMap<String, String> way, int opened) {
    return !policy.has(Wish.Kind.FEWEST_SITES) || opened <= -valuation.of(Wish.of(Wish.Kind.FEWEST_SITES), way);
  }
}
