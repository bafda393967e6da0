package homeward.tranches;

import homeward.problem.Eligible;
import homeward.problem.Person;
import homeward.problem.Plan;
import homeward.problem.Policy;
import homeward.problem.Problem;
import homeward.problem.Wish;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everybody who can go, gathered by what makes a difference. People between whom neither a rule nor a wish can tell form a
 * kind: only how many of a kind go has to be found, and within it the lot decides. Kinds between which no day can tell form
 * a cell: how many of a cell go on which day. That is why a problem of 100,000 people is small.
 */
final class Crowd {
  /**
   * A site, a category, whether an early day is wished for, and the day in the plan that stands, -1 for none. For
   * explanations each member of a group has a cell alone, so that the group can be parted in thought.
   */
  record Cell(int site, String category, boolean ill, int currentDay, String member) {}

  /** People who are alike; in the order of their lots. */
  record Kind(int cell, List<Person> people) {
    Person first() {
      return people.getFirst();
    }
  }

  /** A group that goes together; in the order of lots. */
  record Team(String group, List<Person> people) {}

  private final Policy policy;
  private final Setting setting;
  private final Map<String, Integer> sites = new HashMap<>();
  private final Map<String, Integer> currentDays = new HashMap<>();
  private final Set<String> returned;
  private final Map<Cell, Integer> cellNumbers = new HashMap<>();
  private final List<Cell> cells = new ArrayList<>();
  private final List<Kind> kinds = new ArrayList<>();
  private final List<Team> teams = new ArrayList<>();

  Crowd(Problem problem, Policy policy, Setting setting) {
    this.policy = policy;
    this.setting = setting;
    this.returned = new HashSet<>(problem.returnedUnits().orElse(List.of()));
    problem.sites().forEach(site -> sites.put(site.site(), sites.size()));
    setting.current().ifPresent(plan -> remember(plan, problem));
    Eligible eligible = new Eligible(problem);
    Map<List<Object>, List<Person>> alike = new LinkedHashMap<>();
    Map<String, List<Person>> together = new LinkedHashMap<>();
    problem.people().stream().filter(eligible::canGo).sorted(Comparator.comparingInt(Person::lot)).forEach(person -> {
      if (person.group().isPresent() && !setting.loose()) {
        together.computeIfAbsent(person.group().get(), group -> new ArrayList<>()).add(person);
      } else {
        alike.computeIfAbsent(key(person), some -> new ArrayList<>()).add(person);
      }
    });
    alike.values().forEach(people -> kinds.add(new Kind(cell(people.getFirst()), people)));
    together.forEach((group, people) -> teams.add(new Team(group, people)));
  }

  private void remember(Plan plan, Problem problem) {
    Map<String, Integer> positions = new HashMap<>();
    problem.days().forEach(day -> positions.put(day.day(), positions.size()));
    plan.days().forEach((ref, day) -> currentDays.put(ref, positions.getOrDefault(day, -1)));
  }

  List<Cell> cells() {
    return cells;
  }

  List<Kind> kinds() {
    return kinds;
  }

  List<Team> teams() {
    return teams;
  }

  int site(Person person) {
    return sites.getOrDefault(person.site(), -1);
  }

  /** The day in the plan that stands; -1 for none. */
  int currentDay(Person person) {
    return currentDays.getOrDefault(person.ref(), -1);
  }

  /** How many go in the plan that stands. */
  int currentSize() {
    return currentDays.size();
  }

  /** Whether nobody has returned to the person's unit before. */
  boolean ofNewUnit(Person person) {
    return !returned.contains(person.unit());
  }

  /** Whether this person is looked at alone, because somebody named, put in or took out just this one. */
  boolean alone(Person person) {
    return person.named() || setting.in().contains(person.ref()) || setting.out().contains(person.ref());
  }

  private String member(Person person) {
    return person.group().isPresent() ? person.ref() : "";
  }

  private int cell(Person person) {
    boolean ill = policy.has(Wish.Kind.WOUNDED_EARLY) && person.health() != Person.Health.WELL;
    Cell cell = new Cell(site(person), person.category(), ill, currentDay(person), member(person));
    return cellNumbers.computeIfAbsent(cell, some -> {
      cells.add(some);
      return cells.size() - 1;
    });
  }

  private List<Object> key(Person person) {
    List<Object> key = new ArrayList<>(List.of(site(person), person.category(), currentDay(person), alone(person) ? person.ref() : "", member(person)));
    if (policy.has(Wish.Kind.WOUNDED_EARLY)) {
      key.add(person.health() != Person.Health.WELL);
    }
    policy.order().forEach(wish -> key.add(switch (wish.wish()) {
      case ASKED -> person.wanted();
      case SERIOUSLY_WOUNDED -> person.health() == Person.Health.SERIOUSLY_WOUNDED;
      case SICK -> person.health() == Person.Health.SICK;
      case WOMEN -> person.sex() == Person.Sex.FEMALE;
      case UNDER_20 -> person.age() == Person.Age.UNDER_20;
      case OVER_60 -> person.age() == Person.Age.OVER_60;
      case VULNERABLE -> person.vulnerable();
      case LONGEST_HELD -> wish.steps(person.heldMonths());
      case UNITS_WITHOUT_RETURN -> ofNewUnit(person) ? person.unit() : "";
      case SECTORS_IN_BAND -> person.sector();
      case WOUNDED_EARLY, FEWEST_SITES -> "";
    }));
    return key;
  }
}
