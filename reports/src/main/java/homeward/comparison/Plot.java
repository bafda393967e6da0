package homeward.comparison;

import homeward.ledger.Judgement;
import homeward.ledger.Judgement.Reading;
import homeward.reports.Claim.Measure;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A plot of the numbers claimed, each once, beside the figures of the ledger that they may mean. */
final class Plot {
  private static final int LEFT = 20;
  private static final int RIGHT = 700;
  private static final int ROW = 46;
  private static final int TOP = 40;
  private static final int TICKS = 4;

  private final List<Row> rows;
  private final long most;

  Plot(List<Row> all) {
    Set<String> said = new HashSet<>();
    this.rows = all.stream().filter(row -> row.judgement().isPresent()
        && !row.judgement().get().readings().isEmpty()
        && (row.measure() == Measure.EXCHANGED || row.measure() == Measure.AGREED))
        .filter(row -> said.add(row.eventDate() + row.words())).limit(60).toList();
    this.most = rows.stream().mapToLong(row -> Math.max(row.claim().what().value(), row.judgement().orElseThrow().readings()
        .stream().mapToLong(Reading::figure).max().orElse(0))).max().orElse(0);
  }

  boolean empty() {
    return rows.isEmpty() || most == 0;
  }

  List<Row> rows() {
    return rows;
  }

  /** The drawing; its numbers stand in a table beneath it. */
  String svg() {
    int height = TOP + rows.size() * ROW + 20;
    StringBuilder svg = new StringBuilder(String.format(Locale.ROOT,
        "<svg viewBox=\"0 0 720 %d\" role=\"img\" aria-labelledby=\"plot-title plot-desc\">%n", height));
    svg.append("<title id=\"plot-title\">Numbers claimed and the ledger's figures</title>\n");
    svg.append("<desc id=\"plot-desc\">One line a claim: a filled circle for the number claimed, bars for the figures of the"
        + " ledger that it may mean; a bar is long where the claim is true of it. The table beneath holds the same numbers."
        + "</desc>\n");
    axis(svg, height);
    for (int at = 0; at < rows.size(); at++) {
      line(svg, rows.get(at), TOP + at * ROW, at + 1);
    }
    return svg.append("</svg>\n").toString();
  }

  private void axis(StringBuilder svg, int height) {
    long step = Math.max(1, nice(most / TICKS));
    for (long value = 0; value <= most; value += step) {
      svg.append(String.format(Locale.ROOT, "<line class=\"grid\" x1=\"%1$d\" x2=\"%1$d\" y1=\"26\" y2=\"%2$d\"/>"
          + "<text class=\"axis\" x=\"%1$d\" y=\"18\">%3$,d</text>%n", x(value), height - 14, value));
    }
  }

  /** The nearest 1, 2 or 5 with zeros. */
  private static long nice(long step) {
    long unit = 1;
    while (unit * 10 <= step) {
      unit *= 10;
    }
    return step >= 5 * unit ? 5 * unit : step >= 2 * unit ? 2 * unit : unit;
  }

  private int x(long value) {
    return (int) (LEFT + (RIGHT - LEFT - 30) * value / most);
  }

  private void line(StringBuilder svg, Row row, int y, int number) {
    Judgement judgement = row.judgement().orElseThrow();
    int middle = y + 30;
    svg.append(String.format(Locale.ROOT, "<text class=\"label\" x=\"%d\" y=\"%d\">%d. %s, %s: %s</text>%n", LEFT, y + 13, number,
        row.eventDate(), Escape.html(row.words()), judgement.verdict().label()));
    svg.append(String.format(Locale.ROOT, "<line class=\"base\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>%n", LEFT, RIGHT, middle, middle));
    for (Reading reading : judgement.readings()) {
      int half = reading.holds() ? 10 : 5;
      svg.append(String.format(Locale.ROOT, "<line class=\"%s\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>%n",
          reading.holds() ? "right" : "other", x(reading.figure()), x(reading.figure()), middle - half, middle + half));
    }
    svg.append(String.format(Locale.ROOT, "<circle class=\"%s\" cx=\"%d\" cy=\"%d\" r=\"5\"/>%n",
        Escape.style(judgement.verdict()), x(row.claim().what().value()), middle));
  }
}
