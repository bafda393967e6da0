package homeward.invariant;

import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Move.Sight;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Person;
import homeward.exchange.Ref;
import homeward.exchange.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Receipts, put together from the entries that say what was seen, and from nothing that a node made of them. */
final class Recount {
  /** How a receipt counts. */
  enum Lane {
    COUNTED,
    OUTSIDE,
    DIRECT,
    UNAUTHORISED
  }

  private record Seen(Sight sight, PartyId by, Optional<String> journey) {}

  private record Stranger(PartyId home, Optional<String> journey, PartyId by) {}

  private final Map<Ref, List<Seen>> seen = new HashMap<>();
  private final Map<Ref, Stranger> strangers = new TreeMap<>();
  private final Set<Ref> recognised = new HashSet<>();
  private final Set<Ref> unauthorised = new HashSet<>();
  private final Set<String> settled = new HashSet<>();

  void take(Deed deed) {
    switch (deed.move()) {
      case Move.Saw saw -> saw.refs().forEach(ref -> saw(deed, saw, ref));
      case Move.Arrived arrived -> arrived.arrivals().values().forEach(refs -> refs.forEach(ref -> arrived(deed, arrived, ref)));
      case Move other -> {}
    }
    if (deed.effect().orElse(null) instanceof Matter.Settlement(String id, Matter.Finding finding)) {
      settled.add(id);
      if (finding instanceof Matter.Finding.ArrivalIs is) {
        recognise(deed, is);
      }
    }
  }

  private void saw(Deed deed, Move.Saw saw, Ref ref) {
    boolean overTheLine = saw.sight() == Sight.DEPARTED || saw.sight() == Sight.HANDED_OVER || saw.sight() == Sight.RECEIVED;
    if (overTheLine && !ref.isArrival() && !onAWaveLetGo(deed.line().before(), ref)) {
      unauthorised.add(ref);
    }
    note(ref, new Seen(saw.sight(), deed.party(), saw.journey()));
  }

  private void note(Ref ref, Seen what) {
    seen.computeIfAbsent(ref, none -> new ArrayList<>()).add(what);
  }

  private static boolean onAWaveLetGo(State now, Ref ref) {
    Optional<Person.Seat> seat = Optional.ofNullable(now.people().get(ref)).flatMap(Person::seat);
    return seat.map(where -> Releases.letGo(java.util.Objects.requireNonNull(now.journeys().get(where.journey())).wave(where.wave()))).orElse(false);
  }

  private void arrived(Deed deed, Move.Arrived arrived, Ref ref) {
    State.Arrival known = deed.line().after().arrivals().get(ref);
    PartyId home = known == null ? arrived.returnsTo() : known.returnsTo();
    if (strangers.putIfAbsent(ref, new Stranger(home, arrived.journey(), deed.party())) == null) {
      note(ref, new Seen(Sight.RECEIVED, deed.party(), arrived.journey()));
    }
  }

  /** Both sides' signatures stand for the half that nobody saw. */
  private void recognise(Deed deed, Matter.Finding.ArrivalIs is) {
    Stranger stranger = java.util.Objects.requireNonNull(strangers.get(is.arrival()));
    PartyId holder = java.util.Objects.requireNonNull(deed.line().before().people().get(is.reference())).holder();
    recognised.add(is.arrival());
    note(is.reference(), new Seen(Sight.HANDED_OVER, holder, stranger.journey()));
    seen.getOrDefault(is.arrival(), List.of()).forEach(what -> note(is.reference(), what));
  }

  private Optional<Seen> standing(Ref ref, Sight sight, PartyId by) {
    Optional<Seen> last = Optional.empty();
    for (Seen what : seen.getOrDefault(ref, List.of())) {
      boolean same = what.sight() == sight && what.by().equals(by);
      last = what.sight() == Sight.BACK ? Optional.empty() : same ? Optional.of(what) : last;
    }
    return last;
  }

  /** What was received, when both halves stand. */
  private Optional<Seen> receipt(State now, Ref ref, PartyId home) {
    Person person = java.util.Objects.requireNonNull(now.people().get(ref));
    Optional<PartyId> handover = Optional.ofNullable(now.course().functions().get(Function.HANDOVER));
    Optional<Seen> received = standing(ref, Sight.RECEIVED, home).or(() -> handover.flatMap(state -> standing(ref, Sight.RECEIVED, state)));
    return standing(ref, Sight.HANDED_OVER, person.holder()).isPresent() ? received : Optional.empty();
  }

  private Lane lane(State now, Ref ref, Seen received) {
    Optional<Journey> journey = received.journey().map(now.journeys()::get);
    Person person = java.util.Objects.requireNonNull(now.people().get(ref));
    if (journey.map(known -> known.holder().isPresent()).orElse(false)) {
      return Lane.DIRECT;
    }
    if (unauthorised.contains(ref) && !settled.contains("without-authority-" + ref.value())) {
      return Lane.UNAUTHORISED;
    }
    return person.seat().map(seat -> outside(now, seat, ref)).orElse(false) ? Lane.OUTSIDE : Lane.COUNTED;
  }

  private static boolean outside(State now, Person.Seat seat, Ref ref) {
    Journey.Wave wave = java.util.Objects.requireNonNull(now.journeys().get(seat.journey())).wave(seat.wave());
    return Rolls.held(wave).getOrDefault(ref, "").startsWith("outside/");
  }

  /** Counted people who returned to a side, by category; of one journey, or of all with an empty code. */
  SortedMap<String, Integer> counted(State now, PartyId home, String journey) {
    TreeMap<String, Integer> counted = new TreeMap<>();
    now.people().forEach((ref, person) -> {
      Optional<Seen> received = person.holder().equals(home) ? Optional.empty() : receipt(now, ref, home);
      boolean here = received.map(what -> journey.isEmpty() || what.journey().equals(Optional.of(journey))).orElse(false);
      if (here && lane(now, ref, received.orElseThrow()) == Lane.COUNTED) {
        counted.merge(person.category(), 1, Integer::sum);
      }
    });
    return counted;
  }

  /** How many returned to a side in a lane. */
  int lane(State now, PartyId home, Lane lane) {
    return (int)
        now.people().keySet().stream()
            .filter(ref -> !java.util.Objects.requireNonNull(now.people().get(ref)).holder().equals(home))
            .filter(ref -> receipt(now, ref, home).map(received -> lane(now, ref, received) == lane).orElse(false))
            .count();
  }

  int unlisted(PartyId home) {
    return (int) strangers.entrySet().stream().filter(known -> known.getValue().home().equals(home) && !recognised.contains(known.getKey())).count();
  }
}
