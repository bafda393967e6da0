package homeward.tranches;

import homeward.problem.Person;
import homeward.solver.Answer;
import homeward.solver.Engine;
import homeward.solver.Patience;
import homeward.solver.Terms;
import java.util.Arrays;

/**
 * Which sites open when, once the goals have their values and leave it open. Each opening has points, drawn from the lowest
 * lot that is held at the site and from the day; the openings with the most points in sum are taken. So whole sites are settled
 * by lot before single people are, which is a hundred times quicker than person by person. That two sets of openings have the
 * same sum is a matter of one problem in many thousands; to prove that it is not so took longer than all the rest.
 */
final class Openings {
  private static final int MOST_POINTS = 1 << 17;

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
    Terms.Sum sum = new Terms.Sum();
    for (int site = 0; site < lots.length; site++) {
      for (int day = 0; day < formulation.at().open()[site].length; day++) {
        sum.add(formulation.at().open()[site][day], points(lots[site], day));
      }
    }
    if (session.maximise(sum.terms(), point, patience) instanceof Answer.Found(long[] found, long value, long bound)) {
      point = found;
    }
    return at(formulation.at().open(), point);
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

  /** Points that nobody chose: the finaliser of SplitMix64 over lot and day. */
  static long points(int lot, int day) {
    long mixed = lot * 64L + day + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return 1 + Long.remainderUnsigned(mixed ^ (mixed >>> 31), MOST_POINTS);
  }
}
