package homeward.ruling;

import homeward.balance.Receipts;
import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Matter.Finding;
import homeward.exchange.Move.Sight;
import homeward.exchange.Person;
import homeward.exchange.Ref;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import homeward.exchange.State.Discrepancy;
import homeward.exchange.State.DiscrepancyKind;
import homeward.exchange.Trail;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Discrepancies open by themselves; only a settlement that both sides sign ends one. */
final class Settling {
  private Settling() {}

  /** Opens a discrepancy once; one that was settled stays settled. */
  static State open(State now, String id, DiscrepancyKind kind, Optional<String> journey, long index) {
    return now.discrepancies().containsKey(id) ? now : now.with(new Discrepancy(id, kind, journey, index, Optional.empty()));
  }

  static Outcome settle(Turn turn, Matter.Settlement settlement) {
    State now = turn.now();
    return Ruling.begin()
        .require(() -> isOpen(now, settlement.discrepancy()), () -> new Refusal.NoSuch("open discrepancy"))
        .require(() -> fits(now, settlement), Refusal.OtherFinding::new)
        .require(() -> unfit(now, settlement.finding()).isEmpty(), () -> new Refusal.UnknownReferences(unfit(now, settlement.finding())))
        .then(() -> settled(turn, settlement));
  }

  private static boolean isOpen(State now, String id) {
    return Optional.ofNullable(now.discrepancies().get(id)).map(Discrepancy::open).orElse(false);
  }

  private static boolean fits(State now, Matter.Settlement settlement) {
    DiscrepancyKind kind = java.util.Objects.requireNonNull(now.discrepancies().get(settlement.discrepancy())).kind();
    return switch (settlement.finding()) {
      case Finding.ArrivalIs is -> settlement.discrepancy().equals("unlisted-" + is.arrival().value());
      case Finding.SamePerson same -> kind == DiscrepancyKind.CONTRADICTION || kind == DiscrepancyKind.WITHOUT_AUTHORITY;
      case Finding.CountIs count -> kind == DiscrepancyKind.COUNT_DIFFERS && count.heads() >= 0;
      case Finding.Stands stands -> true;
    };
  }

  /** Who was never offered, or is delivered already, cannot be the one who arrived. */
  private static SortedSet<Ref> unfit(State now, Finding finding) {
    TreeSet<Ref> unfit = new TreeSet<>();
    switch (finding) {
      case Finding.ArrivalIs is -> {
        boolean undelivered = now.people().containsKey(is.reference()) && Receipts.of(now, is.reference()).isEmpty();
        if (!undelivered) {
          unfit.add(is.reference());
        }
      }
      case Finding.SamePerson same -> {
        unfit.add(same.stands());
        unfit.add(same.falls());
        unfit.removeAll(now.people().keySet());
      }
      case Finding.CountIs count -> {}
      case Finding.Stands stands -> {}
    }
    return unfit;
  }

  private static State settled(Turn turn, Matter.Settlement settlement) {
    Discrepancy open = java.util.Objects.requireNonNull(turn.now().discrepancies().get(settlement.discrepancy()));
    State closed = turn.now().with(new Discrepancy(open.id(), open.kind(), open.journey(), open.index(), Optional.of(settlement.finding())));
    State next =
        switch (settlement.finding()) {
          case Finding.ArrivalIs is -> recognised(turn.at(closed), is);
          case Finding.SamePerson same -> struck(closed, same.falls());
          case Finding.CountIs count -> closed;
          case Finding.Stands stands -> closed;
        };
    return Reconciling.run(next);
  }

  /** The arrival's facts become the reference's, and both sides' signatures stand for the half that nobody saw. */
  private static State recognised(Turn turn, Finding.ArrivalIs is) {
    State now = turn.now();
    State.Arrival arrival = java.util.Objects.requireNonNull(now.arrivals().get(is.arrival()));
    Person person = java.util.Objects.requireNonNull(now.people().get(is.reference()));
    Trail.Fact released =
        new Trail.Fact(Sight.HANDED_OVER, person.holder(), arrival.journey(), turn.index(), turn.provenance());
    Trail trail = now.trails().getOrDefault(is.reference(), Trail.UNSEEN).with(released);
    for (Trail.Fact fact : now.trails().getOrDefault(is.arrival(), Trail.UNSEEN).facts()) {
      trail = trail.with(fact);
    }
    State.Arrival known =
        new State.Arrival(
            arrival.returnsTo(),
            arrival.category(),
            arrival.by(),
            arrival.journey(),
            arrival.index(),
            arrival.provenance(),
            Optional.of(is.reference()));
    State next = unseatedElsewhere(now, is.reference(), person);
    return next.withArrivals(new TreeMap<>(java.util.Map.of(is.arrival(), known)))
        .withTrails(new TreeMap<>(java.util.Map.of(is.reference(), trail)));
  }

  /** Whoever has arrived takes no seat in a wave that has not left; the sides get ready again without them. */
  private static State unseatedElsewhere(State now, Ref ref, Person person) {
    if (person.seat().isEmpty()) {
      return now;
    }
    Journey journey = java.util.Objects.requireNonNull(now.journeys().get(person.seat().get().journey()));
    Journey.Wave wave = journey.wave(person.seat().get().wave());
    if (!wave.waiting()) {
      return now;
    }
    TreeSet<Ref> out = new TreeSet<>(java.util.Set.of(ref));
    Journey.Roll roll = wave.rolls().getOrDefault(person.holder(), new Journey.Roll(State.none(), State.none(), 1, 0));
    Journey.Roll without =
        new Journey.Roll(Seating.less(roll.counted(), out), Seating.less(roll.outside(), out), roll.of(), roll.next());
    Journey.WavePhase phase = wave.phase() == Journey.WavePhase.PLANNED ? Journey.WavePhase.PLANNED : Journey.WavePhase.STAGED;
    Journey.Wave next = wave.with(person.holder(), without).readied(State.none()).at(phase);
    return Seating.unseated(now, out).with(journey.with(next));
  }

  /** A reference that is nobody any more takes no seat in a wave that has not left: nobody may be let go who is not agreed. */
  private static State struck(State now, Ref falls) {
    State next = unseatedElsewhere(now, falls, java.util.Objects.requireNonNull(now.people().get(falls)));
    Person person = java.util.Objects.requireNonNull(next.people().get(falls));
    return next.withPeople(new TreeMap<>(java.util.Map.of(falls, person.withStruck(true))));
  }
}
