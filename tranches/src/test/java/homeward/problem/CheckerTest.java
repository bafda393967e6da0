package homeward.problem;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.problem.Breach.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** One rule, one test: a plan that breaks just this rule, beside the plan that breaks none. */
class CheckerTest {
  private static final Policy POLICY = Policy.of(Wish.Kind.SERIOUSLY_WOUNDED);

  /** Four go on two days, from two sites; a and b are a group, e cannot go, f is named. */
  private static final Problem PROBLEM = new Problem(Problem.FORMAT,
      List.of(day("d1", 3, 1), day("d2", 1, 1)),
      List.of(new Route("r", 2, 2)),
      List.of(new Site("north", "r", Optional.of(3), Optional.empty()),
          new Site("south", "r", Optional.empty(), Optional.of(List.of(new Site.Closure("d1", Optional.empty()))))),
      Optional.empty(),
      List.of(person("a", "north", "g"), person("b", "north", "g"), person("c", "north", ""), person("d", "south", ""),
          person("e", "north", "").with(Optional.of(Person.CannotGo.DECLINED), 0, 5), person("f", "south", "").withName(),
          person("h", "north", "")));

  private static final Plan GOOD = plan(
      new Plan.Trip("d1", "north", List.of(refs("a", "b"), refs("c"))),
      new Plan.Trip("d2", "south", List.of(refs("f"))));

  private static Day day(String name, int military, int sites) {
    return new Day(name, new TreeMap<>(Map.of("military", military)), Optional.empty(), Optional.of(sites), Optional.of(2));
  }

  private static Person person(String ref, String site, String group) {
    return new Person(ref, "military", site, ref.equals("c") ? Person.Health.SERIOUSLY_WOUNDED : Person.Health.WELL, Person.Sex.MALE,
        Person.Age.FROM_20_TO_59, 6, "u", "k", group.isEmpty() ? Optional.empty() : Optional.of(group), Optional.empty(), Optional.empty(),
        Optional.empty(), ref.charAt(0));
  }

  private static SortedSet<String> refs(String... refs) {
    return new TreeSet<>(List.of(refs));
  }

  private static Plan plan(Plan.Trip... trips) {
    return new Plan(Plan.FORMAT, "", "", "", Optional.empty(), List.of(new Plan.Stage("SERIOUSLY_WOUNDED", 1, 1, true)), List.of(trips));
  }

  private static List<Rule> rules(Problem problem, Plan plan) {
    return Checker.check(problem, POLICY, plan, Optional.empty()).stream().map(Breach::rule).distinct().toList();
  }

  private static Problem with(UnaryOperator<Day> days) {
    return PROBLEM.withDays(days);
  }

  @Test
  void aPlanThatKeepsEveryRuleHasNoBreach() {
    assertThat(rules(PROBLEM, GOOD)).isEmpty();
  }

  @Test
  void somebodyWhoIsNobodyIsFound() {
    assertThat(rules(PROBLEM, plan(GOOD.trips().getFirst(), new Plan.Trip("d2", "south", List.of(refs("f", "nobody"))))))
        .containsExactly(Rule.KNOWN_PEOPLE);
  }

  @Test
  void somebodyWhoGoesTwiceIsFound() {
    assertThat(rules(PROBLEM, plan(GOOD.trips().getFirst(), new Plan.Trip("d2", "south", List.of(refs("f", "a"))))))
        .containsExactly(Rule.ONCE_EACH);
  }

  @Test
  void aTripToNowhereIsFound() {
    assertThat(rules(PROBLEM, plan(GOOD.trips().getFirst(), new Plan.Trip("d9", "south", List.of(refs("f"))))))
        .containsExactly(Rule.KNOWN_TRIPS);
  }

  @Test
  void somebodyFetchedFromElsewhereIsFound() {
    assertThat(rules(PROBLEM.withPeople(person -> person.ref().equals("f") ? person("f", "north", "").withName() : person), GOOD))
        .containsExactly(Rule.FROM_WHERE_THEY_ARE);
  }

  @Test
  void somebodyWhoCannotTravelIsFound() {
    Plan plan = plan(new Plan.Trip("d1", "north", List.of(refs("a", "b"), refs("e"))), GOOD.trips().getLast());
    assertThat(rules(PROBLEM, withValue(plan, 0))).containsExactly(Rule.ABLE_TO_GO);
  }

  private static Plan withValue(Plan plan, long value) {
    return new Plan(plan.homeward(), "", "", "", plan.adjusts(), List.of(new Plan.Stage("SERIOUSLY_WOUNDED", value, value, true)), plan.trips());
  }

  @Test
  void oneTooFewIsFound() {
    Plan plan = plan(new Plan.Trip("d1", "north", List.of(refs("a", "b"))), GOOD.trips().getLast());
    assertThat(rules(PROBLEM, withValue(plan, 0))).containsExactly(Rule.EXACT_COUNTS);
  }

  @Test
  void everybodyOfACategoryIsCountedForAllForAll() {
    Problem problem = new Problem(Problem.FORMAT, List.of(PROBLEM.days().getFirst(),
        new Day("d2", new TreeMap<>(), Optional.of(List.of("military")), Optional.empty(), Optional.empty())),
        PROBLEM.routes(), PROBLEM.sites(), Optional.empty(), PROBLEM.people().subList(0, 6));
    Plan all = plan(GOOD.trips().getFirst(), new Plan.Trip("d2", "south", List.of(refs("d", "f"))));
    assertThat(rules(problem, all)).isEmpty();
    assertThat(rules(problem, GOOD)).containsExactly(Rule.EXACT_COUNTS);
  }

  @Test
  void somebodyNamedWhoStaysIsFound() {
    assertThat(rules(PROBLEM, plan(GOOD.trips().getFirst(), new Plan.Trip("d2", "south", List.of(refs("d"))))))
        .containsExactly(Rule.NAMED_PEOPLE_GO);
  }

  @Test
  void aGroupOfWhichOneStaysIsFound() {
    assertThat(rules(PROBLEM, plan(new Plan.Trip("d1", "north", List.of(refs("a", "h"), refs("c"))), GOOD.trips().getLast())))
        .containsExactly(Rule.GROUPS_TOGETHER);
  }

  @Test
  void aGroupInTwoVehiclesIsFound() {
    assertThat(rules(PROBLEM, plan(new Plan.Trip("d1", "north", List.of(refs("a", "c"), refs("b"))), GOOD.trips().getLast())))
        .containsExactly(Rule.GROUPS_TOGETHER);
  }

  @Test
  void aFullVehicleWithOneMoreIsFound() {
    assertThat(rules(PROBLEM, plan(new Plan.Trip("d1", "north", List.of(refs("a", "b", "c"))), GOOD.trips().getLast())))
        .containsExactly(Rule.SEATS);
  }

  @Test
  void oneVehicleTooManyOnARouteIsFound() {
    Problem problem = PROBLEM.withRoutes(route -> new Route(route.route(), 1, 2));
    assertThat(rules(problem, GOOD)).containsExactly(Rule.ROUTE_VEHICLES);
  }

  @Test
  void oneVehicleTooManyOnADayIsFound() {
    assertThat(rules(with(day -> new Day(day.day(), day.returns(), day.all(), day.sites(), Optional.of(1))), GOOD)).containsExactly(Rule.DAY_VEHICLES);
  }

  @Test
  void aClosedSiteIsFound() {
    Plan plan = plan(new Plan.Trip("d1", "south", List.of(refs("d", "f"))), new Plan.Trip("d2", "north", List.of(refs("c"))));
    Problem problem = PROBLEM.withDays(day -> new Day(day.day(), new TreeMap<>(Map.of("military", day.day().equals("d1") ? 2 : 1)),
        day.all(), day.sites(), day.vehicles()));
    assertThat(rules(problem, plan)).containsExactly(Rule.OPEN_SITES);
  }

  @Test
  void moreThanTheGuardsCanBringIsFound() {
    assertThat(rules(PROBLEM.withSites(site -> new Site(site.site(), site.route(), Optional.of(2), site.closed())), GOOD)).containsExactly(Rule.GUARDS);
  }

  @Test
  void oneSiteTooManyIsFound() {
    assertThat(rules(with(day -> new Day(day.day(), day.returns(), day.all(), Optional.of(0), day.vehicles())), GOOD)).containsExactly(Rule.SITES_A_DAY);
  }

  private static List<Rule> adjusted(List<String> in, List<String> out, Plan plan, Plan before) {
    Plan with = new Plan(plan.homeward(), "", "", "", Optional.of(new Plan.Adjustment("", new TreeSet<>(in), new TreeSet<>(out))), plan.stages(), plan.trips());
    return new ArrayList<>(Checker.check(PROBLEM, POLICY, with, Optional.of(before)).stream().map(Breach::rule).distinct().toList());
  }

  @Test
  void aPinThatIsNotKeptIsFound() {
    assertThat(adjusted(List.of("a"), List.of("d"), GOOD, GOOD)).isEmpty();
    assertThat(adjusted(List.of("h"), List.of(), GOOD, GOOD)).containsExactly(Rule.PINS);
    assertThat(adjusted(List.of(), List.of("a"), GOOD, GOOD)).containsExactly(Rule.PINS);
  }

  @Test
  void anAdjustmentThatOpensASiteIsFound() {
    Plan before = plan(GOOD.trips().getFirst());
    assertThat(adjusted(List.of(), List.of(), GOOD, before)).containsExactly(Rule.FIXED_SITES);
  }

  @Test
  void anAdjustmentWithOneMoreVehicleIsFound() {
    Plan before = plan(new Plan.Trip("d1", "north", List.of(refs("a", "b"))), GOOD.trips().getLast());
    assertThat(adjusted(List.of(), List.of(), GOOD, before)).containsExactly(Rule.FIXED_VEHICLES);
  }

  @Test
  void aValueThatIsNotThePlansIsFound() {
    assertThat(rules(PROBLEM, withValue(GOOD, 2))).containsExactly(Rule.STATED_VALUES);
  }

  @Test
  void aStageThatIsCalledProvenAndHasAGapIsFound() {
    Plan plan = new Plan(Plan.FORMAT, "", "", "", Optional.empty(), List.of(new Plan.Stage("SERIOUSLY_WOUNDED", 1, 2, true)), GOOD.trips());
    assertThat(rules(PROBLEM, plan)).containsExactly(Rule.STATED_VALUES);
  }
}
