package homeward.exhaustive;

import homeward.exchange.Move.Sight;
import homeward.exchange.PartyId;
import homeward.exchange.Trail;

/**
 * What was seen of one person, less its order: what stands since the person was last back with the holder, and what ever was.
 *
 * @param received a bit for each party that received the person
 */
record Seen(
    boolean departed,
    boolean handedOver,
    int received,
    boolean died,
    boolean everDeparted,
    boolean everBack,
    boolean everDied) {

  static Seen of(Trail trail, PartyId holder) {
    boolean departed = false;
    boolean handedOver = false;
    boolean died = false;
    int received = 0;
    for (Trail.Fact fact : trail.facts()) {
      boolean back = fact.sight() == Sight.BACK;
      departed = !back && (departed || fact.sight() == Sight.DEPARTED);
      handedOver = !back && (handedOver || (fact.sight() == Sight.HANDED_OVER && fact.by().equals(holder)));
      died = !back && (died || fact.sight() == Sight.DIED);
      received = back ? 0 : received | (fact.sight() == Sight.RECEIVED ? Stage.bit(fact.by()) : 0);
    }
    return new Seen(
        departed, handedOver, received, died, trail.ever(Sight.DEPARTED), trail.ever(Sight.BACK), trail.ever(Sight.DIED));
  }

  boolean arrived() {
    return received != 0;
  }

  /** Back with the holder, and not set off again. */
  boolean back() {
    return everBack && !departed && !handedOver;
  }
}
