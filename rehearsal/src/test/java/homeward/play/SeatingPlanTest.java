package homeward.play;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.agreement.Agreement;
import homeward.agreement.AgreementFile;
import homeward.agreement.Reading;
import homeward.conduct.Choosing;
import homeward.exchange.Ref;
import homeward.people.Population;
import homeward.register.Person;
import homeward.register.Person.Health;
import homeward.register.Person.Status;
import homeward.seating.SeatingPlan;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SeatingPlanTest {
  private static final int DAY = 20;

  private final Agreement agreement = agreement(DAY);
  private final SortedMap<Ref, Person> people = people(60);
  private final Choosing choosing = SeatingPlan.of(agreement, "B", people);

  /** Two days of so many people each. */
  private static Agreement agreement(int people) {
    String text = """
        {"homeward": "agreement/1", "exchange": "planned", "agreedOn": "2031-03-01", "sides": [{"id": "A"}, {"id": "B"}],
         "categories": [{"code": "military", "words": "Members of armed forces."}],
         "directRepatriation": false, "travelWithoutInterview": "allowed", "seatsPerWave": 10,
         "tranches": [
           {"day": "2031-03-03", "place": "gate", "window": {"from": "10:00", "until": "14:00"}, "returns": {"A": {"military": %1$d}, "B": {"military": %1$d}}},
           {"day": "2031-03-04", "place": "gate", "window": {"from": "10:00", "until": "14:00"}, "returns": {"A": {"military": %1$d}, "B": {"military": %1$d}}}]}
        """.formatted(people);
    return ((Reading.Read) AgreementFile.read(text.getBytes(StandardCharsets.UTF_8), "planned.json")).agreement();
  }

  private static SortedMap<Ref, Person> people(int count) {
    SortedMap<Ref, Person> people = new TreeMap<>();
    Draws draws = Draws.of(7, "planned");
    Population.generate(400, 7).bHeld().stream()
        .filter(person -> person.category().equals("military") && person.captivity().status() == Status.HELD)
        .limit(count)
        .forEach(person -> people.put(draws.held(), person));
    return people;
  }

  private boolean wounded(Ref ref) {
    return Objects.requireNonNull(people.get(ref)).health() == Health.SERIOUSLY_WOUNDED;
  }

  private List<Ref> first() {
    return choosing.order(1, new TreeSet<>(people.keySet())).subList(0, DAY);
  }

  @Test
  void theSeriouslyWoundedGoOnTheFirstDay() {
    long all = people.keySet().stream().filter(this::wounded).count();
    assertThat(all).isPositive().isLessThan(DAY);
    assertThat(first().stream().filter(this::wounded).count()).isEqualTo(all);
  }

  @Test
  void whoIsPlannedForTheSecondDayIsKeptForIt() {
    SortedSet<Ref> left = new TreeSet<>(people.keySet());
    first().forEach(left::remove);
    List<Ref> second = choosing.order(2, left).subList(0, DAY);
    assertThat(choosing.order(1, left).subList(left.size() - DAY, left.size())).containsExactlyInAnyOrderElementsOf(second);
  }

  @Test
  void whoeverRidesInsteadWasPlannedForNoDayAndIsTheSameWhenAskedAgain() {
    SortedSet<Ref> left = new TreeSet<>(people.keySet());
    first().forEach(left::remove);
    List<Ref> second = choosing.order(2, left).subList(0, DAY);
    Ref stays = first().getFirst();
    Optional<Ref> instead = choosing.instead(1, stays, left);
    assertThat(instead).isPresent();
    assertThat(second).doesNotContain(instead.get());
    assertThat(choosing.instead(1, stays, left)).isEqualTo(instead);
  }

  @Test
  void whoeverStayedBehindBeforeRidesInsteadOfNobody() {
    SortedSet<Ref> free = new TreeSet<>(people.keySet());
    List<Ref> first = first();
    first.forEach(free::remove);
    for (Ref stays : first) {
      Optional<Ref> instead = choosing.instead(1, stays, free);
      assertThat(first.subList(0, first.indexOf(stays) + 1)).doesNotContainAnyElementsOf(instead.stream().toList());
      instead.ifPresent(free::remove);
      free.add(stays);
    }
  }

  @Test
  void withTooFewPeopleForTheDaysTheLotDecides() {
    assertThat(SeatingPlan.of(agreement(DAY * 2), "B", people)).isEqualTo(Choosing.byLot());
  }
}
