package homeward.tranches;

import homeward.problem.Eligible;
import homeward.problem.Person;
import homeward.problem.Plan;
import homeward.problem.Policy;
import homeward.problem.Problem;
import homeward.problem.Wish;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

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

  /** Most kinds of a large problem are two or three people. */
  private static final int FEW = 2;

  private final Setting setting;
  private final boolean early;
  private final List<ToIntFunction<Person>> told;
  private final Map<String, Integer> sites = new HashMap<>();
  private final Map<String, Integer> currentDays = new HashMap<>();
  private final Set<String> returned;
  private final Map<Cell, Integer> cellNumbers = new HashMap<>();
  private final Map<String, Integer> codeNumbers = new HashMap<>();
  private final List<Cell> cells = new ArrayList<>();
  private final List<Kind> kinds = new ArrayList<>();
  private final List<Team> teams = new ArrayList<>();

  /** Without those who could only stay, unless somebody named them or put them in, so that this has to be told. */
  Crowd(Problem problem, Policy policy, Setting setting, Eligible eligible, Reach reach) {
    this.setting = setting;
    this.early = policy.has(Wish.Kind.WOUNDED_EARLY);
    this.told = policy.order().stream().map(this::told).toList();
    this.returned = new HashSet<>(problem.returnedUnits().orElse(List.of()));
    problem.sites().forEach(site -> sites.put(site.site(), sites.size()));
    setting.current().ifPresent(plan -> remember(plan, problem));
    Map<String, boolean[]> reached = new HashMap<>();
    eligible.categories().forEach(category -> reached.put(category, reached(category, reach)));
    Map<Marks, Kind> alike = new HashMap<>();
    Map<String, List<Person>> together = new LinkedHashMap<>();
    problem.people().stream().filter(eligible::canGo).sorted(Comparator.comparingInt(Person::lot)).forEach(person -> {
      if (person.group().isPresent() && !setting.loose()) {
        together.computeIfAbsent(person.group().get(), group -> new ArrayList<>()).add(person);
      } else if (alone(person) || Objects.requireNonNull(reached.get(person.category()))[site(person)]) {
        int cell = cell(person);
        alike.computeIfAbsent(marks(person, cell), some -> kind(cell)).people().add(person);
      }
    });
    together.forEach((group, people) -> teams.add(new Team(group, people)));
  }

  private boolean[] reached(String category, Reach reach) {
    boolean[] bySite = new boolean[sites.size()];
    for (int site = 0; site < bySite.length; site++) {
      bySite[site] = reach.ever(site, category);
    }
    return bySite;
  }

  private Kind kind(int cell) {
    Kind kind = new Kind(cell, new ArrayList<>(FEW));
    kinds.add(kind);
    return kind;
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

  private int cell(Person person) {
    boolean ill = early && person.health() != Person.Health.WELL;
    String member = person.group().isPresent() ? person.ref() : "";
    return cellNumbers.computeIfAbsent(new Cell(site(person), person.category(), ill, currentDay(person), member), some -> {
      cells.add(some);
      return cells.size() - 1;
    });
  }

  /** What a person is told from others by, as numbers: of 100,000 one is made, so it is hashed and compared quickly. */
  @SuppressWarnings("ArrayRecordComponent") // compared by content
  private record Marks(int[] numbers) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Marks(int[] others) && Arrays.equals(numbers, others);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(numbers);
    }
  }

  private Marks marks(Person person, int cell) {
    int[] numbers = new int[told.size() + 2];
    numbers[0] = cell;
    numbers[1] = alone(person) ? number(person.ref()) : -1;
    for (int i = 0; i < told.size(); i++) {
      numbers[i + 2] = told.get(i).applyAsInt(person);
    }
    return new Marks(numbers);
  }

  private int number(String code) {
    return codeNumbers.computeIfAbsent(code, some -> codeNumbers.size());
  }

  /** By what a wish tells people from each other. */
  private ToIntFunction<Person> told(Wish wish) {
    return switch (wish.wish()) {
      case ASKED -> person -> person.wanted() ? 1 : 0;
      case SERIOUSLY_WOUNDED -> person -> person.health() == Person.Health.SERIOUSLY_WOUNDED ? 1 : 0;
      case SICK -> person -> person.health() == Person.Health.SICK ? 1 : 0;
      case WOMEN -> person -> person.sex() == Person.Sex.FEMALE ? 1 : 0;
      case UNDER_20 -> person -> person.age() == Person.Age.UNDER_20 ? 1 : 0;
      case OVER_60 -> person -> person.age() == Person.Age.OVER_60 ? 1 : 0;
      case VULNERABLE -> person -> person.vulnerable() ? 1 : 0;
      case LONGEST_HELD -> person -> wish.steps(person.heldMonths());
      case UNITS_WITHOUT_RETURN -> person -> ofNewUnit(person) ? number(person.unit()) : -1;
      case SECTORS_IN_BAND -> person -> number(person.sector());
      case WOUNDED_EARLY, FEWEST_SITES -> person -> 0;
    };
  }
}
