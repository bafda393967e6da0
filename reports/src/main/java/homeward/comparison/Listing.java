package homeward.comparison;

import homeward.comparison.Examination.Examined;
import homeward.json.Json;
import homeward.json.Shape;
import homeward.reports.Claim;
import homeward.reports.Reading;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/** An examination as CSV, as JSON, and as text for a terminal. */
public final class Listing {
  private static final int WIDTH = 100;
  private static final Set<String> NUMBERS = Set.of("value", "start", "end");
  private static final Shape<File> SHAPE = Shape.of(File.class);

  private Listing() {}

  /** The JSON file: the record is its schema. */
  record File(
      String title, List<Json> rows, List<Item> reports, List<Examination.Pair> copies, List<Shared> claims) {}

  /** One report of the file. */
  record Item(
      String report,
      Optional<String> written,
      boolean understood,
      List<String> notes,
      List<Sum> sums,
      List<Remark> remarks) {}

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
    Json json = SHAPE.write(new File(examination.title(), examination.rows().stream().map(Listing::line).toList(), items, examination.copies(), shared));
    return json.pretty() + "\n";
  }

  private static Item item(Examined examined) {
    Reading reading = examined.reading();
    return new Item(reading.report().name(), reading.written().map(LocalDate::toString), examined.understood(),
        reading.report().notes(),
        examined.sums().stream().map(sum -> new Sum(sum.agree(), sum.words())).toList(),
        reading.remarks().stream().map(remark -> new Remark(remark.kind().name().toLowerCase(Locale.ROOT),
            remark.span().start(), remark.span().end())).toList());
  }

  /** A row as an object: its columns, who says so, and the marks of its wording; a stage has no value. */
  private static Json line(Row row) {
    SequencedMap<String, Json> fields = new LinkedHashMap<>();
    for (int at = 0; at < Row.COLUMNS.size(); at++) {
      String column = Row.COLUMNS.get(at);
      String value = row.values().get(at);
      if (NUMBERS.contains(column) && !value.isEmpty()) {
        fields.put(column, Json.of(Long.parseLong(value)));
      } else if (!NUMBERS.contains(column)) {
        fields.put(column, Json.of(value));
      }
    }
    Claim claim = row.claim();
    fields.put("said_by", Json.of(claim.speaker()));
    fields.put("marks", new Json.Items(claim.marks().stream()
        .map(mark -> Json.of(mark.name().toLowerCase(Locale.ROOT))).toList()));
    return new Json.Fields(fields);
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
      if (row.claim().is(Claim.Mark.UNSURE)) {
        text.append("      The reader is not sure of this one: read the sentence yourself.\n");
      }
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
    for (Examination.Pair pair : examination.copies()) {
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
