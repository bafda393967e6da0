package homeward.reasons;

import static homeward.tranches.Here.plan;
import static org.assertj.core.api.Assertions.assertThat;

import homeward.problem.Invention;
import homeward.problem.Person;
import homeward.problem.Plan;
import homeward.problem.Policy;
import homeward.problem.Problem;
import homeward.problem.Wish;
import homeward.tranches.Here;
import homeward.tranches.Planned;
import homeward.tranches.Tranches;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Why somebody goes or not, and that what is said to change it does. */
class ReasonsTest {
  /** With -Dtranches.reasons=1000 as many people are asked about. */
  private static final int PEOPLE = Integer.getInteger("tranches.reasons", 40);
  private static final Policy POLICY = Policy.of(Wish.Kind.SERIOUSLY_WOUNDED, Wish.Kind.SICK, Wish.Kind.VULNERABLE, Wish.Kind.LONGEST_HELD,
      Wish.Kind.UNITS_WITHOUT_RETURN, Wish.Kind.SECTORS_IN_BAND, Wish.Kind.WOUNDED_EARLY, Wish.Kind.FEWEST_SITES);

  @Test
  void whatWouldHaveToChangeIsEnough() {
    Map<Why.Standing, Integer> seen = new EnumMap<>(Why.Standing.class);
    int problems = Math.max(4, PEOPLE / 80);
    for (int number = 1; number <= problems; number++) {
      long seed = number;
      Problem problem = Invention.threeDays(200, seed);
      Policy policy = seed % 2 == 0 ? POLICY : Policy.of(Wish.Kind.SERIOUSLY_WOUNDED, Wish.Kind.SICK);
      Plan plan = plan(problem, policy);
      Reasons reasons = new Reasons(new Tranches(problem, policy, Here.highs()), plan, Optional.empty());
      List<Person> people = new ArrayList<>(problem.people().stream().filter(person -> !plan.days().containsKey(person.ref())).toList());
      Collections.shuffle(people, new Random(seed));
      for (Person person : people.subList(0, Math.min(people.size(), Math.ceilDiv(PEOPLE, problems)))) {
        Why why = reasons.why(person.ref());
        seen.merge(why.standing(), 1, Integer::sum);
        assertThat(why.change()).as("seed %d, %s: %s", seed, person, why).isPresent();
        Planned after = reasons.after(why.change().orElseThrow());
        assertThat(after).as("seed %d, %s: %s", seed, person, why)
            .isInstanceOfSatisfying(Planned.Made.class, made -> assertThat(made.plan().days()).as("seed %d: %s", seed, why).containsKey(person.ref()));
      }
    }
    assertThat(seen.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThanOrEqualTo(PEOPLE);
    assertThat(seen).containsKeys(Why.Standing.NOT_TAKEN, Why.Standing.NOT_TAKEN_BY_LOT, Why.Standing.CANNOT_GO);
  }

  @Test
  void thePriceOfAPinIsTheDifferenceOfTwoPlans() {
    Problem problem = Invention.threeDays(120, 3);
    Plan plan = plan(problem, POLICY);
    Reasons reasons = new Reasons(new Tranches(problem, POLICY, Here.highs()), plan, Optional.empty());
    Person wounded = problem.people().stream().filter(person -> plan.days().containsKey(person.ref()) && person.group().isEmpty()
        && !person.named() && person.health() == Person.Health.SERIOUSLY_WOUNDED).findFirst().orElseThrow();
    Price.Asked asked = reasons.price(Set.of(), Set.of(wounded.ref()));
    assertThat(asked).isInstanceOfSatisfying(Price.Asked.Told.class, told -> {
      assertThat(told.price().decisive()).hasValueSatisfying(line -> assertThat(line.wish()).isEqualTo("SERIOUSLY_WOUNDED"));
      assertThat(told.price().sentences().getFirst().words()).startsWith("seriously wounded people: ");
      assertThat(told.price().difference().out()).contains(wounded.ref());
    });
  }

  /** A plan by another policy stands for one whose search was given up. */
  @Test
  void whoWouldMakeAPlanBetterIsNotToldThatTheLotDecided() {
    Problem problem = Invention.threeDays(120, 4);
    Plan plan = plan(problem, Policy.of(Wish.Kind.FEWEST_SITES));
    Policy other = Policy.of(Wish.Kind.LONGEST_HELD);
    Person longest = problem.people().stream()
        .filter(person -> !plan.days().containsKey(person.ref()) && person.cannotGo().isEmpty() && person.group().isEmpty())
        .max(Comparator.comparingInt(Person::heldMonths)).orElseThrow();
    Why why = new Reasons(new Tranches(problem, other, Here.highs()), plan, Optional.empty()).why(longest.ref());
    assertThat(why.sentences().getFirst().words()).isEqualTo("this plan is not proven, and otherwise it would be better:");
    assertThat(why.change()).isEmpty();
  }

  @Test
  void somebodyWhoIsNobodyIsToldSo() {
    Problem problem = Invention.threeDays(60, 2);
    assertThat(new Reasons(new Tranches(problem, POLICY, Here.highs()), plan(problem, POLICY), Optional.empty()).why("nobody").standing())
        .isEqualTo(Why.Standing.UNKNOWN);
  }
}
