package homeward.server.transcript;

import homeward.balance.Balance;
import homeward.balance.Figure;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The balance as a page shows it: every figure with an id by which the entries behind it are found. */
final class Ledger {
  private Ledger() {}

  /**
   * One figure.
   *
   * @param id such as {@code 0.received.military}: a side, what is counted, and a category where there are several
   * @param what the key of what is counted
   */
  record Line(String id, String what, String category, Figure figure) {
    /** How many entries it rests on. */
    public int entries() {
      return figure.entries().size();
    }
  }

  /** A side's figures; {@code debts} by category, only what is owed. */
  record Account(String side, List<Line> lines, Map<String, Integer> debts) {}

  /** One account a side. */
  static List<Account> accounts(State state, Map<PartyId, String> names) {
    List<Account> accounts = new ArrayList<>();
    Balance.of(state).sides().forEach((party, side) -> {
      Map<String, Integer> debts = new java.util.TreeMap<>(side.debt());
      debts.values().removeIf(none -> none == 0);
      accounts.add(new Account(names.getOrDefault(party, party.value()), lines(accounts.size(), side), debts));
    });
    return accounts;
  }

  private static List<Line> lines(int number, Balance.Side side) {
    List<Line> lines = new ArrayList<>();
    side.received().forEach((category, figure) -> lines.add(line(number, "received", category, figure)));
    lines.add(line(number, "received", "", sum(side.received().values())));
    side.released().forEach((category, figure) -> lines.add(line(number, "released", category, figure)));
    lines.add(line(number, "outside", "", side.outside()));
    lines.add(line(number, "direct", "", side.direct()));
    lines.add(line(number, "unlisted", "", side.unlisted()));
    lines.add(line(number, "withoutauthority", "", side.withoutAuthority()));
    lines.add(line(number, "onesided", "", side.oneSided()));
    lines.add(line(number, "intransit", "", side.inTransit()));
    lines.add(line(number, "home", "", side.home()));
    return lines;
  }

  private static Line line(int number, String what, String category, Figure figure) {
    return new Line(number + "." + what + (category.isEmpty() ? "" : "." + category), "balance." + what, category, figure);
  }

  private static Figure sum(Collection<Figure> figures) {
    TreeSet<Long> entries = new TreeSet<>();
    figures.forEach(figure -> entries.addAll(figure.entries()));
    return new Figure(
        figures.stream().mapToInt(Figure::count).sum(),
        figures.stream().mapToInt(Figure::reported).sum(),
        figures.stream().mapToInt(Figure::disputed).sum(),
        Collections.unmodifiableSortedSet(entries));
  }

  /** The figure of this id. */
  static Optional<Line> find(State state, Map<PartyId, String> names, String id) {
    return accounts(state, names).stream().flatMap(account -> account.lines().stream()).filter(line -> line.id().equals(id)).findFirst();
  }
}
