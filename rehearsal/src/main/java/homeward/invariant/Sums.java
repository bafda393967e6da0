package homeward.invariant;

import homeward.balance.Balance;
import homeward.balance.Figure;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.exchange.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** 4. What a node would print is what comes out of adding its entries up a second time; a joint figure never said otherwise. */
final class Sums implements Check {
  @Override
  public List<String> of(Log log) {
    List<String> broken = new ArrayList<>();
    Recount recount = new Recount();
    for (Deed deed : log.deeds()) {
      if (deed.move() instanceof Move.Announce said && said.scope() == Move.Scope.JOINT) {
        joint(recount, deed, said, broken);
      }
      recount.take(deed);
    }
    State state = log.held().log().state();
    Balance balance = Balance.of(state);
    state.course().agreed().ifPresent(agreed -> agreed.terms().sides().forEach(side -> compare(recount, state, balance, side, broken)));
    return broken;
  }

  private static void joint(Recount recount, Deed deed, Move.Announce said, List<String> broken) {
    SortedMap<String, Integer> counted = recount.counted(deed.line().before(), said.returnsTo(), said.journey());
    TreeMap<String, Integer> figures = new TreeMap<>(said.figures());
    figures.values().removeIf(count -> count == 0);
    if (!counted.equals(figures)) {
      broken.add("a joint figure says " + figures + ", the receipts say " + counted + ": entry " + deed.line().index());
    }
  }

  private static void compare(Recount recount, State state, Balance balance, PartyId side, List<String> broken) {
    Balance.Side printed = java.util.Objects.requireNonNull(balance.sides().get(side));
    Terms terms = state.terms();
    PartyId other = terms.otherSide(side);
    SortedMap<String, Integer> received = recount.counted(state, side, "");
    SortedMap<String, Integer> released = recount.counted(state, other, "");
    differ("received by " + side.value(), some(printed.received()), received, broken);
    differ("released by " + side.value(), some(printed.released()), released, broken);
    differ("received directly by " + side.value(), printed.direct().count(), recount.lane(state, side, Recount.Lane.DIRECT), broken);
    differ("received outside the count by " + side.value(), printed.outside().count(), recount.lane(state, side, Recount.Lane.OUTSIDE), broken);
    differ("without authority to " + side.value(), printed.withoutAuthority().count(), recount.lane(state, side, Recount.Lane.UNAUTHORISED), broken);
    differ("unlisted to " + side.value(), printed.unlisted().count(), recount.unlisted(side), broken);
    TreeMap<String, Integer> owed = new TreeMap<>();
    terms.categories().forEach((category, how) -> {
      int agreed = terms.quota(side, category) - terms.quota(other, category);
      int debt = received.getOrDefault(category, 0) - released.getOrDefault(category, 0) - agreed;
      owed.put(category, how.all() ? 0 : Math.max(0, debt));
    });
    differ("owed by " + side.value(), printed.debt(), owed, broken);
  }

  private static SortedMap<String, Integer> some(SortedMap<String, Figure> figures) {
    TreeMap<String, Integer> counts = new TreeMap<>(Balance.counts(figures));
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  private static void differ(String what, Object printed, Object counted, List<String> broken) {
    if (!printed.equals(counted)) {
      broken.add(what + ": the node says " + printed + ", its entries add up to " + counted);
    }
  }
}
