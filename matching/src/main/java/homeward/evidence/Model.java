package homeward.evidence;

import homeward.values.Schema;
import java.util.List;

/**
 * What was learnt about two registers: enough to weigh any pair again and explain it. Shares are whole numbers, in
 * billionths, so that a stored model is the same on every machine.
 *
 * @param version of the meaning of the numbers; see {@link #VERSION}
 * @param schema the columns it weighs
 * @param columns one for each column of the schema, in order
 * @param beliefs how frequent pairs of each sort are
 * @param calibration from its own odds to probabilities
 */
public record Model(int version, Schema schema, List<Agreement> columns, Beliefs beliefs, Calibration calibration) {
  /** Goes up when the levels or the formula change: a model of another version is refused, never reread. */
  public static final int VERSION = 1;
  /** What a share is counted in. */
  public static final long WHOLE = 1_000_000_000L;

  public Model {
    columns = List.copyOf(columns);
  }

  /**
   * One column.
   *
   * @param name the column's
   * @param same how likely each level is among pairs of one person (m), level 0 left at 0
   * @param any how likely it is among any two rows (u)
   * @param meeting the chance that two rows of any two people share a group, against which a frequent name loses
   */
  public record Agreement(String name, List<Long> same, List<Long> any, long meeting) {
    public Agreement {
      same = List.copyOf(same);
      any = List.copyOf(any);
    }
  }

  /**
   * Sorts of pairs, each as what one sought row may expect among those held.
   *
   * @param partner the share of sought rows whose person is held
   * @param siblings brothers and sisters held, for each sought row
   * @param twins twins held
   * @param namesakes people of all the same names held
   */
  public record Beliefs(long partner, long siblings, long twins, long namesakes) {}

  /**
   * A straight line from log-odds to log-odds (Platt 1999), in thousandths.
   *
   * @param slope 1000 leaves them as they are
   * @param shift thousandths of a bit that are added
   */
  public record Calibration(long slope, long shift) {}

  /** The probability that log2 odds stand for, after calibration. */
  public double probability(double odds) {
    double line = odds * calibration.slope() / 1000.0 + calibration.shift() / 1000.0;
    return 1 / (1 + Math.exp(-Math.log(2) * line));
  }

  static double share(long billionths) {
    return billionths / (double) WHOLE;
  }

  static long billionths(double share) {
    return Math.round(share * WHOLE);
  }
}
