package homeward.tranches;

import homeward.problem.Person;
import homeward.problem.Plan;
import homeward.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** From counts of kinds and cells back to people: within a kind the lowest lots go, and the lower the lot the earlier the day. */
final class Listing {
  private final Formulation formulation;
  private final long[] point;
  /** By site and day. */
  private final Map<Integer, List<Person>> riders = new HashMap<>();

  Listing(Formulation formulation, long[] point) {
    this.formulation = formulation;
    this.point = point;
    Crowd crowd = formulation.crowd();
    List<List<Person>> going = new ArrayList<>();
    crowd.cells().forEach(cell -> going.add(new ArrayList<>()));
    for (int kind = 0; kind < crowd.kinds().size(); kind++) {
      Crowd.Kind alike = crowd.kinds().get(kind);
      int count = Math.toIntExact(point[formulation.at().kinds()[kind]]);
      going.get(alike.cell()).addAll(alike.people().subList(0, count));
    }
    for (int cell = 0; cell < going.size(); cell++) {
      giveDays(going.get(cell), formulation.at().cells()[cell]);
    }
    for (int team = 0; team < crowd.teams().size(); team++) {
      int[] days = formulation.at().teams()[team];
      for (int day = 0; day < days.length; day++) {
        if (days[day] >= 0 && point[days[day]] > 0) {
          int when = day;
          crowd.teams().get(team).people().forEach(person -> ride(person, when));
        }
      }
    }
  }

  private void giveDays(List<Person> people, int[] days) {
    people.sort(Comparator.comparingInt(Person::lot));
    int next = 0;
    for (int day = 0; day < days.length; day++) {
      long count = days[day] < 0 ? 0 : point[days[day]];
      for (int i = 0; i < count; i++) {
        ride(people.get(next++), day);
      }
    }
  }

  private void ride(Person person, int day) {
    int days = formulation.problem().days().size();
    riders.computeIfAbsent(formulation.crowd().site(person) * days + day, where -> new ArrayList<>()).add(person);
  }

  /** The trips, or which groups do not fit into the vehicles of a site. */
  sealed interface Seated {
    record Trips(List<Plan.Trip> trips) implements Seated {}

    record TooFew(Setting.Cut cut) implements Seated {}
  }

  Seated seat(Setting.Frame frame) {
    Problem problem = formulation.problem();
    List<Plan.Trip> trips = new ArrayList<>();
    for (int day = 0; day < problem.days().size(); day++) {
      for (int site = 0; site < problem.sites().size(); site++) {
        List<Person> people = riders.getOrDefault(site * problem.days().size() + day, List.of());
        if (!people.isEmpty()) {
          List<SortedSet<String>> vehicles = Seating.vehicles(people, formulation.reach().seats(site));
          if (vehicles.size() > frame.at(site, day)) {
            return new Seated.TooFew(new Setting.Cut(site, day, groups(people), vehicles.size()));
          }
          trips.add(new Plan.Trip(problem.days().get(day).day(), problem.sites().get(site).site(), vehicles));
        }
      }
    }
    return new Seated.Trips(trips);
  }

  private static Set<String> groups(List<Person> people) {
    Set<String> groups = new HashSet<>();
    people.stream().map(Person::group).flatMap(Optional::stream).forEach(groups::add);
    return groups;
  }
}
