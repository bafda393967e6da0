package homeward.evidence;

import homeward.values.Kind;
import homeward.values.Rows;
import homeward.values.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Weighs pairs by a model: bits for each column, less what kin and namesakes explain as well, and the odds that come of it.
 * The odds of a pair are its likelihood as one person, times how many partners a row may expect, over its likelihood as
 * any two, as siblings, as twins, and as namesakes together.
 */
final class Scale {
  private static final double MOST_BITS = 26;
  private static final double MOST_FREQUENCY_BITS = 9;
  private static final double MOST_FREQUENCY = 1 << (int) MOST_FREQUENCY_BITS;
  private static final double LOG2 = Math.log(2);
  /** Siblings do not bear one name; a share is left for what is written wrongly. */
  private static final double SAME_GIVEN_AMONG_KIN = .05;

  private static final double[] SMALL = IntStream.range(0, 1 << 15).mapToDouble(count -> log2((double) count)).toArray();

  private final Rows held;
  private final Frequencies frequencies;
  private final Schema schema;
  private final double[][] bits;
  private final double[] meeting;
  private final int[] totals;
  private final double[] ofOne;
  private final double[] likelihoodOfOne;
  private final double[][] likelihoods;
  private final double[][] kin;
  private final double[] expected;
  private final int given;
  /** By column and level what agreement tells at most, and whether its names weigh by how frequent they are. */
  private final double[][] mostBits;
  private final boolean[][] grouped;
  private final double[] agreeing;
  private double startingBits;
  private int startingFrom = -1;
  private @Nullable Reach reach;
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
    this.totals = new int[schema.size()];
    this.ofOne = new double[schema.size()];
    this.likelihoodOfOne = new double[schema.size()];
    Arrays.fill(totals, -1);
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
    this.likelihoods = Arrays.stream(bits).map(levels -> Arrays.stream(levels).map(one -> Math.exp(LOG2 * one)).toArray()).toArray(double[][]::new);
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
    return grouped[column][level] ? frequencyBits(column, held.code(heldRow, column)) : 0;
  }

  /** The same of a column at a level, by the code of the held row. */
  double frequencyBits(int column, int level, int heldCode) {
    return grouped[column][level] ? frequencyBits(column, heldCode) : 0;
  }

  private double frequencyBits(int column, int heldCode) {
    double rare = ofOne(column) - log2(frequencies.alike(column, heldCode) + 1);
    return Math.max(-MOST_FREQUENCY_BITS, Math.min(MOST_FREQUENCY_BITS, rare));
  }

  /** What the group of one single row tells above any, as if one more had it. */
  private double ofOne(int column) {
    int total = frequencies.total(column);
    if (total != totals[column]) {
      totals[column] = total;
      ofOne[column] = log2(meeting[column]) + log2(total + 1);
      likelihoodOfOne[column] = meeting[column] * (total + 1.0);
    }
    return ofOne[column];
  }

  /** Most counts are small, and a logarithm is dear where millions of pairs are weighed. */
  private static double log2(int count) {
    return count < SMALL.length ? SMALL[count] : log2((double) count);
  }

  /** The sum over the columns: the weight of a pair. */
  double weight(long pattern, int heldRow) {
    double weight = 0;
    for (int column = 0; column < bits.length; column++) {
      weight += bits(column, pattern) + frequencyBits(column, pattern, heldRow);
    }
    return weight;
  }

  /** How far pairs can come. */
  Reach reach() {
    double starting = startingBits();
    if (reach == null) {
      double[] most = Arrays.stream(mostBits).mapToDouble(bits -> Arrays.stream(bits).max().orElse(0)).toArray();
      reach = new Reach(starting, bits, most, schema.first(Kind.SURNAME), given);
    }
    return reach;
  }

  /** How many partners among those held, as log2: what the odds of a pair start from. */
  double startingBits() {
    if (startingFrom != held.size()) {
      double partner = Math.max(.001, Math.min(.999, Model.share(model.beliefs().partner())));
      startingBits = log2(partner / (1 - partner) / Math.max(1, held.size()));
      startingFrom = held.size();
      reach = null;
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
          ? likelihood(column, Comparing.level(pattern, column), heldRow) : 1;
    }
    double others = 1;
    for (int sort = 0; sort < expected.length; sort++) {
      others += sortLikelihood(pattern, sort);
    }
    return log2(others);
  }

  /** Two to the power of what a column tells. */
  private double likelihood(int column, int level, int heldRow) {
    if (!grouped[column][level]) {
      return likelihoods[column][level];
    }
    ofOne(column);
    double rare = likelihoodOfOne[column] / (frequencies.alike(column, held.code(heldRow, column)) + 1);
    return likelihoods[column][level] * Math.max(1 / MOST_FREQUENCY, Math.min(MOST_FREQUENCY, rare));
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
