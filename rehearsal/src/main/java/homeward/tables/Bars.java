package homeward.tables;

import java.util.List;
import java.util.Locale;

/** Bar charts as SVG inside a page: no script, colours from the page's style, readable by a screen reader. */
final class Bars {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 200;
  private static final int LABELS = 200;
  private static final int ROW = 20;

  /** One bar. */
  record Bar(String label, double value) {}

  private Bars() {}

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
  }

  /** Counts as upright bars, by the logarithm of each, so that a few hard pairs show beside many easy ones. */
  static String upright(String title, List<Bar> bars) {
    double greatest = bars.stream().mapToDouble(Bar::value).max().orElse(1);
    StringBuilder svg = open(title, WIDTH, HEIGHT + 40);
    double wide = WIDTH / (double) bars.size();
    for (int at = 0; at < bars.size(); at++) {
      Bar bar = bars.get(at);
      double high = bar.value() == 0 ? 0 : 8 + (HEIGHT - 28) * Math.log1p(bar.value()) / Math.log1p(greatest);
      svg.append(String.format(Locale.ROOT, "<rect class=\"bar\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s: %,.0f</title></rect>%n",
          at * wide + 2, HEIGHT - high, wide - 4, high, escape(bar.label()), bar.value()));
      if (bar.value() > 0) {
        svg.append(text(at * wide + wide / 2, HEIGHT - high - 4, "middle", String.format(Locale.ROOT, "%,.0f", bar.value())));
      }
      if (at % 5 == 0) {
        svg.append(text(at * wide, HEIGHT + 18, "start", bar.label().split("–", 2)[0]));
      }
    }
    svg.append(text(WIDTH, HEIGHT + 18, "end", "1"));
    return svg.append("<line class=\"axis\" x1=\"0\" y1=\"").append(HEIGHT).append("\" x2=\"").append(WIDTH).append("\" y2=\"")
        .append(HEIGHT).append("\"/>\n</svg>\n").toString();
  }

  /** Bits to either side of a line, with their figures. */
  static String aside(String title, List<Bar> bars) {
    double greatest = Math.max(1, bars.stream().mapToDouble(bar -> Math.abs(bar.value())).max().orElse(1));
    StringBuilder svg = open(title, WIDTH, bars.size() * ROW + 10);
    double middle = LABELS + (WIDTH - LABELS) / 2.0;
    double unit = (WIDTH - LABELS - 100) / 2.0 / greatest;
    for (int at = 0; at < bars.size(); at++) {
      Bar bar = bars.get(at);
      double length = Math.abs(bar.value()) * unit;
      boolean speaksFor = bar.value() >= 0;
      svg.append(text(0, at * ROW + 16, "start", bar.label()));
      svg.append(String.format(Locale.ROOT, "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"14\"/>%n",
          speaksFor ? "for" : "against", speaksFor ? middle : middle - length, at * ROW + 5, length));
      svg.append(text(speaksFor ? middle + length + 4 : middle - length - 4, at * ROW + 16, speaksFor ? "start" : "end",
          String.format(Locale.ROOT, "%+.1f", bar.value())));
    }
    return svg.append("</svg>\n").toString();
  }

  private static StringBuilder open(String title, int width, int height) {
    return new StringBuilder(String.format(Locale.ROOT, "<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%s\">%n",
        width, height, width, height, escape(title)));
  }

  private static String text(double x, double y, String anchor, String words) {
    return String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, escape(words));
  }
}
