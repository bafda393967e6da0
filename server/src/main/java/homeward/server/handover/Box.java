package homeward.server.handover;

import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.register.Person;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One person on a form of the field desk.
 *
 * @param name as the sealed files have it, for whoever may see names; empty where this node has none
 * @param ticked before anybody has touched the form
 * @param cleared whether the person may travel, as last published; of somebody who arrived unlisted nobody has said anything
 */
record Box(String ref, String category, String name, boolean ticked, boolean cleared) {

  /** By name, then by reference: staff read them out. */
  static List<Box> of(List<Ref> refs, State state, SortedMap<Ref, Person> people, java.util.function.Predicate<Ref> ticked, java.util.function.Predicate<Ref> cleared) {
    return refs.stream()
        .map(ref -> new Box(ref.value(), category(state, ref), called(people, ref), ticked.test(ref), cleared.test(ref)))
        .sorted(Comparator.comparing(Box::name).thenComparing(Box::ref))
        .toList();
  }

  private static String category(State state, Ref ref) {
    return Optional.ofNullable(state.people().get(ref))
        .map(person -> person.category())
        .or(() -> Optional.ofNullable(state.arrivals().get(ref)).map(State.Arrival::category))
        .orElse("");
  }

  private static String called(SortedMap<Ref, Person> people, Ref ref) {
    return Optional.ofNullable(people.get(ref))
        .map(Person::name)
        .map(name -> (name.surname() + " " + name.givenName() + " " + name.patronymic()).strip())
        .orElse("");
  }
}
