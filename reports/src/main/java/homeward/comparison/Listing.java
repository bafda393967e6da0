package homeward.comparison;

import homeward.comparison.Examination.Examined;
import homeward.json.Json;
import homeward.json.Shape;
import homeward.reports.Claim;
import homeward.reports.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** An examination as CSV, as JSON, and as text for a terminal. */
public final class Listing {
  private static final int WIDTH = 100;
  private static final Shape<File> SHAPE = Shape.of(File.class);

  private Listing() {}

  /** The JSON file: the record is its schema. */
  record File(String title, List<Item> reports, List<Copies.Pair> copies, List<Shared> claims) {}

  /** One report of the file. */
  record Item(
      String report,
      Optional<String> written,
      boolean understood,
      List<String> notes,
      List<Line> rows,
      List<Sum> sums,
      List<Remark> remarks) {}

  /** One row of the file; a stage has no value. */
  record Line(
      String event_date,
      String party,
      String category,
      String measure,
      Optional<Long> value,
      String qualifier,
      String basis,
      Optional<String> verdict,
      Optional<String> explanation,
      String said_by,
      List<String> marks,
      int start,
      int end) {}

  /** How figures of one report stand to each other. */
  record Sum(boolean agree, String words) {}

  /** Something said of the exchange that is no claim. */
  record Remark(String kind, int start, int end) {}

  /** A claim and the reports that make it. */
  record Shared(String claim, String event_date, List<String> reports) {}

  /** All rows as CSV with a heading. */
  public static String csv(Examination examination) {
    return examination.rows().stream().map(Row::line).collect(Collectors.joining("\n", Row.heading() + "\n", "\n"));
  }

  /** Everything as JSON. */
  public static String json(Examination examination) {
    List<Item> items = examination.reports().stream().map(Listing::item).toList();
    List<Shared> shared = SideBySide.of(examination).stream().map(line -> new Shared(line.words(), line.date(),
        line.byReport().values().stream().map(Row::report).toList())).toList();
    Json json = SHAPE.write(new File(examination.title(), items, examination.copies(), shared));
    return json.pretty() + "\n";
  }

  private static Item item(Examined examined) {
    Reading reading = examined.reading();
    return new Item(reading.report().name(), reading.written().map(LocalDate::toString), examined.understood(),
        reading.report().notes(), examined.rows().stream().map(Listing::line).toList(),
        examined.sums().stream().map(sum -> new Sum(sum.agree(), sum.words())).toList(),
        reading.remarks().stream().map(remark -> new Remark(remark.kind().name().toLowerCase(Locale.ROOT),
            remark.span().start(), remark.span().end())).toList());
  }

  private static Line line(Row row) {
    Claim claim = row.claim();
    Optional<Long> value = row.stage() ? Optional.empty() : Optional.of(claim.what().value());
    return new Line(row.eventDate(), row.party(), claim.what().category(), row.measure().word(), value, row.qualifier(),
        row.basis().word(), row.judgement().map(judged -> judged.verdict().name()),
        row.judgement().map(judged -> judged.explanation()), claim.speaker(),
        claim.marks().stream().map(mark -> mark.name().toLowerCase(Locale.ROOT)).toList(), claim.span().start(),
        claim.span().end());
  }

  /** Everything as text for a person at a terminal. */
  public static String text(Examination examination) {
    StringBuilder text = new StringBuilder();
    examination.reports().forEach(examined -> report(text, examined));
    if (examination.reports().size() > 1) {
      shared(text, examination);
    }
    return text.toString();
  }

  private static void report(StringBuilder text, Examined examined) {
    Reading reading = examined.reading();
    text.append(reading.report().name());
    reading.written().ifPresent(day -> text.append(" (written ").append(day).append(')'));
    text.append('\n');
    reading.report().notes().forEach(note -> text.append("  note: ").append(note).append('\n'));
    if (!examined.understood()) {
      text.append("  It is not in English; this reader finds claims in English only.\n");
    } else if (examined.rows().isEmpty()) {
      text.append("  No claim about an exchange was found.\n");
    }
    for (Row row : examined.rows()) {
      String verdict = row.judgement().map(judged -> judged.verdict().name()).orElse("");
      text.append(String.format(Locale.ROOT, "  %-17s %-10s %s%n", verdict, row.eventDate(), row.words()).stripTrailing());
      text.append('\n').append(wrapped("\"" + quote(row, reading) + "\"", 6));
      row.judgement().ifPresent(judged -> text.append(wrapped(judged.explanation(), 6)));
    }
    examined.sums().forEach(sum -> text.append(wrapped(
        (sum.agree() ? "in itself: " : "CONTRADICTS ITSELF: ") + sum.words(), 2)));
    if (examined.rows().stream().anyMatch(row -> row.claim().is(Claim.Mark.RESPUN))) {
      text.append("  Its wording is in part machine-respun.\n");
    }
    text.append('\n');
  }

  private static String quote(Row row, Reading reading) {
    return row.claim().span().in(reading.report().text()).replaceAll("\\s+", " ");
  }

  private static void shared(StringBuilder text, Examination examination) {
    text.append("Side by side\n");
    for (SideBySide.Line line : SideBySide.of(examination)) {
      String who = line.byReport().size() == 1 ? "only " + line.byReport().values().iterator().next().report()
          : line.byReport().size() + " reports";
      text.append(String.format(Locale.ROOT, "  %-10s %s (%s)%n", line.date(), line.words(), who));
    }
    for (Copies.Pair pair : examination.copies()) {
      text.append(wrapped(pair.later() + " seems to copy " + pair.earlier() + ": " + pair.percent()
          + "% of its wording stands there.", 2));
    }
  }

  private static String wrapped(String words, int indent) {
    StringBuilder text = new StringBuilder();
    StringBuilder line = new StringBuilder(" ".repeat(indent));
    for (String word : words.replace('\n', ' ').split(" ", -1)) {
      if (line.length() + word.length() > WIDTH && line.length() > indent) {
        text.append(line.toString().stripTrailing()).append('\n');
        line.setLength(indent);
      }
      line.append(word).append(' ');
    }
    return text.append(line.toString().stripTrailing()).append('\n').toString();
  }
}
