package homeward.ruling;

import homeward.balance.Publication;
import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import java.util.Optional;
import java.util.SortedMap;

/** What is said in public: a joint figure only as the receipts have it and once the embargo is over; one's own always. */
final class Announcing {
  private Announcing() {}

  static Outcome announce(Turn turn, Move.Announce said) {
    return switch (said.scope()) {
      case ONE_SIDED -> new Outcome.Accepted(announced(turn, said, asReceipts(turn, said)));
      case JOINT ->
          Ruling.begin()
              .require(() -> turn.now().journeys().containsKey(said.journey()), () -> new Refusal.NoSuch("journey"))
              .require(() -> agreedFigures(journey(turn, said)), Refusal.FiguresDiffer::new)
              .require(
                  () -> Publication.free(turn.now(), journey(turn, said), turn.stamp()),
                  () -> new Refusal.Embargoed(Publication.freeFrom(turn.now(), journey(turn, said))))
              .require(() -> asReceipts(turn, said), Refusal.FiguresDiffer::new)
              .then(() -> announced(turn, said, true));
    };
  }

  private static Journey journey(Turn turn, Move.Announce said) {
    return Convening.journey(turn, said.journey());
  }

  /** A disputed journey has no joint figure, and one under way has none yet. */
  private static boolean agreedFigures(Journey journey) {
    return journey.over() && journey.phase() != Journey.Phase.DISPUTED;
  }

  private static boolean asReceipts(Turn turn, Move.Announce said) {
    return Optional.ofNullable(turn.now().journeys().get(said.journey()))
        .map(journey -> nonZero(Publication.figures(turn.now(), journey, said.returnsTo())).equals(nonZero(said.figures())))
        .orElse(false);
  }

  private static SortedMap<String, Integer> nonZero(SortedMap<String, Integer> figures) {
    SortedMap<String, Integer> some = new java.util.TreeMap<>(figures);
    some.values().removeIf(count -> count == 0);
    return some;
  }

  private static State announced(Turn turn, Move.Announce said, boolean asReceipts) {
    return turn.now()
        .with(
            new State.Announcement(
                turn.index(),
                turn.party(),
                said.journey(),
                said.scope(),
                said.returnsTo(),
                said.figures(),
                turn.provenance(),
                asReceipts));
  }

  static Outcome lift(Turn turn, Matter.Lift lift) {
    return Ruling.begin()
        .require(() -> turn.now().journeys().containsKey(lift.journey()), () -> new Refusal.NoSuch("journey"))
        .require(
            () -> Convening.journey(turn, lift.journey()).published().isEmpty(), () -> new Refusal.Exists("publication"))
        .then(() -> turn.now().with(Convening.journey(turn, lift.journey()).publishedAt(turn.stamp())));
  }
}
