package homeward.tranches;

import homeward.problem.Day;
import homeward.problem.Person;
import homeward.problem.Policy;
import homeward.problem.Problem;
import homeward.problem.Route;
import homeward.problem.Site;
import homeward.problem.Wish;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Problems of a handful of people with every kind of rule, by a seed. */
final class Small {
  private final SplittableRandom random;

  Small(long seed) {
    random = new SplittableRandom(seed);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> Optional<T> sometimes(int percent, T value) {
    return chance(percent) ? Optional.of(value) : Optional.empty();
  }

  private <E extends Enum<E>> E any(Class<E> kind) {
    List<E> all = List.copyOf(EnumSet.allOf(kind));
    return all.get(random.nextInt(all.size()));
  }

  Problem problem() {
    int size = 4 + random.nextInt(4);
    int sites = 2 + random.nextInt(2);
    List<Route> routes = List.of(new Route("r0", 1 + random.nextInt(2), 2 + random.nextInt(2)), new Route("r1", 1 + random.nextInt(2), 2));
    List<Site> places = new ArrayList<>();
    for (int i = 0; i < sites; i++) {
      Optional<List<Site.Closure>> closed = sometimes(20,
          List.of(new Site.Closure("d" + random.nextInt(2), sometimes(50, "military"))));
      places.add(new Site("s" + i, "r" + i % 2, sometimes(30, 1 + random.nextInt(3)), closed));
    }
    return new Problem(Problem.FORMAT, days(size), routes, places, sometimes(50, List.of("u0")), people(size, sites));
  }

  private List<Day> days(int size) {
    List<Day> days = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      SortedMap<String, Integer> returns = new TreeMap<>();
      returns.put("military", random.nextInt(1 + size / 3));
      Optional<List<String>> all = Optional.empty();
      if (i == 1 && chance(10)) {
        all = Optional.of(List.of("civilian"));
      } else if (chance(50)) {
        returns.put("civilian", random.nextInt(2));
      }
      days.add(new Day("d" + i, returns, all, sometimes(50, 1 + random.nextInt(2)), sometimes(30, 1 + random.nextInt(3))));
    }
    boolean allLater = days.get(1).takesAllOf("civilian");
    return allLater ? List.of(days.get(0), days.get(1)) : days;
  }

  private List<Person> people(int size, int sites) {
    List<Integer> lots = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      lots.add(random.nextInt(lots.size() + 1), i * 3);
    }
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Optional<String> group = sometimes(25, "g" + random.nextInt(2));
      Optional<Person.CannotGo> cannot = sometimes(10, Person.CannotGo.DECLINED);
      Optional<Boolean> named = cannot.isEmpty() && group.isEmpty() ? sometimes(8, true) : Optional.empty();
      people.add(new Person("p" + i, chance(70) ? "military" : "civilian", "s" + random.nextInt(sites),
          any(Person.Health.class), any(Person.Sex.class), any(Person.Age.class),
          random.nextInt(20), "u" + random.nextInt(3), "k" + random.nextInt(2), group, named, cannot, sometimes(40, true), lots.get(i)));
    }
    return people;
  }

  /** A few wishes of every kind, in any order. */
  Policy policy() {
    List<Wish.Kind> kinds = new ArrayList<>(List.of(Wish.Kind.values()));
    List<Wish> order = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      Wish.Kind kind = kinds.remove(random.nextInt(kinds.size()));
      order.add(new Wish(kind, kind == Wish.Kind.LONGEST_HELD ? sometimes(50, 1 + random.nextInt(6)) : Optional.empty(),
          kind == Wish.Kind.SECTORS_IN_BAND ? sometimes(50, random.nextInt(60)) : Optional.empty()));
    }
    return new Policy(Policy.FORMAT, "small", 1, order);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }
}
