package homeward.comparison;

import homeward.comparison.Examination.Examined;
import homeward.ledger.Judgement;
import homeward.ledger.Judgement.Reading;
import homeward.ledger.Judgement.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** An examination as one page of HTML that needs nothing else: no script, no picture, no font is loaded. */
public final class Page {
  private static final String HEAD = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>Reports beside the ledger</title>
      <style>
      """;

  private final Examination examination;
  private final StringBuilder page = new StringBuilder();

  private Page(Examination examination) {
    this.examination = examination;
  }

  /** The page. */
  public static String html(Examination examination) {
    return new Page(examination).whole();
  }

  private String whole() {
    page.append(HEAD);
    page.append(style()).append("</style>\n</head>\n<body>\n<main>\n<h1>Reports beside the ledger</h1>\n");
    if (!examination.title().isEmpty()) {
      page.append("<p class=\"lead\">Ledger: ").append(Escape.html(examination.title())).append("</p>\n");
    }
    summary();
    contents();
    legend();
    for (int at = 0; at < examination.reports().size(); at++) {
      report(examination.reports().get(at), at);
    }
    comparison();
    plot();
    return page.append("</main>\n</body>\n</html>\n").toString();
  }

  private static String style() {
    try (InputStream file = Page.class.getResourceAsStream("page.css")) {
      if (file == null) {
        throw new IllegalStateException("the resource page.css is missing from this program");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void summary() {
    page.append("<p>").append(counted(examination.reports().size(), "report")).append(", ")
        .append(counted(examination.rows().size(), "claim")).append(".</p>\n");
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** Whoever goes by the keyboard need not pass every claim to come to the table. */
  private void contents() {
    page.append("<nav aria-label=\"On this page\">\n<ul>\n<li><a href=\"#side\">All claims side by side</a></li>\n");
    if (!new Plot(examination.rows()).empty()) {
      page.append("<li><a href=\"#plot\">Numbers and the ledger's figures</a></li>\n");
    }
    for (int at = 0; at < examination.reports().size(); at++) {
      page.append(String.format("<li><a href=\"#r%d\"><bdi>%s</bdi></a></li>%n", at,
          Escape.html(examination.reports().get(at).reading().report().name())));
    }
    page.append("</ul>\n</nav>\n");
  }

  private void legend() {
    Map<Verdict, Long> counts = examination.rows().stream().flatMap(row -> row.judgement().stream())
        .collect(Collectors.groupingBy(Judgement::verdict, Collectors.counting()));
    page.append("<section aria-labelledby=\"legend\">\n<h2 id=\"legend\">How to read the marks</h2>\n<dl class=\"legend\">\n");
    for (Verdict verdict : Verdict.values()) {
      page.append(String.format("<div><dt><span class=\"label %s\">%s</span> <span class=\"small\">%s</span></dt><dd>%s</dd></div>%n",
          Escape.style(verdict), verdict.label(), counted(counts.getOrDefault(verdict, 0L), "claim"), meaning(verdict)));
    }
    page.append("</dl>\n<p class=\"small\">Struck through: left out, as furniture of the page or another story.</p>\n</section>\n");
  }

  private static String meaning(Verdict verdict) {
    return switch (verdict) {
      case AGREES -> "True as written.";
      case AGREES_BOTH_SIDES -> "True if the people of both sides are counted together.";
      case CONTRADICTS -> "The ledger says otherwise.";
      case AMBIGUOUS -> "True on one reading only; the note says on which.";
      case OUTSIDE -> "Nothing in this ledger speaks to it.";
    };
  }

  private void report(Examined examined, int at) {
    String name = Escape.html(examined.reading().report().name());
    page.append("<section aria-labelledby=\"r").append(at).append("\">\n<h2 id=\"r").append(at).append("\"><bdi>").append(name)
        .append("</bdi></h2>\n");
    examined.reading().written().ifPresent(day -> page.append("<p class=\"small\">Written ").append(day).append(".</p>\n"));
    examined.reading().report().notes().forEach(note -> page.append("<p class=\"small\">Note: ").append(Escape.html(note)).append("</p>\n"));
    if (!examined.understood()) {
      page.append("<p>It is not in English; this reader finds claims in English only.</p>\n</section>\n");
      return;
    }
    page.append("<div class=\"text\">\n");
    new Margin(page, examined, at).write();
    page.append("</div>\n");
    sums(examined);
    page.append("</section>\n");
  }

  private void sums(Examined examined) {
    if (examined.sums().isEmpty()) {
      return;
    }
    page.append("<h3>The report's own figures</h3>\n<ul>\n");
    examined.sums().forEach(sum -> page.append(String.format("<li><span class=\"label %s\">%s</span> %s</li>%n",
        sum.agree() ? "agrees" : "contradicts", sum.agree() ? "adds up" : "contradicts itself", Escape.html(sum.words()))));
    page.append("</ul>\n");
  }

  private void comparison() {
    List<Examined> reports = examination.reports();
    page.append("<section aria-labelledby=\"side\">\n<h2 id=\"side\">All claims side by side</h2>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"side\">\n<table>\n");
    page.append("<thead><tr><th scope=\"col\">Day</th><th scope=\"col\">Claim</th><th scope=\"col\">Verdict</th>");
    reports.forEach(report -> page.append("<th scope=\"col\"><bdi>").append(Escape.html(report.reading().report().name())).append("</bdi></th>"));
    page.append("</tr></thead>\n<tbody>\n");
    for (SideBySide.Line line : SideBySide.of(examination)) {
      page.append("<tr><td>").append(line.date()).append("</td><th scope=\"row\">").append(Escape.html(line.words())).append("</th><td>");
      line.judgement().ifPresent(judged -> page.append(String.format("<span class=\"label %s\">%s</span>",
          Escape.style(judged.verdict()), judged.verdict().label())));
      page.append("</td>");
      for (int at = 0; at < reports.size(); at++) {
        Row row = line.byReport().get(at);
        page.append("<td>").append(row == null ? "<span class=\"small\">does not say</span>" : says(row, reports.get(at), at)).append("</td>");
      }
      page.append("</tr>\n");
    }
    page.append("</tbody>\n</table>\n</div>\n");
    examination.copies().forEach(pair -> page.append(String.format(Locale.ROOT,
        "<p><bdi>%s</bdi> seems to copy <bdi>%s</bdi>: %d%% of its wording stands there.</p>%n",
        Escape.html(pair.later()), Escape.html(pair.earlier()), pair.percent())));
    page.append("</section>\n");
  }

  private static String says(Row row, Examined examined, int report) {
    String words = Escape.html(row.claim().span().in(examined.reading().report().text()).replaceAll("\\s+", " "));
    return "<a href=\"#c" + report + "-" + examined.rows().indexOf(row) + "\">" + words + "</a>";
  }

  private void plot() {
    Plot plot = new Plot(examination.rows());
    if (plot.empty()) {
      return;
    }
    page.append("<section aria-labelledby=\"plot\">\n<h2 id=\"plot\">Numbers claimed and the ledger's figures</h2>\n");
    page.append("<p class=\"small\">Circle: the number claimed. Long bar: a figure of the ledger of which the claim is true."
        + " Short bar: another figure it could mean.</p>\n<figure tabindex=\"0\" aria-labelledby=\"plot\">\n").append(plot.svg()).append("</figure>\n");
    page.append("<details open>\n<summary>The same as a table</summary>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"The plot's numbers\">\n<table>\n<thead><tr><th scope=\"col\">Claim</th>"
        + "<th scope=\"col\">Number claimed</th><th scope=\"col\">Ledger's figures</th></tr></thead>\n<tbody>\n");
    for (Row row : plot.rows()) {
      String figures = row.judgement().orElseThrow().readings().stream().map(Page::figure).collect(Collectors.joining("<br>"));
      page.append(String.format(Locale.ROOT, "<tr><th scope=\"row\">%s</th><td class=\"number\">%,d</td><td>%s</td></tr>%n",
          Escape.html(row.words()), row.claim().what().value(), figures));
    }
    page.append("</tbody>\n</table>\n</div>\n</details>\n</section>\n");
  }

  private static String figure(Reading reading) {
    String figure = String.format(Locale.ROOT, "%,d: %s", reading.figure(), Escape.html(reading.label()));
    return reading.holds() ? "<strong>" + figure + " (true of this)</strong>" : figure;
  }
}
