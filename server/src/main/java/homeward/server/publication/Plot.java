package homeward.server.publication;

import java.util.ArrayList;
import java.util.List;

/**
 * People returned, a pair of bars a day, as shapes that a template draws.
 *
 * @param width of the whole, in its own units
 * @param base where the bars stand
 * @param top the largest number, at the top line; at least one
 */
record Plot(int width, int height, int base, int top, List<Bar> bars, List<Label> labels) {
  private static final int LEFT = 40;
  private static final int HEAD = 30;
  private static final int TALL = 180;
  private static final int WIDE = 26;
  private static final int DAY = 2 * WIDE + 28;
  private static final int FOOT = 40;

  /** A bar; {@code side} is 0 or 1. */
  record Bar(int x, int y, int height, int side, int count) {
    public int width() {
      return WIDE;
    }

    public int middle() {
      return x + WIDE / 2;
    }
  }

  /** A day's date under its bars. */
  record Label(int x, String text) {}

  /** Of days that are free. */
  static Plot of(Figures figures) {
    int top = Math.max(1, figures.days().stream().flatMapToInt(day -> figures.sides().stream().mapToInt(day::returned)).max().orElse(1));
    List<Bar> bars = new ArrayList<>();
    List<Label> labels = new ArrayList<>();
    int x = LEFT;
    for (Figures.Day day : figures.days().stream().filter(each -> !each.numbers().isEmpty()).toList()) {
      for (int side = 0; side < figures.sides().size(); side++) {
        int count = day.returned(figures.sides().get(side));
        int height = (int) Math.round((double) TALL * count / top);
        bars.add(new Bar(x + side * WIDE, HEAD + TALL - height, height, side, count));
      }
      labels.add(new Label(x + WIDE, day.date().substring(day.date().indexOf('-') + 1)));
      x += DAY;
    }
    return new Plot(x, HEAD + TALL + FOOT, HEAD + TALL, top, bars, labels);
  }

  /** Where the line of the largest number is. */
  public int ceiling() {
    return HEAD;
  }
}
