package homeward.server.journeys;

import homeward.exchange.Journey;
import homeward.server.wording.Saying;
import java.util.List;
import java.util.Optional;

/**
 * A journey as pages show it. Times are to the minute, UTC; nobody's name is in it but parties’.
 *
 * @param lane {@code journeys.lane.tranche} or {@code journeys.lane.direct}, with its number or its holder
 * @param next what comes next, in words, and {@code to} where it is done
 * @param free from when its figures are public, and whether they are now
 */
record Day(
    String code,
    Saying lane,
    String place,
    String from,
    String until,
    String reconcileBy,
    Journey.Phase phase,
    Saying next,
    String to,
    List<Wave> waves,
    List<Difference> differences,
    Free free) {

  /** People in all waves. */
  public int people() {
    return waves.stream().mapToInt(Wave::people).sum();
  }

  /** How many differences nobody has settled. */
  public long open() {
    return differences.stream().filter(Difference::open).count();
  }

  /** Whether nothing is to be done about it any more. */
  public boolean over() {
    return phase == Journey.Phase.RECONCILED || phase == Journey.Phase.STOOD_DOWN;
  }

  /** Whether its embargo could still be lifted before its hour. */
  public boolean liftable() {
    return !free.now() && phase != Journey.Phase.STOOD_DOWN;
  }

  /** When its figures are public. */
  record Free(boolean now, String from) {}

  /**
   * Those who go together.
   *
   * @param cleared whether anybody has said yet who may travel
   * @param covered how many of its people may
   * @param mine whether this party has said Ready, so that it can take it back
   */
  record Wave(
      int number,
      Journey.WavePhase phase,
      List<Load> loads,
      int people,
      boolean cleared,
      int covered,
      List<Ready> ready,
      boolean mine,
      List<Heads> heads,
      Progress progress) {}

  /** People of one category who return to one side, counted and outside the count. */
  record Load(String returnsTo, String category, int counted, int outside) {}

  /** A side, and whether it is ready. */
  record Ready(String side, boolean given) {}

  /** The last head count at each end, of those who return to a side. */
  record Heads(String returnsTo, Optional<Integer> departure, Optional<Integer> arrival) {}

  /** How many were seen how far. */
  record Progress(int departed, int handedOver, int received, int home, int back, int died) {}
}
