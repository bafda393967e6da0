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
  /** By column and level what agreement tells at most, and whether its names weigh by how frequent they are. */
  private final double[][] mostBits;
  private final boolean[][] grouped;
  private final double[] agreeing;
  private double startingBits;
  private int startingFrom = -1;
  private final Model model;

  /** A scale; without frequencies only for a measurement. */
  Scale(Model model, Rows held, Frequencies frequencies, boolean frequencyCounts) {
    this.model = model;
    this.held = held;
    this.frequencies = frequencies;
    this.schema = model.schema();
    this.given = schema.first(Kind.GIVEN);
    this.bits = new double[schema.size()][];
    this.meeting = new double[schema.size()];
    for (int column = 0; column < bits.length; column++) {
      Model.Agreement agreement = model.columns().get(column);
      bits[column] = bits(agreement);
      meeting[column] = Model.share(agreement.meeting());
    }
    this.mostBits = new double[schema.size()][];
    this.grouped = new boolean[schema.size()][];
    for (int column = 0; column < bits.length; column++) {
      grouped[column] = new boolean[bits[column].length];
      mostBits[column] = bits[column].clone();
      for (int level = 1; level < bits[column].length; level++) {
        grouped[column][level] = frequencyCounts && schema.kind(column).sharesGroup(level);
        mostBits[column][level] += grouped[column][level] ? MOST_FREQUENCY_BITS : 0;
      }
    }
    this.agreeing = new double[schema.size()];
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
    if (!grouped[column][level]) {
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

  /** The odds are not above this, whatever names the held row has. */
  double mostOdds(long pattern) {
    double most = startingBits();
    for (int column = 0; column < bits.length; column++) {
      int level = Comparing.level(pattern, column);
      most += mostBits[column][level];
    }
    return most;
  }

  /** How many partners among those held, as log2: what the odds of a pair start from. */
  double startingBits() {
    if (startingFrom != held.size()) {
      double partner = Math.max(.001, Math.min(.999, Model.share(model.beliefs().partner())));
      startingBits = log2(partner / (1 - partner) / Math.max(1, held.size()));
      startingFrom = held.size();
    }
    return startingBits;
  }

  /** The odds, as log2, that a pair with this weight is one person, before any other candidate is looked at. */
  double odds(long pattern, int heldRow, double weight) {
    double plain = startingBits() + weight;
    return plain < -12 ? plain : plain - kinBits(pattern, heldRow);
  }

  /** What kin and namesakes take away. */
  double kinBits(long pattern, int heldRow) {
    for (int column = 0; column < bits.length; column++) {
      boolean counts = kin[Kinship.SIBLINGS][column] + kin[Kinship.TWINS][column] + kin[Kinship.NAMESAKES][column] > 0;
      agreeing[column] = counts && Comparing.level(pattern, column) > 0
          ? Math.exp(LOG2 * (bits(column, pattern) + frequencyBits(column, pattern, heldRow))) : 1;
    }
    double others = 1;
    for (int sort = 0; sort < expected.length; sort++) {
      others += sortLikelihood(pattern, sort);
    }
    return log2(others);
  }

  /**
   * How much likelier a pair is as one of a sort than as any two, times how many of the sort one may expect: of the pair
   * whose {@link #kinBits} were asked last.
   */
  double sortLikelihood(long pattern, int sort) {
    double likelihood = expected[sort] / Math.max(1, held.size());
    for (int column = 0; column < bits.length; column++) {
      double share = kin[sort][column];
      int level = Comparing.level(pattern, column);
      if (share > 0 && level > 0) {
        likelihood *= share * agreeing[column] + 1 - share;
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
