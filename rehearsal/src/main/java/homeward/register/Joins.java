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
 * @param joined one to one, in the order of the list of people sought
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
      List<Entrant> soughtLeft = new ArrayList<>(ours);
      List<Entrant> heldLeft = new ArrayList<>(heldEntrants.getOrDefault(identity, List.of()));
      join(soughtLeft, heldLeft, Joins::haveOnePatronymic, joined);
      join(soughtLeft, heldLeft, Joins::fit, joined);
      nameAmbiguous(soughtLeft, heldLeft, ambiguous);
    });
    return gather(sought, held, joined, ambiguous);
  }

  private interface Fits {
    boolean test(Entrant sought, Entrant held);
  }

  private static boolean haveOnePatronymic(Entrant sought, Entrant held) {
    return !sought.patronymic().isEmpty() && sought.patronymic().equals(held.patronymic());
  }

  private static boolean fit(Entrant sought, Entrant held) {
    return sought.patronymic().isEmpty() || held.patronymic().isEmpty();
  }

  /** Joins those that fit each other and nobody else, and takes them out of what is left. */
  private static void join(List<Entrant> sought, List<Entrant> held, Fits fits, List<Joined> joined) {
    for (Entrant one : List.copyOf(sought)) {
      List<Entrant> forOne = held.stream().filter(other -> fits.test(one, other)).toList();
      if (forOne.size() == 1 && sought.stream().filter(other -> fits.test(other, forOne.getFirst())).count() == 1) {
        joined.add(new Joined(one.first(), forOne.getFirst().first()));
        sought.remove(one);
        held.remove(forOne.getFirst());
      }
    }
  }

  private static void nameAmbiguous(List<Entrant> sought, List<Entrant> held, List<Ambiguous> ambiguous) {
    List<Person> soughtOpen = sought.stream()
        .filter(one -> held.stream().anyMatch(other -> fit(one, other)))
        .map(Entrant::first)
        .toList();
    List<Person> heldOpen = held.stream()
        .filter(other -> sought.stream().anyMatch(one -> fit(one, other)))
        .map(Entrant::first)
        .toList();
    if (!soughtOpen.isEmpty()) {
      ambiguous.add(new Ambiguous(soughtOpen, heldOpen));
    }
  }

  private static Joins gather(
      List<Person> sought, List<Person> held, List<Joined> joined, List<Ambiguous> ambiguous) {
    Set<String> soughtSeen = new HashSet<>();
    Set<String> heldSeen = new HashSet<>();
    joined.forEach(pair -> soughtSeen.add(pair.sought().id()));
    joined.forEach(pair -> heldSeen.add(pair.held().id()));
    ambiguous.forEach(open -> open.sought().forEach(person -> soughtSeen.add(person.id())));
    ambiguous.forEach(open -> open.held().forEach(person -> heldSeen.add(person.id())));
    return new Joins(joined, ambiguous,
        unseen(sought, soughtSeen), unseen(held, heldSeen),
        Duplicates.within(sought), Duplicates.within(held));
  }

  /** Whoever is neither joined nor ambiguous; the repeat of a row goes where the row went, not here. */
  private static List<Person> unseen(List<Person> people, Set<String> seen) {
    Set<String> repeats = new HashSet<>();
    Duplicates.within(people).forEach(group -> group.repeats().forEach(person -> repeats.add(person.id())));
    return people.stream()
        .filter(person -> !seen.contains(person.id()) && !repeats.contains(person.id()))
        .toList();
  }
}
