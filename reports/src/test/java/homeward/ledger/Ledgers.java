package homeward.ledger;

import homeward.ledger.Ledger.Agreement;
import homeward.ledger.Ledger.Exchange;
import homeward.ledger.Ledger.Side;
import homeward.ledger.Ledger.Standing;
import homeward.ledger.Ledger.Tranche;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Ledgers of invented exchanges, for the tests. */
public final class Ledgers {
  private Ledgers() {}

  /** A day's count of a side. */
  public record Day(LocalDate date, long military, long civilian) {
    /** All people of a side that day. */
    public long all() {
      return military + civilian;
    }
  }

  /** An exchange with the same counts on both sides. */
  public static Ledger equal(List<Side> sides, LocalDate agreed, List<Day> days) {
    List<Tranche> tranches = new ArrayList<>();
    days.forEach(day -> tranches.add(tranche(day.date(), sides, counts(day), counts(day))));
    long total = days.stream().mapToLong(Day::all).sum();
    SortedMap<String, SortedMap<String, Long>> promised = new TreeMap<>();
    sides.forEach(side -> promised.put(side.id(), new TreeMap<>(Map.of("total", total))));
    Agreement agreement = new Agreement(agreed.toString(), Optional.empty(), promised);
    return ledger(new Exchange("test", Standing.RECORD, sides, Optional.empty(), Optional.of(agreement), tranches, Optional.empty()));
  }

  /** An exchange of one day with other counts on either side. */
  public static Ledger unequal(List<Side> sides, LocalDate date, long first, long second) {
    Tranche tranche = tranche(date, sides, new TreeMap<>(Map.of("military", first)), new TreeMap<>(Map.of("military", second)));
    return ledger(new Exchange("test", Standing.RECORD, sides, Optional.empty(), Optional.empty(), List.of(tranche), Optional.empty()));
  }

  static Ledger ledger(Exchange exchange) {
    return new Ledger(Ledger.FORMAT, "a test", List.of(exchange));
  }

  private static Tranche tranche(
      LocalDate date, List<Side> sides, SortedMap<String, Long> first, SortedMap<String, Long> second) {
    SortedMap<String, SortedMap<String, Long>> received = new TreeMap<>();
    received.put(sides.getFirst().id(), first);
    received.put(sides.getLast().id(), second);
    return new Tranche(date.toString(), Optional.empty(), received, Optional.empty(), Optional.empty());
  }

  private static SortedMap<String, Long> counts(Day day) {
    return new TreeMap<>(Map.of("military", day.military(), "civilian", day.civilian(), "total", day.all()));
  }

  /** Two invented sides. */
  public static List<Side> sides(String first, String second) {
    return List.of(
        new Side("A", first, Optional.of(List.of(first + "n", first + "ns"))),
        new Side("B", second, Optional.of(List.of(second + "n", second + "ns"))));
  }
}
