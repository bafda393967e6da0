package homeward.balance;

import homeward.exchange.Journey;
import homeward.exchange.Move.Sight;
import homeward.exchange.PartyId;
import homeward.exchange.Person;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.Terms;
import homeward.exchange.Trail;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds people up, one by one. Nobody outside sees it half done. */
final class Tally {
  private final State state;
  private final TreeMap<PartyId, Sheet> sheets = new TreeMap<>();
  private final TreeMap<Integer, TreeMap<PartyId, TreeMap<String, Sum>>> days = new TreeMap<>();

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
      TreeMap<PartyId, TreeMap<String, Sum>> day = new TreeMap<>();
      for (PartyId side : terms.sides()) {
        TreeMap<String, Sum> sums = new TreeMap<>();
        terms.categories().keySet().forEach(category -> sums.put(category, new Sum()));
        day.put(side, sums);
      }
      days.put(tranche, day);
    }
  }

  /** Of most people nothing is seen for most of an exchange: they weigh nothing yet. */
  void person(Ref ref, Person person) {
    Trail trail = state.trails().getOrDefault(ref, Trail.UNSEEN);
    if (trail.facts().isEmpty()) {
      return;
    }
    PartyId returnsTo = Receipts.home(state, person.holder());
    Sheet home = sheet(returnsTo);
    Receipts.of(state, ref)
        .ifPresentOrElse(
            receipt -> delivered(ref, person, returnsTo, receipt),
            () -> {
              if (Receipts.oneSided(state, ref)) {
                home.oneSided.add(trail.facts());
              }
            });
    whereabouts(home, trail);
  }

  private void delivered(Ref ref, Person person, PartyId returnsTo, Receipts.Receipt receipt) {
    Sheet home = sheet(returnsTo);
    switch (Receipts.lane(state, ref, receipt)) {
      case OUTSIDE -> home.outside.add(receipt, false);
      case DIRECT -> home.direct.add(receipt, false);
      case WITHOUT_AUTHORITY -> home.withoutAuthority.add(receipt, false);
      case COUNTED -> counted(person, returnsTo, receipt);
    }
  }

  private void counted(Person person, PartyId returnsTo, Receipts.Receipt receipt) {
    boolean disputed = disputed(person, receipt);
    String category = person.category();
    of(sheet(returnsTo).received, category).add(receipt, disputed);
    of(sheet(person.holder()).released, category).add(receipt, disputed);
    receipt
        .journey()
        .map(state.journeys()::get)
        .flatMap(Journey::tranche)
        .map(tranche -> days.computeIfAbsent(tranche, day -> new TreeMap<>()))
        .map(day -> day.computeIfAbsent(returnsTo, side -> new TreeMap<>()))
        .ifPresent(sums -> of(sums, category).add(receipt, disputed));
  }

  private static Sum of(Map<String, Sum> sums, String category) {
    return sums.computeIfAbsent(category, none -> new Sum());
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
    Sheet home = sheets.get(arrival.returnsTo());
    // Before anybody has opened, an arrival may name a party that no opening has made a side.
    if (home == null) {
      return;
    }
    home.unlisted.add(arrival.provenance() == State.Provenance.REPORTED, false, List.of(arrival.index()));
    whereabouts(home, state.trails().getOrDefault(ref, Trail.UNSEEN));
  }

  private static void whereabouts(Sheet home, Trail trail) {
    if (trail.standing(Sight.HOME)) {
      home.home.add(trail.facts().stream().filter(fact -> fact.sight() == Sight.HOME).toList());
    } else if (trail.standing(Sight.RECEIVED) && !trail.standing(Sight.DIED)) {
      home.inTransit.add(trail.facts().stream().filter(fact -> fact.sight() == Sight.RECEIVED).toList());
    }
  }

  private Sheet sheet(PartyId side) {
    return java.util.Objects.requireNonNull(sheets.get(side));
  }

  Balance balance() {
    TreeMap<PartyId, Balance.Side> sides = new TreeMap<>();
    sheets.forEach((party, sheet) -> sides.put(party, sheet.side(state, party)));
    TreeMap<Integer, SortedMap<PartyId, SortedMap<String, Figure>>> tranches = new TreeMap<>();
    days.forEach(
        (tranche, bySide) -> {
          TreeMap<PartyId, SortedMap<String, Figure>> figures = new TreeMap<>();
          bySide.forEach((party, byCategory) -> figures.put(party, figures(byCategory)));
          tranches.put(tranche, Collections.unmodifiableSortedMap(figures));
        });
    return new Balance(Collections.unmodifiableSortedMap(sides), Collections.unmodifiableSortedMap(tranches));
  }

  private static SortedMap<String, Figure> figures(SortedMap<String, Sum> sums) {
    TreeMap<String, Figure> figures = new TreeMap<>();
    sums.forEach((category, sum) -> figures.put(category, sum.figure()));
    return Collections.unmodifiableSortedMap(figures);
  }

  /** A figure while it grows: a new set of entries for each person would cost the square of the people. */
  private static final class Sum {
    private int count;
    private int reported;
    private int disputed;
    private final TreeSet<Long> entries = new TreeSet<>();

    void add(boolean isReported, boolean isDisputed, List<Long> more) {
      count++;
      reported += isReported ? 1 : 0;
      disputed += isDisputed ? 1 : 0;
      entries.addAll(more);
    }

    void add(Receipts.Receipt receipt, boolean isDisputed) {
      boolean isReported = receipt.provenance() == State.Provenance.REPORTED;
      add(isReported, isDisputed, List.of(receipt.handedOver().index(), receipt.received().index()));
    }

    void add(List<Trail.Fact> facts) {
      boolean isReported = facts.stream().anyMatch(fact -> fact.provenance() == State.Provenance.REPORTED);
      add(isReported, false, facts.stream().map(Trail.Fact::index).toList());
    }

    Figure figure() {
      return new Figure(count, reported, disputed, Collections.unmodifiableSortedSet(entries));
    }
  }

  /** One side's figures while they are added up. */
  private static final class Sheet {
    private final TreeMap<String, Sum> received = new TreeMap<>();
    private final TreeMap<String, Sum> released = new TreeMap<>();
    private final Sum outside = new Sum();
    private final Sum direct = new Sum();
    private final Sum unlisted = new Sum();
    private final Sum withoutAuthority = new Sum();
    private final Sum oneSided = new Sum();
    private final Sum home = new Sum();
    private final Sum inTransit = new Sum();

    void begin(Iterable<String> categories) {
      for (String category : categories) {
        received.put(category, new Sum());
        released.put(category, new Sum());
      }
    }

    Balance.Side side(State state, PartyId party) {
      SortedMap<String, Figure> in = figures(received);
      SortedMap<String, Figure> out = figures(released);
      return new Balance.Side(
          in,
          out,
          outside.figure(),
          direct.figure(),
          unlisted.figure(),
          withoutAuthority.figure(),
          oneSided.figure(),
          home.figure(),
          inTransit.figure(),
          Debts.of(state, party, in, out));
    }
  }
}
