package homeward.tranches;

import homeward.problem.Plan;
import homeward.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one question is asked under, beside problem and policy.
 *
 * @param frame the sites and vehicles, where they are fixed
 * @param opened which sites are opened when, 1 or 0, where that is fixed and vehicles are not
 * @param current the plan that stands, where changes count
 * @param in who has to go
 * @param out who must not
 * @param cuts which groups do not fit into which vehicles together
 * @param loose for explanations: every rule is a row that can be taken away, and nothing is left out beforehand
 */
public record Setting(Optional<Frame> frame, Optional<Frame> opened, Optional<Plan> current, Set<String> in, Set<String> out, List<Cut> cuts, boolean loose) {
  /** How many vehicles serve each site on each day, by position: {@code vehicles[site][day]}. */
  @SuppressWarnings("ArrayRecordComponent") // compared by content, see equals
  public record Frame(int[][] vehicles) {
    /** The vehicles of a plan. */
    public static Frame of(Plan plan, Problem problem) {
      Map<String, Map<String, Integer>> stood = plan.vehicles();
      int[][] vehicles = new int[problem.sites().size()][problem.days().size()];
      for (int site = 0; site < vehicles.length; site++) {
        for (int day = 0; day < vehicles[site].length; day++) {
          vehicles[site][day] = stood.getOrDefault(problem.days().get(day).day(), Map.of())
              .getOrDefault(problem.sites().get(site).site(), 0);
        }
      }
      return new Frame(vehicles);
    }

    /** How many vehicles serve a site on a day. */
    public int at(int site, int day) {
      return vehicles[site][day];
    }

    /** The same with one vehicle more. */
    public Frame oneMore(int site, int day) {
      int[][] more = Arrays.stream(vehicles).map(int[]::clone).toArray(int[][]::new);
      more[site][day]++;
      return new Frame(more);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Frame(int[][] others) && Arrays.deepEquals(vehicles, others);
    }

    @Override
    public int hashCode() {
      return Arrays.deepHashCode(vehicles);
    }
  }

  /** Groups that, all at once at one site on one day, need more vehicles than their number of people says. */
  public record Cut(int site, int day, Set<String> groups, int vehicles) {}

  /** With everything open: people, days, sites and vehicles. */
  public static Setting open() {
    return new Setting(Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Set.of(), List.of(), false);
  }

  /** With the sites and vehicles of a plan that stands, and as few changes from it as the policy lets be. */
  public static Setting changing(Plan standing, Problem problem, Set<String> putIn, Set<String> takenOut) {
    return new Setting(Optional.of(Frame.of(standing, problem)), Optional.empty(), Optional.of(standing), putIn, takenOut, List.of(), false);
  }

  /** The same with other sites and vehicles, fixed. */
  public Setting with(Frame fixed) {
    return new Setting(Optional.of(fixed), opened, current, in, out, cuts, loose);
  }

  Setting withOpened(Frame openings) {
    return new Setting(frame, Optional.of(openings), current, in, out, cuts, loose);
  }

  Setting with(Cut cut) {
    List<Cut> more = new ArrayList<>(cuts);
    more.add(cut);
    return new Setting(frame, opened, current, in, out, List.copyOf(more), loose);
  }

  /** The same with others put in and taken out. */
  public Setting withPins(Set<String> putIn, Set<String> takenOut) {
    return new Setting(frame, opened, current, putIn, takenOut, cuts, loose);
  }

  Setting loosened() {
    return new Setting(frame, opened, current, in, out, cuts, true);
  }
}
