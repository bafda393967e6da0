package homeward.balance;

import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.exchange.Terms;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a side owes once promises are rolled back: it received more of a category above what it released than the terms agreed.
 * A tranche that neither side carried out leaves no debt; one that only the other carried out does (edge cases 29 and 47).
 */
final class Debts {
  private Debts() {}

  static SortedMap<String, Integer> of(
      State state, PartyId side, SortedMap<String, Figure> received, SortedMap<String, Figure> released) {
    TreeMap<String, Integer> debts = new TreeMap<>();
    state.course().agreed().ifPresent(
            agreed -> agreed.terms().categories().forEach(
                    (category, how) -> debts.put(category, how.all() ? 0 : debt(agreed.terms(), side, category, received, released))));
    return Collections.unmodifiableSortedMap(debts);
  }

  private static int debt(
      Terms terms, PartyId side, String category, SortedMap<String, Figure> received, SortedMap<String, Figure> released) {
    int agreed = terms.quota(side, category) - terms.quota(terms.otherSide(side), category);
    int happened = count(received, category) - count(released, category);
    return Math.max(0, happened - agreed);
  }

  private static int count(SortedMap<String, Figure> figures, String category) {
    return figures.getOrDefault(category, Figure.ZERO).count();
  }
}
