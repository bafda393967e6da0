package homeward.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import homeward.register.Joins.Joined;
import homeward.register.Person.Health;
import homeward.register.Person.Sex;
import homeward.register.Person.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTest {
  private static Person person(String id, String surname, String givenName, String patronymic, String birthDate) {
    return person(id, new Person.Name(surname, givenName, patronymic), birthDate, Status.NOT_GIVEN, "military");
  }

  private static Person person(String id, Person.Name name, String birthDate, Status status, String category) {
    return new Person(id, name, PartialDate.parse(birthDate).orElseThrow(), Sex.NOT_GIVEN,
        new Person.Particulars("", "", "", "", "", "", ""),
        new Person.Captivity("", new PartialDate.NotKnown(), Person.Seen.NEVER, category, Health.NOT_GIVEN, status), "");
  }

  private static Person verba(String id, String patronymic) {
    return person(id, "Вербенко", "Сергій", patronymic, "1990-03-01");
  }

  private static List<String> joined(Joins joins) {
    return joins.joined().stream().map(pair -> pair.sought().id() + "=" + pair.held().id()).toList();
  }

  private static List<String> groups(List<Person> people) {
    return Duplicates.within(people).stream()
        .map(group -> group.first().id() + "+" + String.join("+", group.repeats().stream().map(Person::id).toList()))
        .toList();
  }

  @ParameterizedTest(name = "{0} / {1}: {2}")
  @CsvSource(delimiter = '|', value = {
      // Edge 6: apostrophes, no-break space, case; a Latin letter inside stays different under the plain rule.
      "Лук'янов | Лук\u2019янов | same",
      "Лук'янов | Лук\u02BCянов | same",
      "Лук'янов | Лук`янов | same",
      "Гай Верба | '\u00A0Гай\u00A0 верба ' | same",
      "Гай-Верба | Гай\u2011Верба | same",
      "Гай-Верба | Гай\u2013Верба | same",
      "ВЕРБЕНКО | Вербенко | same",
      "Їжак | І\u0308жак | same",
      "Сокол | Coкол | different",
      // Edge 2: equal in Latin only.
      "Ільїн | Ілін | different",
      "Лук'янов | Лукянов | different",
      "Лук'янов | Lukianov | different",
      "Алёхин | Алехин | different",
  })
  void namesAreComparedInTheirNormalForm(String one, String other, String verdict) {
    Joins joins = Joins.exact(
        List.of(person("S", one, "Олег", "", "1990-03-01")), List.of(person("H", other, "Олег", "", "1990-03-01")));

    assertThat(joins.joined()).hasSize(verdict.equals("same") ? 1 : 0);
    assertThat(joins.unmatchedSought()).hasSize(verdict.equals("same") ? 0 : 1);
  }

  @Test
  void oneNameAndBirthdayWithTwoFathersAreTwoPeople() {
    // Edge 1.
    Joins joins = Joins.exact(List.of(verba("S", "Петрович")), List.of(verba("H", "Іванович")));

    assertThat(joins.joined()).isEmpty();
    assertThat(joins.ambiguous()).isEmpty();
    assertThat(joins.unmatchedSought()).hasSize(1);
    assertThat(joins.unmatchedHeld()).hasSize(1);
    assertThat(groups(List.of(verba("1", "Петрович"), verba("2", "Іванович")))).isEmpty();
  }

  @Test
  void aMissingPatronymicDoesNotPart() {
    assertThat(joined(Joins.exact(List.of(verba("S", "")), List.of(verba("H", "Іванович"))))).containsExactly("S=H");
    assertThat(joined(Joins.exact(List.of(verba("S", "Іванович")), List.of(verba("H", ""))))).containsExactly("S=H");
  }

  @Test
  void ofSeveralThePatronymicDecides() {
    Joins joins = Joins.exact(
        List.of(verba("S1", "Петрович"), verba("S2", "Іванович"), verba("S3", "")),
        List.of(verba("H1", "Іванович"), verba("H2", "ПЕТРОВИЧ"), verba("H3", "")));

    assertThat(joined(joins)).containsExactlyInAnyOrder("S1=H2", "S2=H1", "S3=H3");
  }

  @Test
  void severalThatStillFitAreAmbiguous() {
    Joins joins = Joins.exact(List.of(verba("S", "")), List.of(verba("H1", "Іванович"), verba("H2", "Петрович")));

    assertThat(joins.joined()).isEmpty();
    assertThat(joins.ambiguous()).singleElement().satisfies(open -> {
      assertThat(open.sought()).extracting(Person::id).containsExactly("S");
      assertThat(open.held()).extracting(Person::id).containsExactly("H1", "H2");
    });
    assertThat(joins.unmatchedHeld()).isEmpty();
  }

  @Test
  void onePersonTwiceIsOnePersonAndTheFirstRowStands() {
    // Edge 11: once with a patronymic and once without, once as military and once as a civilian.
    Person civilian = person("H2", new Person.Name("Вербенко", "Сергій", ""), "1990-03-01", Status.HELD, "civilian");
    List<Person> held = List.of(civilian, verba("H7", "Іванович"));

    assertThat(groups(held)).containsExactly("H2+H7");
    Joins joins = Joins.exact(List.of(verba("S", "Іванович")), held);
    assertThat(joined(joins)).containsExactly("S=H2");
    assertThat(joins.heldTwice()).hasSize(1);
    assertThat(joins.unmatchedHeld()).isEmpty();
    // The row that stands counts as having the patronymic that its repeat gives.
    assertThat(Joins.exact(List.of(verba("S", "Петрович")), held).joined()).isEmpty();
  }

  @Test
  void aRowThatCouldBeEitherIsNobodysRepeat() {
    assertThat(groups(List.of(verba("1", "Петрович"), verba("2", ""), verba("3", "Іванович"), verba("4", "Петрович"))))
        .containsExactly("1+4");
  }

  @Test
  void whoWasExchangedOrDiedInTheOtherRegisterIsStillKnown() {
    // Edges 12 and 14: the answer to the list says so, the join only finds them.
    for (Status status : List.of(Status.EXCHANGED, Status.DIED)) {
      Person sought = person("S", new Person.Name("Вербенко", "Сергій", ""), "1990-03-01", status, "military");
      assertThat(Joins.exact(List.of(sought), List.of(verba("H", ""))).joined())
          .containsExactly(new Joined(sought, verba("H", "")));
    }
  }

  @ParameterizedTest
  @CsvSource({"Вербенко,Сергій,1990-03", "Вербенко,Сергій,1990", "Вербенко,Сергій,''", "'',Сергій,1990-03-01", "Вербенко,' ',1990-03-01"})
  void withoutAFullBirthDateAndBothNamesNobodyIsJoinedOrRepeated(String surname, String givenName, String birthDate) {
    // Edges 4, 5 and 7.
    Person one = person("1", surname, givenName, "", birthDate);
    Person other = person("2", surname, givenName, "", birthDate);

    Joins joins = Joins.exact(List.of(one), List.of(other));
    assertThat(joins.joined()).isEmpty();
    assertThat(joins.unmatchedSought()).containsExactly(one);
    assertThat(joins.unmatchedHeld()).containsExactly(other);
    assertThat(Duplicates.within(List.of(one, other))).isEmpty();
  }

  @Test
  void aListThatIsAllOneNameTakesNoLongerThanAnother() {
    List<Person> sought = IntStream.range(0, 50_000).mapToObj(i -> verba("S" + i, "по батькові " + i)).toList();
    List<Person> held = IntStream.range(0, 50_000).mapToObj(i -> verba("H" + i, "по отчеству " + i)).toList();

    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
      assertThat(Joins.exact(sought, held).unmatchedHeld()).hasSize(50_000);
      assertThat(Joins.exact(sought, sought).joined()).hasSize(50_000);
    });
  }

  /** Every row of both lists stands in exactly one place of the outcome, whatever the order of the rows. */
  @Test
  void nobodyIsLostAndTheOrderOfRowsDecidesNothingButWhichRowStands() {
    for (long seed = 1; seed <= 500; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Person> sought = some("S", random);
      List<Person> held = some("H", random);
      Joins joins = Joins.exact(sought, held);

      List<Person> placed = new ArrayList<>(joins.unmatchedSought());
      joins.joined().forEach(pair -> placed.add(pair.sought()));
      joins.ambiguous().forEach(open -> placed.addAll(open.sought()));
      joins.soughtTwice().forEach(group -> placed.addAll(group.repeats()));
      assertThat(placed).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(sought);

      Joins reversed = Joins.exact(sought.reversed(), held.reversed());
      assertThat(reversed.joined()).as("seed %d", seed).hasSameSizeAs(joins.joined());
      Joins swapped = Joins.exact(held, sought);
      assertThat(swapped.joined().stream().map(pair -> new Joined(/* sought= */ pair.held(), /* held= */ pair.sought())).toList())
          .as("seed %d", seed).containsExactlyInAnyOrderElementsOf(joins.joined());
    }
  }

  private static List<Person> some(String prefix, SplittableRandom random) {
    List<String> patronymics = List.of("", "", "Петрович", "Іванович", "Олегович");
    List<Person> people = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      people.add(person(prefix + i, random.nextInt(4) == 0 ? "Гай" : "Вербенко", "Сергій",
          patronymics.get(random.nextInt(patronymics.size())), random.nextInt(8) == 0 ? "1990" : "1990-03-01"));
    }
    Collections.reverse(people);
    return people;
  }
}
