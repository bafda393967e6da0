package homeward.exhaustive;

import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.exhaustive.Stage.Voice;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How it begins: a side opens and its second delegate signs; then root keys name delegates. */
final class OpeningSteps {
  private OpeningSteps() {}

  static void add(Branching branching, Shape shape) {
    Position at = branching.at();
    if (at.phase() == State.Phase.UNOPENED) {
      Stage.SIDES.forEach(side -> open(branching, shape, side));
      at.state().pending().values().forEach(opening -> waiting(branching, opening));
    }
    if (at.phase() == State.Phase.OFFERED) {
      Stage.PARTIES.stream().filter(party -> !Form.speaks(at, party)).forEach(party -> enrol(branching, party));
    }
  }

  private static void open(Branching branching, Shape shape, PartyId side) {
    Set<PartyId> keepers = new TreeSet<>(Set.of(Stage.M, side));
    for (PartyId keeper : keepers) {
      Voice first = Stage.delegates(side).getFirst();
      branching.saysInTheirOwn(
          first,
          Stage.opening(shape, side, keeper),
          () -> "%s opens the exchange, with %s as the keeper of the log".formatted(Stage.letter(side), Stage.letter(keeper)));
    }
  }

  private static void waiting(Branching branching, State.Pending opening) {
    String side = Stage.letter(opening.proposer());
    List<Voice> people = Stage.delegates(opening.proposer());
    branching.saysAnywhere(people.get(1), new Move.Sign(opening.id()), 0, () -> "a second delegate of " + side + " signs the opening");
    branching.saysAnywhere(people.get(0), new Move.Withdraw(opening.id()), 0, () -> side + " withdraws the opening");
  }

  private static void enrol(Branching branching, PartyId party) {
    List<Move.Delegate> delegates = Stage.delegates(party).stream().map(Voice::delegate).toList();
    branching.saysAnywhere(Stage.rootOf(party), new Move.Enrol(delegates), 0, () -> Stage.letter(party) + " enrols its delegates");
  }
}
