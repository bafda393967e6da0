package homeward.ledger;

import homeward.ledger.Ledger.Exchange;
import homeward.ledger.Ledger.Tranche;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Days of an exchange that follow each other, counted together: from one tranche to another, both included. */
record Run(Exchange exchange, int from, int to) {
  static List<Run> all(Exchange exchange) {
    List<Run> runs = new ArrayList<>();
    for (int from = 0; from < exchange.tranches().size(); from++) {
      for (int to = from; to < exchange.tranches().size(); to++) {
        runs.add(new Run(exchange, from, to));
      }
    }
    return runs;
  }

  List<Tranche> tranches() {
    return exchange.tranches().subList(from, to + 1);
  }

  LocalDate firstDay() {
    return exchange.tranches().get(from).day();
  }

  LocalDate lastDay() {
    return exchange.tranches().get(to).day();
  }

  boolean single() {
    return from == to;
  }

  boolean whole() {
    return from == 0 && to == exchange.tranches().size() - 1;
  }

  /** How many of a category came back to a side on these days; empty when the ledger does not say. */
  OptionalLong received(String side, String category) {
    long sum = 0;
    for (Tranche tranche : tranches()) {
      OptionalLong day = received(tranche, side, category);
      if (day.isEmpty()) {
        return day;
      }
      sum += day.getAsLong();
    }
    return OptionalLong.of(sum);
  }

  private OptionalLong received(Tranche tranche, String side, String category) {
    SortedMap<String, Long> counts = tranche.received().get(side);
    if (counts == null) {
      return OptionalLong.empty();
    }
    if (category.equals("all")) {
      return OptionalLong.of(counts.getOrDefault(LedgerReader.TOTAL, LedgerReader.sum(counts)));
    }
    Long bySex = tranche.sex().map(sex -> sex.getOrDefault(side, new TreeMap<>())).map(sex -> sex.get(category)).orElse(null);
    if (bySex != null) {
      return OptionalLong.of(bySex);
    }
    Long count = counts.get(category);
    if (count != null) {
      return OptionalLong.of(count);
    }
    boolean detailed = counts.keySet().stream().anyMatch(name -> !name.equals(LedgerReader.TOTAL));
    return detailed && known(exchange, category) ? OptionalLong.of(0) : OptionalLong.empty();
  }

  /** Whether an exchange counts a category at all. */
  static boolean known(Exchange exchange, String category) {
    return exchange.tranches().stream().flatMap(tranche -> tranche.received().values().stream())
        .anyMatch((Map<String, Long> counts) -> counts.containsKey(category));
  }
}
