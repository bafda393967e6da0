package homeward.balance;

import homeward.exchange.Digest;
import homeward.exchange.Journey;
import homeward.exchange.Move.Sight;
import homeward.exchange.PartyId;
import homeward.exchange.Person;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.Terms;
import homeward.exchange.Trail;
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
    state.people().keySet().forEach(tally::person);
    state.arrivals().forEach(tally::arrival);
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

  /** Adds people up, one by one. */
  private static final class Tally {
    private final State state;
    private final TreeMap<PartyId, Sheet> sheets = new TreeMap<>();
    private final TreeMap<Integer, TreeMap<PartyId, TreeMap<String, Figure>>> days = new TreeMap<>();

    Tally(State state) {
      this.state = state;
      state.parties().members().keySet().stream()
          .filter(state.parties()::isSide)
          .forEach(side -> sheets.put(side, new Sheet()));
      state.course().agreed().ifPresent(agreed -> begin(agreed.terms()));
    }

    /** Every category of the terms has a figure, and every tranche, though it be zero. */
    private void begin(Terms terms) {
      sheets.values().forEach(sheet -> sheet.begin(terms.categories().keySet()));
      for (int tranche = 1; tranche <= terms.tranches().size(); tranche++) {
        TreeMap<PartyId, TreeMap<String, Figure>> day = new TreeMap<>();
        for (PartyId side : terms.sides()) {
          TreeMap<String, Figure> figures = new TreeMap<>();
          terms.categories().keySet().forEach(category -> figures.put(category, Figure.ZERO));
          day.put(side, figures);
        }
        days.put(tranche, day);
      }
    }

    void person(Ref ref) {
      Person person = java.util.Objects.requireNonNull(state.people().get(ref));
      Sheet home = sheet(Receipts.home(state, person.holder()));
      Trail trail = state.trails().getOrDefault(ref, Trail.UNSEEN);
      Receipts.of(state, ref)
          .ifPresentOrElse(
              receipt -> delivered(ref, person, home, receipt),
              () -> {
                if (Receipts.oneSided(state, ref)) {
                  home.oneSided = home.oneSided.plus(trail.facts());
                }
              });
      whereabouts(home, trail);
    }

    private void delivered(Ref ref, Person person, Sheet home, Receipts.Receipt receipt) {
      switch (Receipts.lane(state, ref, receipt)) {
        case OUTSIDE -> home.outside = home.outside.plus(receipt, false);
        case DIRECT -> home.direct = home.direct.plus(receipt, false);
        case WITHOUT_AUTHORITY -> home.withoutAuthority = home.withoutAuthority.plus(receipt, false);
        case COUNTED -> counted(person, home, receipt);
      }
    }

    private void counted(Person person, Sheet home, Receipts.Receipt receipt) {
      boolean disputed = disputed(person, receipt);
      String category = person.category();
      home.received.merge(category, Figure.ZERO.plus(receipt, disputed), Figure::plus);
      Sheet holder = sheet(person.holder());
      holder.released.merge(category, Figure.ZERO.plus(receipt, disputed), Figure::plus);
      receipt
          .journey()
          .map(state.journeys()::get)
          .flatMap(Journey::tranche)
          .ifPresent(
              tranche ->
                  days.computeIfAbsent(tranche, day -> new TreeMap<>())
                      .computeIfAbsent(Receipts.home(state, person.holder()), side -> new TreeMap<>())
                      .merge(category, Figure.ZERO.plus(receipt, disputed), Figure::plus));
    }

    /** A figure is disputed as long as the wave it comes from is. */
    private boolean disputed(Person person, Receipts.Receipt receipt) {
      return receipt
          .journey()
          .map(state.journeys()::get)
          .filter(journey -> person.seat().map(seat -> seat.journey().equals(journey.code())).orElse(false))
          .map(journey -> journey.wave(person.seat().orElseThrow().wave()).phase() == Journey.WavePhase.DISPUTED)
          .orElse(false);
    }

    void arrival(Ref ref, State.Arrival arrival) {
      if (arrival.is().isPresent()) {
        return;
      }
      // Before anybody has opened, an arrival may name a party that no opening has made a side.
      Sheet home = sheets.get(arrival.returnsTo());
      if (home == null) {
        return;
      }
      boolean reported = arrival.provenance() == State.Provenance.REPORTED;
      home.unlisted = home.unlisted.plus(arrival.index(), reported);
      whereabouts(home, state.trails().getOrDefault(ref, Trail.UNSEEN));
    }

    private static void whereabouts(Sheet home, Trail trail) {
      if (trail.standing(Sight.HOME)) {
        home.home = home.home.plus(trail.facts().stream().filter(fact -> fact.sight() == Sight.HOME).toList());
      } else if (trail.standing(Sight.RECEIVED) && !trail.standing(Sight.DIED)) {
        home.inTransit = home.inTransit.plus(trail.facts().stream().filter(fact -> fact.sight() == Sight.RECEIVED).toList());
      }
    }

    private Sheet sheet(PartyId side) {
      return java.util.Objects.requireNonNull(sheets.get(side));
    }

    Balance balance() {
      TreeMap<PartyId, Side> sides = new TreeMap<>();
      sheets.forEach((party, sheet) -> sides.put(party, sheet.side(Debts.of(state, party, sheet.received, sheet.released))));
      TreeMap<Integer, SortedMap<PartyId, SortedMap<String, Figure>>> tranches = new TreeMap<>();
      days.forEach(
          (tranche, bySide) -> {
            TreeMap<PartyId, SortedMap<String, Figure>> figures = new TreeMap<>();
            bySide.forEach((party, byCategory) -> figures.put(party, Collections.unmodifiableSortedMap(byCategory)));
            tranches.put(tranche, Collections.unmodifiableSortedMap(figures));
          });
      return new Balance(Collections.unmodifiableSortedMap(sides), Collections.unmodifiableSortedMap(tranches));
    }
  }

  /** One side's figures while they are added up. */
  private static final class Sheet {
    private final TreeMap<String, Figure> received = new TreeMap<>();
    private final TreeMap<String, Figure> released = new TreeMap<>();
    private Figure outside = Figure.ZERO;
    private Figure direct = Figure.ZERO;
    private Figure unlisted = Figure.ZERO;
    private Figure withoutAuthority = Figure.ZERO;
    private Figure oneSided = Figure.ZERO;
    private Figure home = Figure.ZERO;
    private Figure inTransit = Figure.ZERO;

    void begin(Iterable<String> categories) {
      for (String category : categories) {
        received.put(category, Figure.ZERO);
        released.put(category, Figure.ZERO);
      }
    }

    Side side(SortedMap<String, Integer> debt) {
      return new Side(
          Collections.unmodifiableSortedMap(received),
          Collections.unmodifiableSortedMap(released),
          outside,
          direct,
          unlisted,
          withoutAuthority,
          oneSided,
          home,
          inTransit,
          debt);
    }
  }
}
