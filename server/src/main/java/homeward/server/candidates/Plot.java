package homeward.server.candidates;

import java.util.ArrayList;
import java.util.List;

/**
 * A waterfall as shapes that a template draws: each bar begins where the one before it ended, in bits.
 *
 * @param width of the whole, in its own units
 * @param zero where nothing speaks for or against
 */
record Plot(int width, int height, int zero, List<Bar> bars) {
  static final int ROW = 22;
  private static final int WIDE = 640;
  private static final int LABELS = 190;
  private static final int FIGURES = 56;

  /**
   * A bar.
   *
   * @param key of its word in the messages
   * @param y its upper edge
   * @param bits what it adds, or takes away
   * @param sum whether it is the sum, and begins at nothing
   */
  record Bar(String key, int x, int y, int width, double bits, boolean sum) {
    /** Where its label and figure stand. */
    public int baseline() {
      return y + 13;
    }

    /** Whether it speaks for one person. */
    public boolean speaksFor() {
      return bits >= 0;
    }
  }

  private record Step(String key, double from, double to, boolean sum) {}

  static Plot of(Judged judged) {
    List<Step> steps = steps(judged);
    double least = steps.stream().mapToDouble(step -> Math.min(step.from(), step.to())).min().orElse(0);
    double most = steps.stream().mapToDouble(step -> Math.max(step.from(), step.to())).max().orElse(1);
    double unit = (WIDE - LABELS - FIGURES) / Math.max(1, most - least);
    List<Bar> bars = new ArrayList<>();
    for (Step step : steps) {
      int x = LABELS + (int) Math.round((Math.min(step.from(), step.to()) - least) * unit);
      int width = Math.max(1, (int) Math.round(Math.abs(step.to() - step.from()) * unit));
      bars.add(new Bar(step.key(), x, bars.size() * ROW + 4, width, step.to() - step.from(), step.sum()));
    }
    return new Plot(WIDE, bars.size() * ROW + 8, LABELS + (int) Math.round(-least * unit), bars);
  }

  /** A column that is missing on either side adds nothing and has no bar. */
  private static List<Step> steps(Judged judged) {
    List<Step> steps = new ArrayList<>();
    double at = judged.reasons().start();
    steps.add(new Step("candidates.start", 0, at, false));
    for (Reasons.Step step : judged.reasons().steps()) {
      if (step.level() > 0) {
        steps.add(new Step("register.field." + step.column(), at, at + step.together(), false));
        at += step.together();
      }
    }
    steps.add(new Step("candidates.kin", at, at + judged.reasons().kin(), false));
    at += judged.reasons().kin();
    steps.add(new Step("candidates.others", at, at + judged.others(), false));
    steps.add(new Step("candidates.together", 0, at + judged.others(), true));
    return steps;
  }
}
