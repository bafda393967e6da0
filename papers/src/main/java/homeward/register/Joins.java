package homeward.register;

import homeward.register.Duplicates.Entrant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who on a list of people sought is who on a list of people held, by the plain exact rule.
 *
 * <p>First the repeats within each list are set aside by the rule of {@link Duplicates}; the row that stands counts as
 * having the patronymic that any of its rows gives. Then, among the rows of one identity (equal normal surname and given
 * name, equal full birth date): (1) a sought and a held row with the same patronymic are joined. Of the rows that are
 * left, two fit when at least one of them has no patronymic. (2) A sought and a held row that fit each other and nobody
 * else are joined. (3) Those that fit somebody but were not joined are ambiguous, to be decided by a person. All others
 * are unmatched. What the rows say of status, category or health plays no part: that somebody was exchanged or died is
 * for the answer to the list, not a reason not to know them.
 *
 * @param joined one to one, in the order in which the names first appear among the people sought
 * @param ambiguous those of one name and birthday that need a person to decide
 * @param unmatchedSought in file order
 * @param unmatchedHeld in file order
 * @param soughtTwice the repeats set aside in the list of people sought
 * @param heldTwice the repeats set aside in the list of people held
 */
public record Joins(
    List<Joined> joined,
    List<Ambiguous> ambiguous,
    List<Person> unmatchedSought,
    List<Person> unmatchedHeld,
    List<Duplicates.Group> soughtTwice,
    List<Duplicates.Group> heldTwice) {

  public Joins {
    joined = List.copyOf(joined);
    ambiguous = List.copyOf(ambiguous);
    unmatchedSought = List.copyOf(unmatchedSought);
    unmatchedHeld = List.copyOf(unmatchedHeld);
    soughtTwice = List.copyOf(soughtTwice);
    heldTwice = List.copyOf(heldTwice);
  }

  /** One person, as sought and as held. */
  public record Joined(Person sought, Person held) {}

  /** People of one name and birthday of whom it cannot be said who is who; both lists have at least one. */
  public record Ambiguous(List<Person> sought, List<Person> held) {
    public Ambiguous {
      sought = List.copyOf(sought);
      held = List.copyOf(held);
    }
  }

  /** Joins two lists by the rule above. The ids are unique within each list, as in every file that was read. */
  public static Joins exact(List<Person> sought, List<Person> held) {
    Map<Identity, List<Entrant>> soughtEntrants = Duplicates.entrants(sought);
    Map<Identity, List<Entrant>> heldEntrants = Duplicates.entrants(held);
    List<Joined> joined = new ArrayList<>();
    List<Ambiguous> ambiguous = new ArrayList<>();
    soughtEntrants.forEach((identity, ours) -> {
      Namesakes namesakes = new Namesakes(ours, heldEntrants.getOrDefault(identity, List.of()));
      joined.addAll(namesakes.joinByPatronymic());
      joined.addAll(namesakes.joinTheOnlyOnes());
      namesakes.ambiguous().ifPresent(ambiguous::add);
    });
    Set<String> soughtSeen = new HashSet<>();
    Set<String> heldSeen = new HashSet<>();
    joined.forEach(pair -> see(List.of(pair.sought()), List.of(pair.held()), soughtSeen, heldSeen));
    ambiguous.forEach(open -> see(open.sought(), open.held(), soughtSeen, heldSeen));
    List<Duplicates.Group> soughtTwice = Duplicates.groups(soughtEntrants);
    List<Duplicates.Group> heldTwice = Duplicates.groups(heldEntrants);
    return new Joins(joined, ambiguous,
        unmatched(sought, soughtSeen, soughtTwice), unmatched(held, heldSeen, heldTwice), soughtTwice, heldTwice);
  }

  private static void see(
      List<Person> sought, List<Person> held, Set<String> soughtSeen, Set<String> heldSeen) {
    sought.forEach(person -> soughtSeen.add(person.id()));
    held.forEach(person -> heldSeen.add(person.id()));
  }

  /** Whoever is neither joined nor ambiguous; the repeat of a row goes where the row went, not here. */
  private static List<Person> unmatched(List<Person> people, Set<String> seen, List<Duplicates.Group> twice) {
    Set<String> placed = new HashSet<>(seen);
    twice.forEach(group -> group.repeats().forEach(person -> placed.add(person.id())));
    return people.stream().filter(person -> !placed.contains(person.id())).toList();
  }
}
