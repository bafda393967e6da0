package homeward.tables;

import homeward.evidence.Model;
import homeward.evidence.Waterfall;
import homeward.matching.Batch;
import homeward.matching.Decision;
import homeward.matching.Match;
import homeward.values.Rows;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A run as one page of HTML that needs nothing else: no script, no picture, no font is loaded. */
public final class MatchReport {
  private static final int HARDEST = 20;
  private static final double[] CUTS = {.5, .9, .95, .99, .999};
  private static final String HEAD = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>Two registers matched</title>
      <style>
      """;

  private final Batch batch;
  private final Model model;
  private final List<Match> matches;
  private final Rows sought;
  private final Rows held;
  private final StringBuilder page = new StringBuilder();

  private MatchReport(Batch batch, Model model, List<Match> matches, Rows sought, Rows held) {
    this.batch = batch;
    this.model = model;
    this.matches = matches;
    this.sought = sought;
    this.held = held;
  }

  /** The page of one run. */
  public static String html(Batch batch, Model model, List<Match> matches, Rows sought, Rows held) {
    return new MatchReport(batch, model, matches, sought, held).whole();
  }

  private String whole() {
    page.append(HEAD).append(style()).append("</style>\n</head>\n<body>\n<main>\n<h1>Two registers matched</h1>\n");
    summary();
    histogram();
    estimates();
    weights();
    hardest();
    return page.append("</main>\n</body>\n</html>\n").toString();
  }

  private static String style() {
    try (InputStream file = MatchReport.class.getResourceAsStream("report.css")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  private void summary() {
    long certain = matches.stream().filter(match -> match.decision() == Decision.MATCH).count();
    line(String.format(Locale.ROOT, "<p>%,d sought, %,d held. %,d pairs are proposed as one person, %,d are to be reviewed. A person decides on each.</p>",
        sought.size(), held.size(), certain, matches.size() - certain));
    line(String.format(Locale.ROOT, "<p class=\"quiet\">Model version %d. Of those sought, about %.0f in 100 seem to be held.</p>", model.version(),
        100 * model.beliefs().partner() / (double) Model.WHOLE));
  }

  private void histogram() {
    long[] counts = new long[20];
    matches.forEach(match -> counts[Math.min(19, (int) (match.probability() * 20))]++);
    List<Bars.Bar> bars = new ArrayList<>();
    for (int bin = 0; bin < counts.length; bin++) {
      bars.add(new Bars.Bar(String.format(Locale.ROOT, "%.2f–%.2f", bin / 20.0, (bin + 1) / 20.0), counts[bin]));
    }
    page.append("<h2>How probable the pairs are</h2>\n<p class=\"quiet\">The bars grow with the logarithm of the count. Many pairs in the"
        + " middle mean that the columns tell too little.</p>\n");
    page.append(Bars.upright("Pairs by probability", bars));
    page.append("<details><summary>The same as a table</summary>\n<table><thead><tr><th scope=\"col\">Probability</th>"
        + "<th scope=\"col\" class=\"number\">Pairs</th></tr></thead><tbody>\n");
    bars.forEach(bar -> line(String.format(Locale.ROOT, "<tr><td>%s</td><td class=\"number\">%,d</td></tr>", bar.label(), (long) bar.value())));
    page.append("</tbody></table></details>\n");
  }

  /** Nobody said who is who: what the probabilities themselves promise. */
  private void estimates() {
    double expected = Math.max(1, sought.size() * (model.beliefs().partner() / (double) Model.WHOLE));
    page.append("<h2>What may be expected at each threshold</h2>\n<p class=\"quiet\">Estimated from the probabilities and from how many of"
        + " those sought seem to be held; nobody told the program who is who.</p>\n<table><thead><tr><th scope=\"col\">Probability at"
        + " least</th><th scope=\"col\" class=\"number\">Pairs</th><th scope=\"col\" class=\"number\">Precision</th>"
        + "<th scope=\"col\" class=\"number\">Recall</th></tr></thead><tbody>\n");
    for (double cut : CUTS) {
      double[] kept = matches.stream().mapToDouble(Match::probability).filter(probability -> probability >= cut).toArray();
      double sum = Arrays.stream(kept).sum();
      line(String.format(Locale.ROOT, "<tr><td>%.3f</td><td class=\"number\">%,d</td><td class=\"number\">%s</td><td class=\"number\">%.3f</td></tr>", cut,
          kept.length, kept.length == 0 ? "–" : String.format(Locale.ROOT, "%.4f", sum / kept.length), Math.min(1, sum / expected)));
    }
    page.append("</tbody></table>\n");
  }

  private void weights() {
    page.append("<h2>What each level of agreement tells</h2>\n<p class=\"quiet\">Bits for one person (to the right) or against (to the left)."
        + " One bit doubles the odds. A rare name adds, a frequent one takes away; that is not in this plot.</p>\n");
    for (int column = 0; column < model.columns().size(); column++) {
      Model.Agreement agreement = model.columns().get(column);
      List<String> levels = model.schema().kind(column).levels();
      List<Bars.Bar> bars = new ArrayList<>();
      for (int level = 1; level < levels.size(); level++) {
        double same = Math.max(1, agreement.same().get(level));
        double any = Math.max(1, agreement.any().get(level));
        bars.add(new Bars.Bar(levels.get(level), Math.log(same / any) / Math.log(2)));
      }
      line(String.format(Locale.ROOT, "<details%s><summary>%s</summary>", column < 2 ? " open" : "", Bars.escape(agreement.name())));
      page.append(Bars.aside("Bits of " + agreement.name(), bars)).append("</details>\n");
    }
  }

  private void hardest() {
    List<Match> reviews = matches.stream().filter(match -> match.decision() == Decision.REVIEW)
        .sorted(Comparator.comparingDouble((Match match) -> Math.abs(match.weight())).thenComparingInt(Match::sought))
        .limit(HARDEST).toList();
    line(String.format(Locale.ROOT, "<h2>The hardest reviews</h2>%n<p class=\"quiet\">%s</p>", reviews.isEmpty() ? "There are none." :
        "Nearest to even odds. Each shows what speaks for and against, in bits."));
    for (Match match : reviews) {
      line(String.format(Locale.ROOT, "<details><summary>%s and %s: probability %.2f</summary>%n<div class=\"wide\"><table><thead><tr><th scope=\"col\">Detail</th>"
          + "<th scope=\"col\">Sought</th><th scope=\"col\">Held</th><th scope=\"col\">Level</th><th scope=\"col\" class=\"number\">Bits</th>"
          + "</tr></thead><tbody>", Bars.escape(sought.id(match.sought())), Bars.escape(held.id(match.held())), match.probability()));
      Waterfall waterfall = batch.explain(model, match.sought(), match.held());
      row("before anything is compared", "", "", "", waterfall.start());
      waterfall.steps().forEach(step -> row(step.column(), step.sought(), step.held(), step.level(), step.bits() + step.frequency()));
      row("kin and namesakes agree in this too", "", "", "", waterfall.kin());
      row("other candidates of the two", "", "", "", match.weight() - waterfall.total());
      row("together", "", "", "", match.weight());
      page.append("</tbody></table></div></details>\n");
    }
  }

  private void row(String what, String one, String other, String level, double bits) {
    line(String.format(Locale.ROOT, "<tr><th scope=\"row\">%s</th><td><bdi>%s</bdi></td><td><bdi>%s</bdi></td><td>%s</td><td class=\"number\">%+.1f</td></tr>",
        Bars.escape(what), Bars.escape(one), Bars.escape(other), Bars.escape(level), bits));
  }
}
