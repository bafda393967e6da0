package homeward.story;

import homeward.balance.Balance;
import homeward.balance.Figure;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.exchange.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The balance as a table, a column for each side: its own people who reached it, day by day and category by category, and what
 * stands beside the count. A figure that rests on paper or is disputed carries a mark.
 */
final class BalanceTable {
  private static final String REPORTED = "*";
  private static final String DISPUTED = "?";

  private final State state;
  private final Balance balance;
  private final List<PartyId> sides;
  private final Table table;
  private int reported;
  private int disputed;

  private BalanceTable(Wording wording, State state, Balance balance) {
    this.state = state;
    this.balance = balance;
    this.sides = wording.inOrder(balance.sides().keySet());
    this.table = new Table("Received by each side, from receipts", sides.stream().map(wording::name).toList());
  }

  /** The rows, from the headline on. */
  static List<String> of(Wording wording, State state, Balance balance) {
    BalanceTable all = new BalanceTable(wording, state, balance);
    state.course().agreed().ifPresent(agreed -> all.days(agreed.terms()));
    all.totals();
    all.beside();
    all.whereabouts();
    all.legend();
    return all.table.rows();
  }

  private void row(String words, List<Figure> figures) {
    List<String> cells = new ArrayList<>();
    for (Figure figure : figures) {
      cells.add(Wording.number(figure.count()) + (figure.reported() > 0 ? REPORTED : "") + (figure.disputed() > 0 ? DISPUTED : ""));
      reported += figure.reported();
      disputed += figure.disputed();
    }
    table.row(words, cells);
  }

  private void days(Terms terms) {
    for (int number = 1; number <= terms.tranches().size(); number++) {
      int tranche = number;
      String day = Wording.shortDay(LocalDate.parse(terms.tranches().get(number - 1).day()));
      block(
          Wording.first(Wording.tranche(terms, number)) + ", " + day,
          sides.stream().map(side -> balance.received(tranche, side)).toList());
    }
  }

  private void totals() {
    block("All counted", sides.stream().map(side -> side(side).received()).toList());
  }

  private Balance.Side side(PartyId side) {
    return java.util.Objects.requireNonNull(balance.sides().get(side));
  }

  /** A row for each category that has anybody in it, and their sum. */
  private void block(String title, List<SortedMap<String, Figure>> bySide) {
    TreeMap<String, List<Figure>> categories = new TreeMap<>();
    bySide.forEach(figures -> figures.keySet().forEach(category -> categories.put(category, column(bySide, category))));
    categories.values().removeIf(figures -> figures.stream().allMatch(figure -> figure.count() == 0));
    if (categories.size() > 1) {
      row(title, bySide.stream().map(BalanceTable::sum).toList());
      categories.forEach((category, figures) -> row("  " + Wording.words(category), figures));
    } else {
      String only = categories.isEmpty() ? "" : ", " + Wording.words(categories.firstKey());
      row(title + only, bySide.stream().map(BalanceTable::sum).toList());
    }
  }

  private static List<Figure> column(List<SortedMap<String, Figure>> bySide, String category) {
    return bySide.stream().map(figures -> figures.getOrDefault(category, Figure.ZERO)).toList();
  }

  private static Figure sum(SortedMap<String, Figure> figures) {
    int count = figures.values().stream().mapToInt(Figure::count).sum();
    int reported = figures.values().stream().mapToInt(Figure::reported).sum();
    int disputed = figures.values().stream().mapToInt(Figure::disputed).sum();
    return new Figure(count, reported, disputed, Figure.ZERO.entries());
  }

  private void beside() {
    table.line("");
    table.line("Beside the count");
    row("outside the count, with a tranche", sides.stream().map(side -> side(side).outside()).toList());
    row("direct repatriation", sides.stream().map(side -> side(side).direct()).toList());
    row("on no list, received", sides.stream().map(side -> side(side).unlisted()).toList());
    some("without a release, received", sides.stream().map(side -> side(side).withoutAuthority()).toList());
    some("half a receipt only", sides.stream().map(side -> side(side).oneSided()).toList());
  }

  private void whereabouts() {
    table.line("");
    table.line("Where they are now, and what is owed");
    row("home", sides.stream().map(side -> side(side).home()).toList());
    row("received, on the way home", sides.stream().map(side -> side(side).inTransit()).toList());
    TreeMap<String, List<Figure>> debts = new TreeMap<>();
    sides.forEach(side -> side(side).debt().keySet().forEach(category -> debts.put(category, debts(category))));
    debts.values().removeIf(figures -> figures.stream().allMatch(figure -> figure.count() == 0));
    if (debts.isEmpty()) {
      row("owes", sides.stream().map(side -> Figure.ZERO).toList());
    }
    debts.forEach((category, figures) -> row("owes, " + Wording.words(category), figures));
  }

  private List<Figure> debts(String category) {
    return sides.stream()
        .map(side -> new Figure(Optional.ofNullable(side(side).debt().get(category)).orElse(0), 0, 0, Figure.ZERO.entries()))
        .toList();
  }

  private void some(String words, List<Figure> figures) {
    if (figures.stream().anyMatch(figure -> figure.count() > 0)) {
      row(words, figures);
    }
  }

  private String discrepancies() {
    if (state.discrepancies().isEmpty()) {
      return "none";
    }
    TreeMap<String, Integer> open = new TreeMap<>();
    state.discrepancies().values().stream()
        .filter(State.Discrepancy::open)
        .forEach(discrepancy -> open.merge(Wording.words(discrepancy.kind().name().toLowerCase(Locale.ROOT)), 1, Integer::sum));
    long settled = state.discrepancies().values().stream().filter(discrepancy -> !discrepancy.open()).count();
    List<String> kinds = new ArrayList<>();
    open.forEach((kind, count) -> kinds.add(Wording.number(count) + " " + kind));
    return settled + " settled by both sides, " + (kinds.isEmpty() ? "none" : Wording.and(kinds)) + " left open";
  }

  private void legend() {
    table.line("");
    table.line("Discrepancies: " + discrepancies() + ".");
    if (reported > 0) {
      table.line(REPORTED + " rests on what a party did on paper, as another reports it; nothing of it is signed by that party.");
    }
    if (disputed > 0) {
      table.line(DISPUTED + " disputed: the two ends never agreed within the time for it.");
    }
  }
}
