package homeward.balance;

import homeward.exchange.Digest;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.json.Shape;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The balance of an exchange: a sum over receipts, with the entries behind every number.
 *
 * @param sides by side
 * @param tranches by tranche of the terms, from 1: what each side received in it, counted, by category
 */
public record Balance(
    SortedMap<PartyId, Side> sides, SortedMap<Integer, SortedMap<PartyId, SortedMap<String, Figure>>> tranches) {

  /**
   * One side's figures. The direct lane and people outside the count weigh nothing.
   *
   * @param received its own people who reached it, counted, by category
   * @param released people it let go, counted, by category
   * @param outside own people received by a tranche outside the count
   * @param direct own people received by direct repatriation
   * @param unlisted own people received who stood on no list, and of whom no settlement says who they are
   * @param withoutAuthority own people received on no authorised wave, not settled
   * @param oneSided own people of whom only one half of the receipt stands
   * @param home own people who are home
   * @param inTransit own people received in the handover state and not home yet
   * @param debt what it still owes by category: what it received above what it released, less what the terms agreed
   */
  public record Side(
      SortedMap<String, Figure> received,
      SortedMap<String, Figure> released,
      Figure outside,
      Figure direct,
      Figure unlisted,
      Figure withoutAuthority,
      Figure oneSided,
      Figure home,
      Figure inTransit,
      SortedMap<String, Integer> debt) {}

  /** The part that is closed on: what cannot change any more by people travelling on from the border to their homes. */
  private record Closed(
      SortedMap<PartyId, ClosedSide> sides, SortedMap<String, SortedMap<PartyId, SortedMap<String, Integer>>> tranches) {}

  private record ClosedSide(
      SortedMap<String, Integer> received,
      SortedMap<String, Integer> released,
      int outside,
      int direct,
      int unlisted,
      int withoutAuthority,
      int oneSided,
      SortedMap<String, Integer> debt) {}

  private static final Shape<Closed> CLOSED = Shape.of(Closed.class);

  /** Counts the state. */
  public static Balance of(State state) {
    Tally tally = new Tally(state);
    state.people().forEach(tally::person);
    state.arrivals().forEach(tally::arrival);
    return tally.balance();
  }

  /** Counts only what journeys of one tranche brought: its own figures are those of the whole balance. */
  public static Balance ofTranche(State state, int number) {
    Tally tally = new Tally(state);
    state.people().forEach((ref, person) -> {
      if (Receipts.onTranche(state, ref, number)) {
        tally.person(ref, person);
      }
    });
    return tally.balance();
  }

  /** Digest of what a closing fixes. */
  public Digest digest() {
    TreeMap<PartyId, ClosedSide> closed = new TreeMap<>();
    sides.forEach((party, side) -> closed.put(party, closed(side)));
    TreeMap<String, SortedMap<PartyId, SortedMap<String, Integer>>> days = new TreeMap<>();
    tranches.forEach(
        (tranche, bySide) -> {
          TreeMap<PartyId, SortedMap<String, Integer>> figures = new TreeMap<>();
          bySide.forEach((party, byCategory) -> figures.put(party, counts(byCategory)));
          days.put(Integer.toString(tranche), figures);
        });
    return Digest.of(CLOSED.write(new Closed(closed, days)).canonical());
  }

  private static ClosedSide closed(Side side) {
    return new ClosedSide(
        counts(side.received()),
        counts(side.released()),
        side.outside().count(),
        side.direct().count(),
        side.unlisted().count(),
        side.withoutAuthority().count(),
        side.oneSided().count(),
        side.debt());
  }

  /** The bare numbers. */
  public static SortedMap<String, Integer> counts(SortedMap<String, Figure> figures) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    figures.forEach((category, figure) -> counts.put(category, figure.count()));
    return Collections.unmodifiableSortedMap(counts);
  }

  /** What one side received in a tranche, by category; every category of the terms has a number. */
  public SortedMap<String, Figure> received(int tranche, PartyId side) {
    return tranches.getOrDefault(tranche, State.none()).getOrDefault(side, State.none());
  }
}
