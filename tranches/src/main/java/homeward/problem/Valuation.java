package homeward.problem;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a list of people with their days is worth to a wish: plain sums over people, in whole numbers of which more is
 * better. Whoever finds plans by other means is measured by this.
 */
public final class Valuation {
  private final Problem problem;
  private final Eligible eligible;
  private final Map<String, Person> people;
  private final Map<String, Integer> positions = new HashMap<>();

  /** Of lists of this problem. */
  public Valuation(Problem problem) {
    this.problem = problem;
    this.eligible = new Eligible(problem);
    this.people = problem.byRef();
    for (Day day : problem.days()) {
      positions.put(day.day(), positions.size());
    }
  }

  /** The value of a wish, for who goes on which day. */
  public long of(Wish wish, Map<String, String> days) {
    return switch (wish.wish()) {
      case ASKED -> count(days, Person::wanted);
      case SERIOUSLY_WOUNDED -> count(days, person -> person.health() == Person.Health.SERIOUSLY_WOUNDED);
      case SICK -> count(days, person -> person.health() == Person.Health.SICK);
      case WOMEN -> count(days, person -> person.sex() == Person.Sex.FEMALE);
      case UNDER_20 -> count(days, person -> person.age() == Person.Age.UNDER_20);
      case OVER_60 -> count(days, person -> person.age() == Person.Age.OVER_60);
      case VULNERABLE -> count(days, Person::vulnerable);
      case LONGEST_HELD -> days.keySet().stream().mapToLong(ref -> wish.steps(person(ref).heldMonths())).sum();
      case UNITS_WITHOUT_RETURN -> firstReturns(days);
      case SECTORS_IN_BAND -> -outsideTheBand(wish, days);
      case WOUNDED_EARLY -> daysGained(days);
      case FEWEST_SITES -> -openings(days);
    };
  }

  /** How many people go differently: not any more, newly, or on another day. */
  public static long changes(Map<String, String> before, Map<String, String> after) {
    Set<String> all = new HashSet<>(before.keySet());
    all.addAll(after.keySet());
    return all.stream().filter(ref -> !String.valueOf(before.get(ref)).equals(String.valueOf(after.get(ref)))).count();
  }

  /**
   * The band of a sector: its share of everybody who goes, by how many of it can go, less and more the wish's percentage
   * of that share; rounded outwards, so that a band is never empty.
   *
   * @return the fewest and the most
   */
  public static long[] band(Wish wish, long going, long ofSector, long eligible) {
    long share = going * ofSector;
    long below = share * (100 - Math.min(100, wish.band()));
    long above = share * (100 + wish.band());
    return eligible == 0 ? new long[] {0, 0}
        : new long[] {Math.floorDiv(below, 100 * eligible), Math.ceilDiv(above, 100 * eligible)};
  }

  private Person person(String ref) {
    Person person = people.get(ref);
    if (person == null) {
      throw new IllegalArgumentException(ref + " is nobody of this problem");
    }
    return person;
  }

  private long count(Map<String, String> days, Predicate<Person> which) {
    return days.keySet().stream().filter(ref -> which.test(person(ref))).count();
  }

  private long firstReturns(Map<String, String> days) {
    Set<String> before = Set.copyOf(problem.returnedUnits().orElse(List.of()));
    return days.keySet().stream().map(ref -> person(ref).unit()).filter(unit -> !before.contains(unit)).distinct().count();
  }

  private long outsideTheBand(Wish wish, Map<String, String> days) {
    Map<String, Long> going = new HashMap<>();
    days.keySet().forEach(ref -> going.merge(person(ref).sector(), 1L, Long::sum));
    Map<String, Long> able = new HashMap<>();
    problem.people().stream().filter(eligible::canGo).forEach(person -> able.merge(person.sector(), 1L, Long::sum));
    long all = able.values().stream().mapToLong(Long::longValue).sum();
    long outside = 0;
    for (Map.Entry<String, Long> sector : able.entrySet()) {
      long[] band = band(wish, days.size(), sector.getValue(), all);
      long count = going.getOrDefault(sector.getKey(), 0L);
      outside += Math.max(0, Math.max(band[0] - count, count - band[1]));
    }
    return outside;
  }

  /** For everybody seriously wounded or sick who goes, how many days of the plan come after theirs. */
  private long daysGained(Map<String, String> days) {
    return days.entrySet().stream()
        .filter(entry -> person(entry.getKey()).health() != Person.Health.WELL)
        .mapToLong(entry -> problem.days().size() - 1L - position(entry.getValue()))
        .sum();
  }

  private int position(String day) {
    Integer position = positions.get(day);
    if (position == null) {
      throw new IllegalArgumentException(day + " is no day of this problem");
    }
    return position;
  }

  private long openings(Map<String, String> days) {
    return days.entrySet().stream().map(entry -> entry.getValue() + "\n" + person(entry.getKey()).site()).distinct().count();
  }
}
