package homeward.server.publication;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import homeward.json.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** The same figures for programs. */
final class Tables {
  private Tables() {}

  /** A row a number; what is counted is said in the page. */
  static String csv(Figures figures) {
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
      write(figures, csv);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory takes everything", e);
    }
    return out.toString();
  }

  private static void write(Figures figures, CsvWriter csv) {
    csv.writeRecord("kind", "day", "date", "returns_to", "category", "people", "reported", "disputed", "said_by", "entries");
    for (Figures.Day day : figures.days()) {
      day.numbers().forEach(number -> csv.writeRecord(
          "joint", Integer.toString(day.number()), day.date(), harmless(number.side()), number.category(),
          Integer.toString(number.figure().count()), Integer.toString(number.figure().reported()), Integer.toString(number.figure().disputed()), "",
          String.join(" ", number.figure().entries().stream().map(index -> Long.toString(index)).toList())));
    }
    figures.statements().forEach(said -> csv.writeRecord(
        "one-sided", "", "", harmless(said.returnsTo()), "", Integer.toString(said.people()), "", "", harmless(said.by()), Long.toString(said.index())));
  }

  /** A name that a spreadsheet would take for a formula is told apart by an apostrophe. */
  private static String harmless(String text) {
    return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
  }

  /** The same as one object, in canonical form. */
  static byte[] json(Figures figures, String exchange) {
    List<Json> days = figures.days().stream().map(Tables::day).toList();
    List<Json> statements = figures.statements().stream()
        .map(said -> Json.fields(
            "by", said.by(), "returnsTo", said.returnsTo(), "journey", said.journey(), "people", said.people(), "entry", said.index(), "reported", said.reported()))
        .toList();
    Json all = Json.fields("exchange", exchange, "days", new Json.Items(days), "oneSided", new Json.Items(statements));
    return all.canonical();
  }

  private static Json day(Figures.Day day) {
    List<Json> numbers = day.numbers().stream()
        .map(number -> Json.fields(
            "returnsTo", number.side(), "category", number.category(), "people", number.figure().count(), "reported", number.figure().reported(),
            "disputed", number.figure().disputed(), "entries", Json.items(number.figure().entries())))
        .toList();
    return Json.fields("day", day.number(), "date", day.date(), "place", day.place(), "state", day.course().name(), "figures", new Json.Items(numbers));
  }
}
