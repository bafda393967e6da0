package homeward.evidence;

import homeward.values.Rows;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a pair weighs what it weighs: from what any pair starts with, column by column, to its odds.
 *
 * @param start log2 of the odds of a pair of which nothing is known
 * @param steps the columns, in the schema's order
 * @param kin what is taken away because kin and namesakes agree in as much
 * @param total log2 of the odds, before other candidates are looked at
 * @param version of the model it was weighed by
 */
public record Waterfall(double start, List<Step> steps, double kin, double total, int version) {
  public Waterfall {
    steps = List.copyOf(steps);
  }

  /**
   * One column.
   *
   * @param column its name
   * @param sought what the sought row has, repaired
   * @param held what the held row has
   * @param level how they agree, in words
   * @param bits what that tells
   * @param frequency what is added because the value is rare, or taken away because it is frequent
   */
  public record Step(String column, String sought, String held, String level, double bits, double frequency) {}

  /** The waterfall of a sought and a held row. */
  static Waterfall of(Scale scale, Comparing comparing, Rows sought, Rows held, int soughtRow, int heldRow) {
    long pattern = comparing.pattern(soughtRow, heldRow);
    List<Step> steps = new ArrayList<>();
    for (int column = 0; column < scale.columns().size(); column++) {
      steps.add(new Step(scale.columns().get(column),
          held.lexicon().values(column).text(sought.code(soughtRow, column)),
          held.lexicon().values(column).text(held.code(heldRow, column)),
          held.lexicon().schema().kind(column).levels().get(Comparing.level(pattern, column)),
          scale.bits(column, pattern),
          scale.frequencyBits(column, pattern, heldRow)));
    }
    double weight = scale.weight(pattern, heldRow);
    return new Waterfall(scale.startingBits(), steps, -scale.kinBits(pattern, heldRow),
        scale.odds(pattern, heldRow, weight), scale.model().version());
  }
}
