package homeward.tranches;

import homeward.problem.Person;
import homeward.solver.Answer;
import homeward.solver.Engine;
import homeward.solver.Patience;
import homeward.solver.Terms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Which sites open when, once the goals have their values and leave it open: sites in the order of the lowest lot that is
 * held there, each on its days in order, is opened if it can be while all before it stay as they are. So whole sites are
 * settled by lot before single people are, which is a hundred times quicker than person by person.
 */
final class Openings {
  /** So many are settled by one question, by powers of two. */
  private static final int AT_ONCE = 12;

  private final Engine.Session session;
  private final Formulation formulation;
  private final Patience patience;
  private long[] point;

  Openings(Engine.Session session, Formulation formulation, Patience patience, long[] point) {
    this.session = session;
    this.formulation = formulation;
    this.patience = patience;
    this.point = point;
  }

  /** Which sites are opened when, 1 or 0. */
  Setting.Frame decide() {
    int[] lots = lowestLots();
    List<Integer> order = new ArrayList<>();
    for (int site = 0; site < lots.length; site++) {
      order.add(site);
    }
    order.sort(Comparator.comparingInt(site -> lots[site]));
    List<Integer> open = new ArrayList<>();
    for (int site : order) {
      Arrays.stream(formulation.at().open()[site]).forEach(open::add);
    }
    for (int from = 0; from < open.size(); from += AT_ONCE) {
      settle(open.subList(from, Math.min(open.size(), from + AT_ONCE)));
    }
    return at(formulation.at().open(), point);
  }

  /** Opens as many of these as can be, the first before the second, and fixes them. */
  private void settle(List<Integer> openings) {
    Terms.Sum sum = new Terms.Sum();
    long weight = 1L << (openings.size() - 1);
    long most = 0;
    for (int column : openings) {
      sum.add(column, weight);
      most += weight;
      weight /= 2;
    }
    Terms goal = sum.terms();
    if (goal.at(point) < most && session.maximise(goal, point, patience) instanceof Answer.Found(long[] found, long value, long bound)) {
      point = found;
    }
    openings.forEach(column -> session.bound(column, point[column], point[column]));
  }

  /** The point at which they are opened. */
  long[] point() {
    return point;
  }

  static Setting.Frame at(int[][] columns, long[] point) {
    return new Setting.Frame(Arrays.stream(columns)
        .map(site -> Arrays.stream(site).map(column -> Math.toIntExact(point[column])).toArray()).toArray(int[][]::new));
  }

  private int[] lowestLots() {
    int[] lowest = new int[formulation.problem().sites().size()];
    Arrays.fill(lowest, Integer.MAX_VALUE);
    Crowd crowd = formulation.crowd();
    crowd.kinds().forEach(kind -> lower(lowest, crowd.site(kind.first()), kind.first()));
    crowd.teams().forEach(team -> team.people().forEach(person -> lower(lowest, crowd.site(person), person)));
    return lowest;
  }

  private static void lower(int[] lowest, int site, Person person) {
    lowest[site] = Math.min(lowest[site], person.lot());
  }
}
