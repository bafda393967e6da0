package homeward.comparison;

import homeward.comparison.Examination.Examined;
import homeward.language.Span;
import homeward.reports.Claim;
import java.util.ArrayList;
import java.util.List;

/** A report's text on the page, paragraph by paragraph: claims marked, their notes beside, what was left out in grey. */
final class Margin {
  private static final int LONGEST_HEADING = 90;

  private final StringBuilder page;
  private final Examined examined;
  private final String text;
  private final int report;
  private final List<Piece> pieces = new ArrayList<>();

  /** A stretch of the text: a claim by its row, or -1 for what was left out. */
  private record Piece(Span span, int row) {}

  Margin(StringBuilder page, Examined examined, int report) {
    this.page = page;
    this.examined = examined;
    this.text = examined.reading().report().text();
    this.report = report;
    for (int row = 0; row < examined.rows().size(); row++) {
      pieces.add(new Piece(examined.rows().get(row).claim().span(), row));
    }
    examined.reading().leftOut().forEach(span -> pieces.add(new Piece(span, -1)));
    pieces.sort((one, other) -> Integer.compare(one.span().start(), other.span().start()));
  }

  void write() {
    int start = 0;
    while (start < text.length()) {
      int line = text.indexOf('\n', start);
      int end = line < 0 ? text.length() : line;
      while (end < text.length() && inside(end)) {
        int next = text.indexOf('\n', end + 1);
        end = next < 0 ? text.length() : next;
      }
      paragraph(start, end);
      start = end + 1;
    }
  }

  private boolean inside(int at) {
    return pieces.stream().anyMatch(piece -> piece.row() >= 0 && piece.span().start() < at && at < piece.span().end());
  }

  private void paragraph(int start, int end) {
    if (text.substring(start, end).chars().noneMatch(Character::isLetterOrDigit)) {
      return;
    }
    List<Piece> here = pieces.stream().filter(piece -> piece.span().start() >= start && piece.span().start() < end).toList();
    List<Integer> rows = here.stream().map(Piece::row).filter(row -> row >= 0).toList();
    page.append("<div class=\"row\">\n<p dir=\"auto\"").append(heading(start, end) ? " class=\"heading\">" : ">");
    int at = start;
    for (Piece piece : here) {
      if (piece.span().start() >= at) {
        page.append(Escape.html(text.substring(at, piece.span().start())));
        piece(piece, text.substring(piece.span().start(), Math.min(end, piece.span().end())));
        at = Math.min(end, piece.span().end());
      }
    }
    page.append(Escape.html(text.substring(at, end))).append("</p>\n");
    if (!rows.isEmpty()) {
      page.append("<ul class=\"notes\">\n");
      rows.forEach(row -> note(examined.rows().get(row), row));
      page.append("</ul>\n");
    }
    page.append("</div>\n");
  }

  private boolean heading(int start, int end) {
    String line = text.substring(start, end).strip();
    boolean title = start == 0 && line.length() < 2 * LONGEST_HEADING;
    return title || (line.length() < LONGEST_HEADING && Character.isLetterOrDigit(line.charAt(line.length() - 1)));
  }

  private void piece(Piece piece, String words) {
    if (piece.row() < 0) {
      page.append("<span class=\"left-out\" title=\"left out: furniture of the page or another story\">");
      page.append(Escape.html(words)).append("</span>");
      return;
    }
    Row row = examined.rows().get(piece.row());
    String verdict = row.judgement().map(judged -> Escape.style(judged.verdict())).orElse("claim");
    String label = row.judgement().map(judged -> ": " + judged.verdict().label()).orElse("");
    page.append(String.format("<a class=\"mark %s\" id=\"c%d-%d\" href=\"#n%d-%d\" title=\"claim %d%s\">%s<sup>%d</sup></a>", verdict,
        report, piece.row(), report, piece.row(), piece.row() + 1, label, Escape.html(words), piece.row() + 1));
  }

  private void note(Row row, int at) {
    page.append(String.format("<li id=\"n%d-%d\"><b>%d</b> ", report, at, at + 1));
    row.judgement().ifPresent(judged -> page.append(String.format("<span class=\"label %s\">%s</span> ",
        Escape.style(judged.verdict()), judged.verdict().label())));
    page.append(String.format("<a href=\"#c%d-%d\">%s</a>", report, at, Escape.html(row.words())));
    if (!row.eventDate().isEmpty()) {
      page.append(" <span class=\"small date\">").append(row.eventDate()).append("</span>");
    }
    row.judgement().ifPresent(judged -> page.append("<br>").append(Escape.html(judged.explanation())));
    if (!row.claim().speaker().isEmpty()) {
      page.append("<br><span class=\"small\">Said by: <bdi>").append(Escape.html(row.claim().speaker())).append("</bdi></span>");
    }
    if (row.claim().is(Claim.Mark.UNSURE)) {
      page.append("<br><span class=\"small\">The reader is not sure of this one: read the sentence yourself.</span>");
    }
    if (row.claim().is(Claim.Mark.RESPUN)) {
      page.append("<br><span class=\"small\">The wording is machine-respun.</span>");
    }
    page.append("</li>\n");
  }
}
