package homeward.balance;

import homeward.exchange.Journey;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.exchange.Terms;
import java.util.SortedMap;

/**
 * What may be said of a journey in public, and from when. The embargo lifts by tranche: by the later of the agreed hour and
 * nothing moving, at most 24 hours after the window; or earlier when both sides lift it. A reader judges the lapse by the
 * terms' clock; the entry that records it is not needed for it.
 */
public final class Publication {
  private static final long AT_MOST_AFTER_WINDOW = 24 * 3_600_000L;

  private Publication() {}

  /** The time (epoch ms) from which a journey's figures are free, as things stand. */
  public static long freeFrom(State state, Journey journey) {
    if (journey.published().isPresent()) {
      return journey.published().get();
    }
    long latest = journey.until() + AT_MOST_AFTER_WINDOW;
    long agreed = journey.tranche().map(number -> tranche(state, number).publishAt()).orElse(latest);
    boolean moving = !journey.over();
    return moving ? Math.max(latest, agreed) : agreed;
  }

  private static Terms.Tranche tranche(State state, int number) {
    return state.terms().tranches().get(number - 1);
  }

  /** Whether a journey's figures are free at this time. */
  public static boolean free(State state, Journey journey, long stamp) {
    return stamp >= freeFrom(state, journey);
  }

  /** The joint figures of a journey: what a side received in it, counted, by category; of one that stood down, nothing. */
  public static SortedMap<String, Integer> figures(State state, Journey journey, PartyId side) {
    boolean went = journey.phase() != Journey.Phase.STOOD_DOWN;
    return journey
        .tranche()
        .filter(number -> went)
        .map(number -> Balance.counts(Balance.ofTranche(state, number).received(number, side)))
        .orElseGet(State::none);
  }
}
