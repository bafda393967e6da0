package homeward.ledger;

import homeward.ledger.Ledger.Tranche;
import homeward.ledger.Ledger.Exchange;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Numbers, days and sums in the words of explanations. */
final class Wording {
  private Wording() {}

  static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  static String day(LocalDate day) {
    return day.getDayOfMonth() + " " + day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  /** "day 2 (24 May)", "days 2 and 3", "all 3 days". */
  static String days(Run run) {
    if (run.single()) {
      return "day " + (run.from() + 1) + " (" + day(run.firstDay()) + ")";
    }
    if (run.whole()) {
      return "all " + run.exchange().tranches().size() + " days";
    }
    return run.to() == run.from() + 1
        ? "days " + (run.from() + 1) + " and " + (run.to() + 1) : "days " + (run.from() + 1) + " to " + (run.to() + 1);
  }

  /** "390 + 307 + 303 = 1,000" for several days, the categories' sum for one, "" when there is nothing to add. */
  static String sum(Run run, String side, String category, long factor) {
    if (!run.single()) {
      List<String> days = run.tranches().stream().map(tranche -> factor * one(run, tranche, side, category))
          .filter(count -> count > 0).map(Wording::number).toList();
      return days.size() > 1 ? String.join(" + ", days) : "";
    }
    SortedMap<String, Long> counts = run.tranches().getFirst().received().getOrDefault(side, new TreeMap<>());
    List<Map.Entry<String, Long>> parts = counts.entrySet().stream()
        .filter(entry -> entry.getValue() > 0 && !entry.getKey().equals(LedgerReader.TOTAL))
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed()).toList();
    boolean sum = parts.size() > 1 && category.equals("all") && factor == 1;
    return sum ? parts.stream().map(part -> number(part.getValue()) + " " + part.getKey())
        .collect(Collectors.joining(" + ")) : "";
  }

  private static long one(Run run, Tranche tranche, String side, String category) {
    int at = run.exchange().tranches().indexOf(tranche);
    return new Run(run.exchange(), at, at).received(side, category).orElse(0);
  }

  /** The days of an exchange that a run leaves out, in words with a leading semicolon; empty when there are none. */
  static String leftOut(Run run) {
    List<String> out = run.exchange().tranches().stream().filter(tranche -> !run.tranches().contains(tranche))
        .map(tranche -> "day " + (run.exchange().tranches().indexOf(tranche) + 1)).toList();
    return run.single() || out.isEmpty() ? "" : "; " + String.join(" and ", out) + " left out";
  }

  static String category(String category) {
    return switch (category) {
      case "all" -> "people";
      case "military" -> "soldiers";
      case "civilian" -> "civilians";
      default -> category;
    };
  }

  static String side(Exchange exchange, String id) {
    return exchange.sides().stream().filter(side -> side.id().equals(id)).map(Ledger.Side::name).findFirst().orElse(id);
  }
}
