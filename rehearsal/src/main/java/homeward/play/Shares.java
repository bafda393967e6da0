package homeward.play;

import homeward.agreement.Agreement;
import homeward.register.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Invented people know two categories; an agreement may have others. Then the people held are dealt out over its categories in
 * proportion to what is to be exchanged, and the home side's files say nothing of categories.
 */
record Shares(Agreement agreement) {

  Registers spread(Map<String, List<Person>> sought, Map<String, List<Person>> held) {
    Map<String, List<Person>> unsaid = new HashMap<>();
    sought.forEach((side, people) -> unsaid.put(side, people.stream().map(person -> in(person, "")).toList()));
    Map<String, List<Person>> dealt = new HashMap<>();
    held.forEach((holder, people) -> dealt.put(holder, dealt(people, agreement.otherSide(holder))));
    return new Registers(unsaid, dealt, List.of());
  }

  private List<Person> dealt(List<Person> people, String home) {
    List<String> round = new ArrayList<>();
    for (Agreement.Category category : agreement.categories()) {
      int wanted =
          agreement.tranches().stream()
              .mapToInt(tranche -> tranche.counted(home, category.code()) + tranche.uncounted(home, category.code()))
              .sum();
      for (int i = 0; i < Math.max(1, wanted); i++) {
        round.add(category.code());
      }
    }
    List<Person> dealt = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      dealt.add(in(people.get(i), round.get((int) ((i * 7919L) % round.size()))));
    }
    return dealt;
  }

  private static Person in(Person person, String category) {
    Person.Captivity was = person.captivity();
    Person.Captivity now =
        new Person.Captivity(was.capturePlace(), was.captureDate(), was.seen(), category, was.health(), was.status());
    return new Person(
        person.id(), person.name(), person.birthDate(), person.sex(), person.particulars(), now, person.remarks());
  }
}
