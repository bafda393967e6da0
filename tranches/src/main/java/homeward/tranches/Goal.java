package homeward.tranches;

import homeward.problem.Eligible;
import homeward.problem.Person;
import homeward.problem.Plan;
import homeward.problem.Policy;
import homeward.problem.Valuation;
import homeward.problem.Wish;
import homeward.solver.Model;
import homeward.solver.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * A wish as a sum over columns, to be as large as it can.
 *
 * @param name the kind of wish, or {@link Plan.Stage#CHANGES}
 * @param offset what has to be added to the sum to have the value
 */
record Goal(String name, Terms terms, long offset) {

  /** The wishes of a policy over a formulation, in order; and the fewest changes, where a plan stands. */
  static List<Goal> of(Formulation formulation, Policy policy, Setting setting) {
    Making making = new Making(formulation);
    List<Goal> goals = new ArrayList<>();
    for (Wish wish : policy.order()) {
      // Where sites are fixed their number is no wish: they are ordered already, used or not.
      if (wish.wish() != Wish.Kind.FEWEST_SITES || setting.frame().or(setting::opened).isEmpty()) {
        goals.add(new Goal(wish.wish().name(), making.wish(wish), 0));
      }
    }
    if (setting.current().isPresent()) {
      goals.add(new Goal(Plan.Stage.CHANGES, making.changes(), -formulation.crowd().currentSize()));
    }
    return goals;
  }

  /** Puts sums together; units and sectors need columns and rows of their own. */
  private record Making(Formulation formulation) {
    Terms wish(Wish wish) {
      return switch (wish.wish()) {
        case ASKED -> count(Person::wanted);
        case SERIOUSLY_WOUNDED -> count(person -> person.health() == Person.Health.SERIOUSLY_WOUNDED);
        case SICK -> count(person -> person.health() == Person.Health.SICK);
        case WOMEN -> count(person -> person.sex() == Person.Sex.FEMALE);
        case UNDER_20 -> count(person -> person.age() == Person.Age.UNDER_20);
        case OVER_60 -> count(person -> person.age() == Person.Age.OVER_60);
        case VULNERABLE -> count(Person::vulnerable);
        case LONGEST_HELD -> going(person -> wish.steps(person.heldMonths())).terms();
        case UNITS_WITHOUT_RETURN -> units();
        case SECTORS_IN_BAND -> sectors(wish);
        case WOUNDED_EARLY -> early();
        case FEWEST_SITES -> sites();
      };
    }

    private Terms count(Predicate<Person> which) {
      return going(person -> which.test(person) ? 1 : 0).terms();
    }

    /** The sum over everybody who goes. */
    private Terms.Sum going(ToLongFunction<Person> worth) {
      Terms.Sum sum = new Terms.Sum();
      Crowd crowd = formulation.crowd();
      for (int kind = 0; kind < crowd.kinds().size(); kind++) {
        sum.add(formulation.at().kinds()[kind], worth.applyAsLong(crowd.kinds().get(kind).first()));
      }
      for (int team = 0; team < crowd.teams().size(); team++) {
        long together = crowd.teams().get(team).people().stream().mapToLong(worth).sum();
        for (int column : formulation.at().teams()[team]) {
          Columns.add(sum, column, together);
        }
      }
      return sum;
    }

    private Map<String, Terms.Sum> by(Function<Person, String> which) {
      Map<String, Terms.Sum> sums = new LinkedHashMap<>();
      Crowd crowd = formulation.crowd();
      for (int kind = 0; kind < crowd.kinds().size(); kind++) {
        sums.computeIfAbsent(which.apply(crowd.kinds().get(kind).first()), some -> new Terms.Sum()).add(formulation.at().kinds()[kind], 1);
      }
      for (int team = 0; team < crowd.teams().size(); team++) {
        int number = team;
        crowd.teams().get(team).people().forEach(person -> {
          Terms.Sum sum = sums.computeIfAbsent(which.apply(person), some -> new Terms.Sum());
          for (int column : formulation.at().teams()[number]) {
            Columns.add(sum, column, 1);
          }
        });
      }
      return sums;
    }

    /** A unit counts when at least one of it goes. */
    private Terms units() {
      Model model = formulation.model();
      Terms.Sum covered = new Terms.Sum();
      by(person -> formulation.crowd().ofNewUnit(person) ? person.unit() : "").forEach((unit, going) -> {
        if (!unit.isEmpty()) {
          int column = model.impliedColumn(0, 1);
          model.row(going.add(column, -1).terms(), 0, Model.NONE, Model.UNLABELLED);
          covered.add(column, 1);
        }
      });
      return covered.terms();
    }

    private Terms sectors(Wish wish) {
      Model model = formulation.model();
      Eligible eligible = formulation.eligible();
      Map<String, Long> able = new TreeMap<>();
      formulation.problem().people().stream().filter(eligible::canGo).forEach(person -> able.merge(person.sector(), 1L, Long::sum));
      long all = able.values().stream().mapToLong(Long::longValue).sum();
      long sum = 0;
      for (int day = 0; day < formulation.problem().days().size(); day++) {
        for (String category : eligible.categories()) {
          sum += eligible.quota(day, category);
        }
      }
      long everybody = sum;
      Terms.Sum outside = new Terms.Sum();
      Map<String, Terms.Sum> going = by(Person::sector);
      // A sector of whom everybody could only stay has a band too.
      able.keySet().forEach(sector -> going.computeIfAbsent(sector, some -> new Terms.Sum()));
      going.forEach((sector, riders) -> {
        long[] band = Valuation.band(wish, everybody, able.getOrDefault(sector, 0L), all);
        int column = model.impliedColumn(0, Math.max(everybody, band[1]));
        model.row(riders.add(column, 1).terms(), band[0], Model.NONE, Model.UNLABELLED);
        model.row(riders.add(column, -2).terms(), -Model.NONE, band[1], Model.UNLABELLED);
        outside.add(column, -1);
      });
      return outside.terms();
    }

    private Terms early() {
      Terms.Sum sum = new Terms.Sum();
      Crowd crowd = formulation.crowd();
      int last = formulation.problem().days().size() - 1;
      for (int day = 0; day < last; day++) {
        for (int cell = 0; cell < crowd.cells().size(); cell++) {
          if (crowd.cells().get(cell).ill()) {
            Columns.add(sum, formulation.at().cells()[cell][day], (long) last - day);
          }
        }
        for (int team = 0; team < crowd.teams().size(); team++) {
          long ill = crowd.teams().get(team).people().stream().filter(person -> person.health() != Person.Health.WELL).count();
          Columns.add(sum, formulation.at().teams()[team][day], ill * (last - day));
        }
      }
      return sum.terms();
    }

    private Terms sites() {
      Terms.Sum sum = new Terms.Sum();
      for (int[] site : formulation.at().open()) {
        for (int column : site) {
          sum.add(column, -1);
        }
      }
      return sum.terms();
    }

    /** Whoever stands in the plan counts as changed, until it is seen that they go on the same day; whoever is new counts. */
    private Terms changes() {
      Terms.Sum sum = new Terms.Sum();
      Crowd crowd = formulation.crowd();
      for (int day = 0; day < formulation.problem().days().size(); day++) {
        for (int cell = 0; cell < crowd.cells().size(); cell++) {
          Columns.add(sum, formulation.at().cells()[cell][day], worth(crowd.cells().get(cell).currentDay(), day));
        }
        for (int team = 0; team < crowd.teams().size(); team++) {
          long worth = 0;
          for (Person person : crowd.teams().get(team).people()) {
            worth += worth(crowd.currentDay(person), day);
          }
          Columns.add(sum, formulation.at().teams()[team][day], worth);
        }
      }
      return sum.terms();
    }

    private static long worth(int currentDay, int day) {
      return currentDay < 0 ? -1 : currentDay == day ? 1 : 0;
    }
  }
}
