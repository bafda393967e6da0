package homeward.comparison;

import homeward.comparison.Examination.Examined;
import homeward.ledger.Judgement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The claims of all reports in one table: what they share, and what only one of them says. */
final class SideBySide {
  private SideBySide() {}

  /**
   * One thing claimed.
   *
   * @param words what, in words
   * @param date the day it is about
   * @param byReport the rows that claim it, by the report's place in the list
   * @param judgement how it stands, where the first report claims it
   */
  record Line(String words, String date, Map<Integer, Row> byReport, Optional<Judgement> judgement) {}

  static List<Line> of(Examination examination) {
    Map<String, Map<Integer, Row>> lines = new LinkedHashMap<>();
    List<Examined> reports = examination.reports();
    for (int at = 0; at < reports.size(); at++) {
      for (Row row : reports.get(at).rows()) {
        lines.computeIfAbsent(key(row), key -> new TreeMap<>()).putIfAbsent(at, row);
      }
    }
    List<Line> table = new ArrayList<>();
    for (Map<Integer, Row> rows : lines.values()) {
      Row first = rows.values().iterator().next();
      table.add(new Line(first.words(), first.eventDate(), rows, first.judgement()));
    }
    table.sort((one, other) -> one.date().equals(other.date())
        ? Integer.compare(other.byReport().size(), one.byReport().size()) : one.date().compareTo(other.date()));
    return table;
  }

  private static String key(Row row) {
    return String.join("|", row.eventDate(), row.claim().what().category(), row.measure().word(), row.value(),
        row.qualifier(), row.basis().word());
  }
}
