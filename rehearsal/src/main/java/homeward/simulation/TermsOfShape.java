package homeward.simulation;

import homeward.exchange.Function;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.exchange.Terms;
import homeward.simulation.Players.Player;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The terms that both sides agree on, made from the shape of the exchange. */
record TermsOfShape(Shape shape, List<Player> players) {
  static final int PATIENCE = 72;
  static final int KEEPER_HOURS = 12;
  static final int HALT_HOURS = 24;
  private static final int RECONCILE = 24;
  private static final int SILENCE = 240;
  private static final int COMMIT = 24;
  private static final long END_AFTER = 14 * Times.DAY;

  Terms terms() {
    TreeMap<Function, PartyId> functions = new TreeMap<>();
    shape.holders().forEach((function, role) -> functions.put(function, players.get(role).id()));
    int last = shape.returns().size() - 1;
    return new Terms(
        players.subList(0, 2).stream().map(Player::id).sorted().toList(),
        players.get(shape.weight() == 2 ? 1 : 0).id(),
        functions,
        categories(),
        Players.words(),
        tranches(),
        shape.equal() && shape.outside() == 0 ? Terms.Parity.EQUAL : Terms.Parity.AS_AGREED,
        State.none(),
        List.of(),
        shape.nobodyAsks() || shape.seats() == 4,
        shape.committed(),
        shape.people(),
        new Terms.Deadlines(RECONCILE, HALT_HOURS, SILENCE, KEEPER_HOURS, COMMIT, Times.until(last) + END_AFTER),
        true,
        new TreeSet<>());
  }

  private SortedMap<String, Terms.Category> categories() {
    TreeMap<String, Terms.Category> categories = new TreeMap<>();
    categories.put(Shape.CATEGORIES.getFirst(), new Terms.Category(shape.weight(), false));
    categories.put(Shape.CATEGORIES.getLast(), new Terms.Category(1, shape.everybody()));
    return categories;
  }

  private List<Terms.Tranche> tranches() {
    List<Terms.Tranche> tranches = new ArrayList<>();
    for (int number = 0; number < shape.returns().size(); number++) {
      TreeMap<PartyId, SortedMap<String, Integer>> returns = new TreeMap<>();
      for (int side = 0; side < 2; side++) {
        returns.put(players.get(side).id(), counts(shape.returns().get(number)[side]));
      }
      SortedMap<PartyId, SortedMap<String, Integer>> outside = State.none();
      if (shape.outside() > 0) {
        outside = State.put(outside, players.getFirst().id(), State.put(State.none(), Shape.CATEGORIES.getFirst(), shape.outside()));
      }
      long publishAt = Times.until(number) + 2 * Times.HOUR;
      tranches.add(new Terms.Tranche(Times.day(number), "north-crossing", Times.from(number), Times.until(number), publishAt, returns, outside));
    }
    return tranches;
  }

  private SortedMap<String, Integer> counts(int[] byCategory) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    for (int category = 0; category < byCategory.length; category++) {
      boolean all = shape.everybody() && category == 1;
      if (byCategory[category] > 0 && !all) {
        counts.put(Shape.CATEGORIES.get(category), byCategory[category]);
      }
    }
    return counts;
  }
}
