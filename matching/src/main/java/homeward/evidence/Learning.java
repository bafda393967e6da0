package homeward.evidence;

import homeward.values.Rows;
import homeward.values.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Learns a model from two tables without anybody saying who is who: how often any two rows agree from pairs drawn at
 * random, how often two of one person agree by expectation maximisation (Dempster, Laird, Rubin 1977) over candidates.
 * A candidate counts as one person by its odds against all other candidates of the same sought row, so that kin who share
 * much do not teach what a person shares with itself.
 */
final class Learning {
  private static final int RANDOM_PAIRS = 400_000;
  private static final int ROUNDS = 12;
  /** How many pairs the expectations weigh as. */
  private static final double PRIOR_PAIRS = 40;
  private static final double PRIOR_ANY = 1_000;
  /** Where there are fewer pairs than this, those of one person are a noticeable part of any two. */
  private static final long FEW_PAIRS = 4_000_000;
  private static final double PRIOR_ROWS = 40;

  private final Rows sought;
  private final Rows held;
  private final Frequencies frequencies;
  private final Schema schema;
  private final SplittableRandom random;

  Learning(Rows sought, Rows held, Frequencies frequencies, long seed) {
    this.sought = sought;
    this.held = held;
    this.frequencies = frequencies;
    this.schema = held.lexicon().schema();
    this.random = new SplittableRandom(seed);
  }

  /** The expectations alone, with nothing learnt but how often any two rows agree. */
  Model untaught() {
    Model expected = Expectations.model(schema);
    Model first = withAny(expected, expected, Double.MAX_VALUE);
    boolean few = (long) sought.size() * held.size() < FEW_PAIRS;
    return few ? withAny(expected, first, 0) : first;
  }

  /** The model after learning. */
  Model learn(Sample sample) {
    Model model = untaught();
    for (int round = 0; round < ROUNDS; round++) {
      model = round(model, sample);
    }
    return model;
  }

  /**
   * How often any two rows agree, from pairs drawn at random but for those that a model takes for one person. No more
   * pairs count than there are.
   */
  private Model withAny(Model before, Model taking, double mostOdds) {
    Scale scale = new Scale(taking, held, frequencies, true);
    long all = (long) sought.size() * held.size();
    int pairs = (int) Math.min(RANDOM_PAIRS, 4 * all);
    double weight = Math.min(1, all / (double) Math.max(1, pairs));
    double[][] counts = new double[schema.size()][];
    for (int column = 0; column < counts.length; column++) {
      double[] expected = Expectations.any(schema.kind(column));
      counts[column] = Arrays.stream(expected).map(share -> share * PRIOR_ANY).toArray();
    }
    Comparing comparing = new Comparing(sought, held);
    for (int pair = 0; pair < pairs; pair++) {
      int heldRow = random.nextInt(held.size());
      long pattern = comparing.pattern(random.nextInt(sought.size()), heldRow);
      boolean taken = mostOdds == Double.MAX_VALUE || scale.odds(pattern, heldRow, scale.weight(pattern, heldRow)) <= mostOdds;
      for (int column = 0; column < counts.length && taken; column++) {
        counts[column][Comparing.level(pattern, column)] += weight;
      }
    }
    List<Model.Agreement> columns = new ArrayList<>();
    for (int column = 0; column < counts.length; column++) {
      Model.Agreement agreement = before.columns().get(column);
      boolean grouped = schema.kind(column).sharesGroup(1);
      columns.add(new Model.Agreement(agreement.name(), agreement.same(), Expectations.listed(shares(counts[column])),
          grouped ? Model.billionths(frequencies.meeting(column)) : agreement.meeting()));
    }
    return new Model(before.version(), schema, columns, before.beliefs(), before.calibration());
  }

  private static double[] shares(double[] counts) {
    double total = 0;
    for (int level = 1; level < counts.length; level++) {
      total += counts[level];
    }
    double[] shares = new double[counts.length];
    for (int level = 1; level < counts.length; level++) {
      shares[level] = counts[level] / total;
    }
    return shares;
  }

  private Model round(Model model, Sample sample) {
    Scale scale = new Scale(model, held, frequencies, true);
    Tally tally = new Tally(schema);
    double[] odds = new double[64];
    for (int row = 0; row < sample.soughtRows(); row++) {
      int from = sample.start(row);
      int to = sample.start(row + 1);
      odds = odds.length < to - from ? new double[to - from] : odds;
      double sum = 1;
      for (int at = from; at < to; at++) {
        long pattern = sample.pattern(at);
        double weight = scale.weight(pattern, sample.row(at));
        odds[at - from] = Math.exp(Math.log(2) * Math.min(60, scale.odds(pattern, sample.row(at), weight)));
        sum += odds[at - from];
      }
      for (int at = from; at < to; at++) {
        tally.pair(scale, sample.pattern(at), sample.row(at), odds[at - from] / sum);
      }
    }
    return tally.model(model, sample.soughtRows());
  }

  /** Sums of one round. */
  private static final class Tally {
    private final Schema schema;
    private final double[][] same;
    private final double[] sorts = new double[3];
    private double partners;

    Tally(Schema schema) {
      this.schema = schema;
      this.same = new double[schema.size()][];
      for (int column = 0; column < same.length; column++) {
        same[column] = Arrays.stream(Expectations.same(schema.kind(column))).map(share -> share * PRIOR_PAIRS).toArray();
      }
    }

    void pair(Scale scale, long pattern, int row, double probability) {
      partners += probability;
      if (probability > .001) {
        for (int column = 0; column < same.length; column++) {
          same[column][Comparing.level(pattern, column)] += probability;
        }
      }
      double kin = probability < .5 ? scale.kinBits(pattern, row) : 0;
      if (kin > .1) {
        double others = Math.exp(Math.log(2) * kin);
        for (int sort = 0; sort < sorts.length; sort++) {
          sorts[sort] += (1 - probability) * scale.sortLikelihood(pattern, sort) / others;
        }
      }
    }

    Model model(Model before, int rows) {
      List<Model.Agreement> columns = new ArrayList<>();
      for (int column = 0; column < same.length; column++) {
        Model.Agreement agreement = before.columns().get(column);
        columns.add(new Model.Agreement(
            agreement.name(), Expectations.listed(shares(same[column])), agreement.any(), agreement.meeting()));
      }
      double total = rows + PRIOR_ROWS;
      Model.Beliefs first = Expectations.model(schema).beliefs();
      return new Model(before.version(), schema, columns,
          new Model.Beliefs(
              Model.billionths(Math.min(.98, (partners + PRIOR_ROWS * Model.share(first.partner())) / total)),
              belief(sorts[Kinship.SIBLINGS], first.siblings(), total),
              belief(sorts[Kinship.TWINS], first.twins(), total),
              belief(sorts[Kinship.NAMESAKES], first.namesakes(), total)),
          before.calibration());
    }

    private static long belief(double found, long first, double total) {
      return Model.billionths(Math.max(.0005, Math.min(2, (found + PRIOR_ROWS * Model.share(first)) / total)));
    }
  }
}
