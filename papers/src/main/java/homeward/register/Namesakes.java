package homeward.register;

import homeward.register.Duplicates.Entrant;
import homeward.register.Joins.Ambiguous;
import homeward.register.Joins.Joined;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everybody of one name and birthday, on two lists: who is who among them by the patronymic. Each rule takes out whom it
 * decides. Works in time that grows with the number of namesakes and not with its square, since a list can be all one name.
 */
final class Namesakes {
  private final List<Entrant> sought;
  private final List<Entrant> held;

  Namesakes(List<Entrant> sought, List<Entrant> held) {
    this.sought = new ArrayList<>(sought);
    this.held = new ArrayList<>(held);
  }

  /** Joins those of one patronymic; no list has two entrants of one. */
  List<Joined> joinByPatronymic() {
    Map<String, Entrant> heldByPatronymic = new LinkedHashMap<>();
    held.stream().filter(Entrant::hasPatronymic).forEach(one -> heldByPatronymic.put(one.patronymic(), one));
    List<Joined> joined = new ArrayList<>();
    sought.removeIf(one -> {
      Entrant other = heldByPatronymic.remove(one.patronymic());
      if (other != null) {
        joined.add(new Joined(one.first(), other.first()));
      }
      return other != null;
    });
    held.removeIf(one -> one.hasPatronymic() && !heldByPatronymic.containsKey(one.patronymic()));
    return joined;
  }

  /** Joins those that fit each other and nobody else, of whom at least one has no patronymic. */
  List<Joined> joinTheOnlyOnes() {
    List<Entrant> soughtWithout = without(sought);
    List<Entrant> heldWithout = without(held);
    List<Entrant> done = new ArrayList<>();
    List<Joined> joined = new ArrayList<>();
    for (Entrant one : sought) {
      List<Entrant> forOne = fitting(one, held, heldWithout);
      if (forOne.size() == 1 && fitting(forOne.getFirst(), sought, soughtWithout).size() == 1) {
        joined.add(new Joined(one.first(), forOne.getFirst().first()));
        done.addAll(List.of(one, forOne.getFirst()));
      }
    }
    sought.removeAll(done);
    held.removeAll(done);
    return joined;
  }

  /** Whoever is left and fits somebody who is left. */
  Optional<Ambiguous> ambiguous() {
    List<Entrant> soughtWithout = without(sought);
    List<Entrant> heldWithout = without(held);
    List<Person> soughtOpen = firsts(sought.stream().filter(one -> !fitting(one, held, heldWithout).isEmpty()).toList());
    List<Person> heldOpen = firsts(held.stream().filter(one -> !fitting(one, sought, soughtWithout).isEmpty()).toList());
    return soughtOpen.isEmpty() ? Optional.empty() : Optional.of(new Ambiguous(soughtOpen, heldOpen));
  }

  /** With equal patronymics joined, two fit when at least one has none. */
  private static List<Entrant> fitting(Entrant one, List<Entrant> others, List<Entrant> othersWithout) {
    return one.hasPatronymic() ? othersWithout : others;
  }

  private static List<Entrant> without(List<Entrant> entrants) {
    return entrants.stream().filter(one -> !one.hasPatronymic()).toList();
  }

  private static List<Person> firsts(List<Entrant> entrants) {
    return entrants.stream().map(Entrant::first).toList();
  }
}
