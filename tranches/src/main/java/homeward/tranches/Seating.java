package homeward.tranches;

import homeward.problem.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who rides in which vehicle: as few vehicles as there can be, groups of one site together, the rest by lot. */
final class Seating {
  private Seating() {}

  /** The vehicles of one site on one day. */
  static List<SortedSet<String>> vehicles(Collection<Person> people, int seats) {
    List<Person> byLot = people.stream().sorted(Comparator.comparingInt(Person::lot)).toList();
    Map<String, List<Person>> groups = new LinkedHashMap<>();
    byLot.forEach(person -> groups.computeIfAbsent(person.group().map(group -> "group " + group).orElse("alone " + person.ref()),
        some -> new ArrayList<>()).add(person));
    List<List<Person>> together = new ArrayList<>(groups.values().stream().filter(group -> group.size() > 1).toList());
    together.sort(Comparator.comparingInt((List<Person> group) -> -group.size()).thenComparingInt(group -> group.getFirst().lot()));
    int fewest = Math.ceilDiv(people.size(), seats);
    int[] places = new int[together.size()];
    int[] sizes = together.stream().mapToInt(List::size).toArray();
    while (!fit(sizes, places, 0, new int[fewest], seats)) {
      fewest++;
    }
    List<SortedSet<String>> vehicles = new ArrayList<>();
    for (int i = 0; i < fewest; i++) {
      vehicles.add(new TreeSet<>());
    }
    for (int group = 0; group < places.length; group++) {
      int vehicle = places[group];
      together.get(group).forEach(person -> vehicles.get(vehicle).add(person.ref()));
    }
    groups.values().stream().filter(group -> group.size() == 1).map(List::getFirst).forEach(person ->
        vehicles.stream().filter(vehicle -> vehicle.size() < seats).findFirst().orElseThrow().add(person.ref()));
    vehicles.removeIf(SortedSet::isEmpty);
    return vehicles;
  }

  /** Whether the groups from this one on fit into what is left; writes where each sits. Largest first, so seldom twice. */
  private static boolean fit(int[] sizes, int[] places, int group, int[] taken, int seats) {
    if (group == sizes.length) {
      return true;
    }
    for (int vehicle = 0; vehicle < taken.length; vehicle++) {
      boolean seen = false;
      for (int other = 0; other < vehicle; other++) {
        seen |= taken[other] == taken[vehicle];
      }
      if (!seen && taken[vehicle] + sizes[group] <= seats) {
        taken[vehicle] += sizes[group];
        places[group] = vehicle;
        if (fit(sizes, places, group + 1, taken, seats)) {
          return true;
        }
        taken[vehicle] -= sizes[group];
      }
    }
    return false;
  }
}
