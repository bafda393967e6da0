package homeward.evidence;

import homeward.values.Kind;
import homeward.values.Rows;
import homeward.values.Schema;
import java.util.List;

/**
 * Weighs pairs by a model: bits for each column, less what kin and namesakes explain as well, and the odds that come of it.
 * The odds of a pair are its likelihood as one person, times how many partners a row may expect, over its likelihood as
 * any two, as siblings, as twins, and as namesakes together.
 */
final class Scale {
  private static final double MOST_BITS = 26;
  private static final double MOST_FREQUENCY_BITS = 9;
  private static final double LOG2 = Math.log(2);
  /** Siblings do not bear one name; a share is left for what is written wrongly. */
  private static final double SAME_GIVEN_AMONG_KIN = .05;

  private final Rows held;
  private final Frequencies frequencies;
  private final Schema schema;
  private final double[][] bits;
  private final double[] meeting;
  private final double[][] kin;
  private final double[] expected;
  private final int given;
  private final Model model;
  private final boolean frequencyCounts;

  /** A scale; without frequencies only for a measurement. */
  Scale(Model model, Rows held, Frequencies frequencies, boolean frequencyCounts) {
    this.model = model;
    this.held = held;
    this.frequencies = frequencies;
    this.frequencyCounts = frequencyCounts;
    this.schema = model.schema();
    this.given = schema.first(Kind.GIVEN);
    this.bits = new double[schema.size()][];
    this.meeting = new double[schema.size()];
    for (int column = 0; column < bits.length; column++) {
      Model.Agreement agreement = model.columns().get(column);
      bits[column] = bits(agreement);
      meeting[column] = Model.share(agreement.meeting());
    }
    this.kin = Kinship.shares(schema);
    Model.Beliefs beliefs = model.beliefs();
    this.expected = new double[] {
      Model.share(beliefs.siblings()), Model.share(beliefs.twins()), Model.share(beliefs.namesakes())};
  }

  /**
   * A value written wrongly cannot tell more than the same value written right: where a level is too rare for its share
   * among any two to be seen, what full agreement tells is the bound.
   */
  private static double[] bits(Model.Agreement agreement) {
    double[] bits = new double[agreement.same().size()];
    for (int level = 1; level < bits.length; level++) {
      double same = Model.share(Math.max(1, agreement.same().get(level)));
      double any = Model.share(Math.max(1, agreement.any().get(level)));
      bits[level] = Math.max(-MOST_BITS, Math.min(level > 1 ? bits[1] : MOST_BITS, log2(same / any)));
    }
    return bits;
  }

  static double log2(double value) {
    return Math.log(value) / LOG2;
  }

  /** The model it weighs by. */
  Model model() {
    return model;
  }

  /** What a column tells, without and with the frequency of its value. */
  double bits(int column, long pattern) {
    return bits[column][Comparing.level(pattern, column)];
  }

  /** What is added because a value is rare, or taken away because it is frequent. */
  double frequencyBits(int column, long pattern, int heldRow) {
    int level = Comparing.level(pattern, column);
    if (level == 0 || !frequencyCounts || !schema.kind(column).sharesGroup(level)) {
      return 0;
    }
    double rare = log2(meeting[column] / frequencies.share(column, held.code(heldRow, column)));
    return Math.max(-MOST_FREQUENCY_BITS, Math.min(MOST_FREQUENCY_BITS, rare));
  }

  /** The sum over the columns: the weight of a pair. */
  double weight(long pattern, int heldRow) {
    double weight = 0;
    for (int column = 0; column < bits.length; column++) {
      weight += bits(column, pattern) + frequencyBits(column, pattern, heldRow);
    }
    return weight;
  }

  /** How many partners among those held, as log2: what the odds of a pair start from. */
  double startingBits() {
    double partner = Math.max(.001, Math.min(.999, Model.share(model.beliefs().partner())));
    return log2(partner / (1 - partner) / Math.max(1, held.size()));
  }

  /** The odds, as log2, that a pair with this weight is one person, before any other candidate is looked at. */
  double odds(long pattern, int heldRow, double weight) {
    double plain = startingBits() + weight;
    return plain < -12 ? plain : plain - kinBits(pattern, heldRow);
  }

  /** What kin and namesakes take away. */
  double kinBits(long pattern, int heldRow) {
    double others = 1;
    for (int sort = 0; sort < expected.length; sort++) {
      others += sortLikelihood(pattern, heldRow, sort);
    }
    return log2(others);
  }

  /** How much likelier a pair is as one of a sort than as any two, times how many of the sort one may expect. */
  double sortLikelihood(long pattern, int heldRow, int sort) {
    double likelihood = expected[sort] / Math.max(1, held.size());
    for (int column = 0; column < bits.length; column++) {
      double share = kin[sort][column];
      int level = Comparing.level(pattern, column);
      if (share > 0 && level > 0) {
        double same = Math.exp(LOG2 * (bits(column, pattern) + frequencyBits(column, pattern, heldRow)));
        likelihood *= share * same + 1 - share;
      } else if (column == given && sort != Kinship.NAMESAKES && level > 0 && schema.kind(column).sharesGroup(level)) {
        likelihood *= SAME_GIVEN_AMONG_KIN;
      }
    }
    return likelihood;
  }

  /** The columns, in order. */
  List<String> columns() {
    return model.columns().stream().map(Model.Agreement::name).toList();
  }
}
