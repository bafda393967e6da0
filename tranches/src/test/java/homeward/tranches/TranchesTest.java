package homeward.tranches;

import static homeward.tranches.Here.plan;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.problem.Checker;
import homeward.problem.Day;
import homeward.problem.Invention;
import homeward.problem.Mistake;
import homeward.problem.Papers;
import homeward.problem.Person;
import homeward.problem.Plan;
import homeward.problem.Policy;
import homeward.problem.Problem;
import homeward.problem.Route;
import homeward.problem.Site;
import homeward.problem.Sound;
import homeward.problem.Valuation;
import homeward.problem.Wish;
import homeward.reasons.Difference;
import homeward.solver.Answer;
import homeward.solver.Engine;
import homeward.solver.Model;
import homeward.solver.Patience;
import homeward.solver.Terms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans and adjustments as whoever asks for them sees them. */
class TranchesTest {
  private static final Policy POLICY = Policy.of(Wish.Kind.SERIOUSLY_WOUNDED, Wish.Kind.SICK, Wish.Kind.LONGEST_HELD, Wish.Kind.FEWEST_SITES);
  private static final Problem PROBLEM = Invention.threeDays(150, 5);

  @TempDir private Path place = Path.of("");

  private static Tranches tranches(Problem problem) {
    return new Tranches(problem, POLICY, Here.highs());
  }

  private static Plan adjusted(Problem problem, Plan standing, Set<String> in, Set<String> out) {
    return switch (tranches(problem).adjust(standing, in, out)) {
      case Planned.Made(Plan plan) -> plan;
      case Planned other -> throw new AssertionError(other);
    };
  }

  @Test
  void theOrderInWhichPeopleStandInTheFileChangesNothing() {
    List<Person> people = new ArrayList<>(PROBLEM.people());
    Collections.shuffle(people, new Random(1));
    Problem other = new Problem(PROBLEM.homeward(), PROBLEM.days(), PROBLEM.routes(), PROBLEM.sites(), PROBLEM.returnedUnits(), people);
    assertThat(plan(other, POLICY).days()).isEqualTo(plan(PROBLEM, POLICY).days());
  }

  @Test
  void otherLotsMakeAnotherListOfTheSameWorth() {
    int most = PROBLEM.people().stream().mapToInt(Person::lot).max().orElseThrow();
    Problem other = PROBLEM.withPeople(person -> person.with(person.cannotGo(), person.heldMonths(), most - person.lot()));
    Plan first = plan(PROBLEM, POLICY);
    Plan second = plan(other, POLICY);
    assertThat(second.stages()).isEqualTo(first.stages());
    assertThat(second.days()).isNotEqualTo(first.days());
  }

  @Test
  void aPlanComesAgainFromItsProblemAndItsPolicy() {
    Plan plan = plan(PROBLEM, POLICY);
    assertThat(plan.problem()).isEqualTo(PROBLEM.hash());
    assertThat(plan.policy()).isEqualTo(POLICY.hash());
    assertThat(tranches(PROBLEM).again(plan, Optional.empty())).isEqualTo(new Planned.Made(plan));
    Plan after = adjusted(PROBLEM, plan, Set.of(), Set.of(somebody(plan)));
    assertThat(tranches(PROBLEM).again(after, Optional.of(plan))).isEqualTo(new Planned.Made(after));
  }

  /** Somebody of a plan who is alone and not named. */
  private static String somebody(Plan plan) {
    return PROBLEM.people().stream().filter(person -> plan.days().containsKey(person.ref()) && person.group().isEmpty() && !person.named())
        .map(Person::ref).findFirst().orElseThrow();
  }

  @Test
  void whoFallsOutIsReplacedAndHardlyAnybodyElseIsMoved() {
    Plan plan = plan(PROBLEM, POLICY);
    String ref = somebody(plan);
    Problem now = PROBLEM.withPeople(person -> person.ref().equals(ref)
        ? person.with(Optional.of(Person.CannotGo.UNFIT), person.heldMonths(), person.lot()) : person);
    Plan after = adjusted(now, plan, Set.of(), Set.of());
    assertThat(after.days()).doesNotContainKey(ref).hasSameSizeAs(plan.days());
    Difference difference = Difference.between(plan, after);
    assertThat(difference.out()).contains(ref);
    assertThat(after.stages().getLast().wish()).isEqualTo(Plan.Stage.CHANGES);
    assertThat(after.stages().getLast().value()).isEqualTo(-difference.size());
    assertThat(Checker.check(now, POLICY, after, Optional.of(plan))).isEmpty();
  }

  @Test
  void whenNothingIsAskedNothingIsChanged() {
    Plan plan = plan(PROBLEM, POLICY);
    assertThat(Difference.between(plan, adjusted(PROBLEM, plan, Set.of(), Set.of())).size()).isZero();
  }

  @Test
  void aGroupIsTakenOutAsAWhole() {
    Problem problem = PROBLEM.withPeople(person -> Set.of(1, 2).contains(person.lot()) ? named(person) : person);
    Plan plan = plan(problem, POLICY);
    List<String> group = problem.people().stream().filter(person -> person.group().equals(Optional.of("two"))).map(Person::ref).toList();
    assertThat(plan.days()).containsKeys(group.toArray(String[]::new));
    Problem free = problem.withPeople(person -> group.contains(person.ref()) ? person.withoutName() : person);
    Plan after = adjusted(free, plan, Set.of(), Set.of(group.getFirst()));
    assertThat(after.days()).doesNotContainKeys(group.toArray(String[]::new));
  }

  private static Person named(Person person) {
    return new Person(person.ref(), "military", "site-1", Person.Health.SERIOUSLY_WOUNDED, person.sex(), person.age(), person.heldMonths(),
        person.unit(), person.sector(), Optional.of("two"), Optional.of(true), Optional.empty(), person.asked(), person.lot());
  }

  @Test
  void pinsThatContradictAreRefused() {
    Plan plan = plan(PROBLEM, POLICY);
    String ref = somebody(plan);
    String cannot = PROBLEM.people().stream().filter(person -> person.cannotGo().isPresent()).map(Person::ref).findFirst().orElseThrow();
    String named = PROBLEM.people().stream().filter(Person::named).map(Person::ref).findFirst().orElseThrow();
    assertThat(refused(plan, Set.of(ref), Set.of(ref))).isEqualTo(Mistake.Kind.CONTRADICTION);
    assertThat(refused(plan, Set.of(cannot), Set.of())).isEqualTo(Mistake.Kind.CONTRADICTION);
    assertThat(refused(plan, Set.of(), Set.of(named))).isEqualTo(Mistake.Kind.CONTRADICTION);
    assertThat(refused(plan, Set.of("nobody"), Set.of())).isEqualTo(Mistake.Kind.UNKNOWN);
  }

  private static Mistake.Kind refused(Plan plan, Set<String> in, Set<String> out) {
    return switch (tranches(PROBLEM).adjust(plan, in, out)) {
      case Planned.Refused(List<Mistake> mistakes) -> mistakes.getFirst().kind();
      case Planned other -> throw new AssertionError(other);
    };
  }

  private static Problem twoSites(Optional<Integer> sites, int vehicles, Optional<List<Site.Closure>> closed) {
    List<Person> people = List.of(person("a", "s1", 1), person("b", "s1", 2), person("c", "s2", 3).withName());
    return new Problem(Problem.FORMAT, List.of(new Day("d1", new TreeMap<>(Map.of("civilian", 3)), Optional.empty(), sites, Optional.empty())),
        List.of(new Route("r1", vehicles, 2)), List.of(new Site("s1", "r1", Optional.empty(), Optional.empty()),
            new Site("s2", "r1", Optional.empty(), closed)), Optional.empty(), people);
  }

  private static Person person(String ref, String site, int lot) {
    return new Person(ref, "civilian", site, Person.Health.WELL, Person.Sex.MALE, Person.Age.FROM_20_TO_59, 5, "u", "k", Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty(), lot);
  }

  private static List<String> clash(Problem problem) {
    return switch (tranches(problem).plan()) {
      case Planned.Impossible(List<Clash.Rule> rules) -> rules.stream().map(Clash.Rule::words).toList();
      case Planned other -> throw new AssertionError(other);
    };
  }

  @Test
  void whatClashesIsNamedAndNothingElse() {
    assertThat(tranches(twoSites(Optional.of(2), 2, Optional.empty())).plan()).isInstanceOf(Planned.Made.class);
    assertThat(clash(twoSites(Optional.of(1), 2, Optional.empty())))
        .containsExactlyInAnyOrder("exactly 3 of civilian go on day d1", "at most 1 site can be opened on day d1");
    assertThat(clash(twoSites(Optional.empty(), 1, Optional.empty())))
        .containsExactlyInAnyOrder("exactly 3 of civilian go on day d1", "route r1 has 1 vehicle on day d1");
    assertThat(clash(twoSites(Optional.empty(), 2, Optional.of(List.of(new Site.Closure("d1", Optional.of("civilian")))))))
        .anySatisfy(words -> assertThat(words).isEqualTo("site s2 is not opened for civilian on day d1"))
        .hasSize(2);
  }

  @Test
  void aGroupThatCannotRideTogetherIsNamed() {
    Problem problem = twoSites(Optional.empty(), 2, Optional.empty());
    Problem parted = new Problem(problem.homeward(), List.of(new Day("d1", new TreeMap<>(Map.of("civilian", 1)), Optional.empty(), Optional.empty(), Optional.empty())),
        problem.routes(), problem.sites(), Optional.empty(), problem.people().stream().map(TranchesTest::inGroup).toList());
    assertThat(clash(parted)).contains("group all goes together on one day", "exactly 1 of civilian go on day d1").hasSize(2);
  }

  private static Person inGroup(Person person) {
    return new Person(person.ref(), person.category(), person.site(), person.health(), person.sex(), person.age(), person.heldMonths(),
        person.unit(), person.sector(), Optional.of("all"), person.mustGo(), Optional.empty(), Optional.empty(), person.lot());
  }

  /** In an adjustment those who can only stay are left out of the search, and count for their sector all the same. */
  @Test
  void aSectorOfWhichNobodyCanBeFetchedIsOutsideItsBand() {
    String far = PROBLEM.sites().getLast().site();
    List<Site.Closure> always = PROBLEM.days().stream().map(day -> new Site.Closure(day.day(), Optional.empty())).toList();
    Problem problem = PROBLEM
        .withSites(site -> site.site().equals(far) ? new Site(site.site(), site.route(), site.escorted(), Optional.of(always)) : site)
        .withPeople(person -> new Person(person.ref(), person.category(), person.site(), person.health(), person.sex(), person.age(), person.heldMonths(),
            person.unit(), person.site().equals(far) ? "far" : "near", Optional.empty(), Optional.empty(), person.cannotGo(), person.asked(), person.lot()));
    Wish bands = new Wish(Wish.Kind.SECTORS_IN_BAND, Optional.empty(), Optional.of(0));
    Policy policy = new Policy(Policy.FORMAT, "bands", 1, List.of(bands));
    Plan plan = plan(problem, Policy.of(Wish.Kind.FEWEST_SITES));
    assertThat(new Tranches(problem, policy, Here.highs()).adjust(plan, Set.of(), Set.of())).isInstanceOfSatisfying(Planned.Made.class,
        made -> assertThat(made.plan().stages().getFirst().value()).isNegative().isEqualTo(new Valuation(problem).of(bands, made.plan().days())));
  }

  /** Takes each rule of the clash away in turn, in thought: with any one less there is a plan for what remains. */
  @Test
  void noRuleOfAClashCanBeLeftOut() {
    int looked = 0;
    for (long seed = 1; seed <= 400 && looked < 20; seed++) {
      Problem problem = new Small(seed).problem();
      if (Sound.mistakes(problem).isEmpty() && tranches(problem).plan() instanceof Planned.Impossible(List<Clash.Rule> rules)) {
        looked++;
        assertThat(new HashSet<>(rules)).as("seed %d", seed).hasSameSizeAs(rules);
        Formulation formulation = new Formulation(problem, Policy.of(), Setting.open().loosened());
        Set<Integer> labels = rules.stream().map(rule -> formulation.words().rules().indexOf(rule)).collect(Collectors.toSet());
        assertThat(possible(formulation, labels)).as("seed %d: %s", seed, rules).isFalse();
        labels.forEach(left -> {
          Set<Integer> fewer = new HashSet<>(labels);
          fewer.remove(left);
          assertThat(possible(formulation, fewer)).as("%s without %d", rules, left).isTrue();
        });
      }
    }
    assertThat(looked).isEqualTo(20);
  }

  private static boolean possible(Formulation formulation, Set<Integer> labels) {
    try (var session = Here.highs().open(formulation.model().keeping(labels::contains))) {
      return session.maximise(Terms.none(), new long[0], Patience.endless()) instanceof Answer.Found;
    }
  }

  @Test
  void whatLeavesHasNoPlaceForAPinAReasonOrAPriority() throws Exception {
    Plan plan = plan(PROBLEM, POLICY);
    Plan after = adjusted(PROBLEM, plan, Set.of(), Set.of(somebody(plan)));
    Path file = place.resolve("submission.json");
    Papers.write(file, after.submission(PROBLEM));
    String text = Files.readString(file);
    Set<String> words = Pattern.compile("\"([^\"]+)\"").matcher(text).results().map(hit -> hit.group(1)).collect(Collectors.toSet());
    words.removeAll(after.days().keySet());
    assertThat(words).containsExactlyInAnyOrder("homeward", "submission/1", "days", "day", "day-1", "day-2", "day-3", "counts", "people", "military", "civilian");
    assertThat(text).doesNotContain(plan.hash()).doesNotContain(POLICY.hash()).doesNotContain(PROBLEM.hash());
    assertThat(after.submission(PROBLEM).days()).allSatisfy(part -> assertThat(List.copyOf(part.people())).isSorted());
  }

  @Test
  void aPlanCanBeCancelled() {
    Tranches cancelled = new Tranches(PROBLEM, POLICY, Here.highs(), new Patience(Integer.MAX_VALUE, () -> true), (what, done, total) -> {});
    assertThat(cancelled.plan()).isEqualTo(new Planned.Cancelled());
  }

  @Test
  void progressIsTold() {
    List<String> heard = new ArrayList<>();
    new Tranches(PROBLEM, POLICY, Here.highs(), Patience.endless(), (what, done, total) -> heard.add(what)).plan();
    assertThat(heard).contains("SERIOUSLY_WOUNDED", "FEWEST_SITES", "SITES");
  }

  /** An engine that proves so many goals and no more, as one does whose patience ends. */
  private record Doubting(Engine engine, int proves) implements Engine {
    @Override
    public String name() {
      return "doubting";
    }

    @Override
    public Session open(Model model) {
      return new DoubtingSession(engine.open(model), proves, new int[1]);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared: counts what was asked
  private record DoubtingSession(Engine.Session session, int proves, int[] asked) implements Engine.Session {
    @Override
    public BitSet clashing() {
      return session.clashing();
    }

    @Override
    public Answer maximise(Terms goal, long[] start, Patience patience) {
      Answer answer = session.maximise(goal, start, patience);
      return answer instanceof Answer.Found(long[] point, long value, long bound) && ++asked[0] > proves
          ? new Answer.Found(point, value, bound + 3) : answer;
    }

    @Override
    public Engine.Bounded bound(Terms goal, Patience patience) {
      return session.bound(goal, patience);
    }

    @Override
    public void atLeast(Terms goal, long value) {
      session.atLeast(goal, value);
    }

    @Override
    public void bound(int column, long least, long most) {
      session.bound(column, least, most);
    }

    @Override
    public void narrow(long[] point, Patience patience) {
      session.narrow(point, patience);
    }

    @Override
    public Model model() {
      return session.model();
    }

    @Override
    public void close() {
      session.close();
    }
  }

  @Test
  void nothingIsReportedBelowAGoalThatIsNotProven() {
    Planned planned = new Tranches(PROBLEM, POLICY, new Doubting(Here.highs(), 2)).plan();
    assertThat(planned).isInstanceOfSatisfying(Planned.Made.class, made -> {
      assertThat(made.plan().stages()).extracting(Plan.Stage::wish).containsExactly("SERIOUSLY_WOUNDED", "SICK", "LONGEST_HELD");
      assertThat(made.plan().stages()).extracting(Plan.Stage::proven).containsExactly(true, true, false);
      assertThat(made.plan().stages().getLast().gap()).isEqualTo(3);
      assertThat(made.plan().proven()).isFalse();
      assertThat(Checker.check(PROBLEM, POLICY, made.plan(), Optional.empty())).isEmpty();
    });
  }
}
