package homeward.ruling;

import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Move;
import homeward.exchange.Move.Sight;
import homeward.exchange.PartyId;
import homeward.exchange.Person;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.Trail;
import java.util.Optional;
import java.util.TreeMap;

/** Facts. Nothing here refuses: what was seen is recorded, and what does not fit opens a discrepancy. */
final class Observing {
  private Observing() {}

  static State record(Turn turn, Move.Observation seen) {
    State next =
        switch (seen) {
          case Move.Saw saw -> saw(turn, saw);
          case Move.Counted counted -> counted(turn, counted);
          case Move.Arrived arrived -> arrived(turn, arrived);
        };
    return Reconciling.run(next);
  }

  private static State saw(Turn turn, Move.Saw saw) {
    TreeMap<Ref, Trail> trails = new TreeMap<>();
    Trail.Fact fact = new Trail.Fact(saw.sight(), turn.party(), saw.journey(), turn.index(), turn.provenance());
    saw.refs().forEach(ref -> trails.put(ref, turn.now().trails().getOrDefault(ref, Trail.UNSEEN).with(fact)));
    State next = turn.now().withTrails(trails);
    for (Ref ref : saw.refs()) {
      Trail before = turn.now().trails().getOrDefault(ref, Trail.UNSEEN);
      next = discrepancy(turn, next, saw, ref, before);
      next = setOff(next, saw.sight(), ref);
    }
    return next;
  }

  private static State discrepancy(Turn turn, State now, Move.Saw saw, Ref ref, Trail before) {
    boolean overTheLine = saw.sight() == Sight.DEPARTED || saw.sight() == Sight.HANDED_OVER || saw.sight() == Sight.RECEIVED;
    State next = now;
    if (overTheLine && !ref.isArrival() && !authorised(now, ref)) {
      next = open(turn, next, saw, "without-authority-" + ref.value(), State.DiscrepancyKind.WITHOUT_AUTHORITY);
    }
    if (saw.sight() == Sight.BACK && before.standing(Sight.DEPARTED)) {
      next = open(turn, next, saw, "turned-back-" + ref.value(), State.DiscrepancyKind.TURNED_BACK);
    }
    if (saw.sight() == Sight.DIED && before.standing(Sight.DEPARTED) && !before.standing(Sight.HOME)) {
      next = open(turn, next, saw, "died-in-transit-" + ref.value(), State.DiscrepancyKind.DIED_IN_TRANSIT);
    }
    boolean aliveAgain = saw.sight() != Sight.DIED && before.ever(Sight.DIED);
    return aliveAgain ? open(turn, next, saw, "contradiction-" + ref.value(), State.DiscrepancyKind.CONTRADICTION) : next;
  }

  private static State open(Turn turn, State now, Move.Saw saw, String id, State.DiscrepancyKind kind) {
    return Settling.open(now, id, kind, saw.journey(), turn.index());
  }

  private static Optional<Journey.Wave> wave(State now, Ref ref) {
    return Optional.ofNullable(now.people().get(ref))
        .flatMap(Person::seat)
        .map(seat -> java.util.Objects.requireNonNull(now.journeys().get(seat.journey())).wave(seat.wave()));
  }

  /** Nobody sits in a wave that stood down. */
  private static boolean authorised(State now, Ref ref) {
    return wave(now, ref).map(wave -> !wave.waiting()).orElse(false);
  }

  /** The first person under way sets the wave moving. */
  private static State setOff(State now, Sight sight, Ref ref) {
    boolean underWay = sight == Sight.DEPARTED || sight == Sight.HANDED_OVER || sight == Sight.RECEIVED;
    Optional<Journey.Wave> wave = wave(now, ref).filter(of -> underWay && of.phase() == Journey.WavePhase.AUTHORISED);
    return wave.map(of -> now.with(journeyOf(now, ref).with(of.at(Journey.WavePhase.MOVING)))).orElse(now);
  }

  private static Journey journeyOf(State now, Ref ref) {
    String code = Optional.ofNullable(now.people().get(ref)).flatMap(Person::seat).orElseThrow().journey();
    return java.util.Objects.requireNonNull(now.journeys().get(code));
  }

  /** A count of a wave that nobody knows stands in the log all the same; there is nothing to add it to. */
  private static State counted(Turn turn, Move.Counted counted) {
    Journey journey = turn.now().journeys().get(counted.journey());
    if (journey == null || !journey.hasWave(counted.wave())) {
      String id = "count-" + turn.id().value();
      return Settling.open(turn.now(), id, State.DiscrepancyKind.COUNT_DIFFERS, Optional.of(counted.journey()), turn.index());
    }
    Journey.Count count =
        new Journey.Count(counted.returnsTo(), counted.end(), counted.heads(), turn.party(), turn.index(), turn.provenance());
    return turn.now().with(journey.with(journey.wave(counted.wave()).counted(count)));
  }

  private static State arrived(Turn turn, Move.Arrived arrived) {
    TreeMap<Ref, State.Arrival> arrivals = new TreeMap<>();
    TreeMap<Ref, Trail> trails = new TreeMap<>();
    Trail.Fact fact = new Trail.Fact(Sight.RECEIVED, turn.party(), arrived.journey(), turn.index(), turn.provenance());
    PartyId side = side(turn, arrived.returnsTo());
    arrived
        .arrivals()
        .forEach(
            (category, refs) ->
                refs.stream()
                    .filter(ref -> !turn.now().arrivals().containsKey(ref))
                    .forEach(
                        ref -> {
                          arrivals.put(
                              ref,
                              new State.Arrival(
                                  side, category, turn.party(), arrived.journey(), turn.index(), turn.provenance(), Optional.empty()));
                          trails.put(ref, turn.now().trails().getOrDefault(ref, Trail.UNSEEN).with(fact));
                        }));
    State next = turn.now().withArrivals(arrivals).withTrails(trails);
    for (Ref ref : arrivals.keySet()) {
      String id = "unlisted-" + ref.value();
      next = Settling.open(next, id, State.DiscrepancyKind.UNLISTED, arrived.journey(), turn.index());
    }
    return next;
  }

  /** Whoever writes it down may name a party that is no side; then they are the recorder's own people, or the first side's. */
  private static PartyId side(Turn turn, PartyId named) {
    if (turn.now().parties().isSide(named)) {
      return named;
    }
    return turn.holds(turn.party(), Function.SIDE)
        ? turn.party()
        : turn.now().parties().members().keySet().stream().filter(turn.now().parties()::isSide).findFirst().orElse(named);
  }
}
