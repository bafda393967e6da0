package homeward.server.handover;

import homeward.exchange.Journey;
import homeward.exchange.Move;
import homeward.exchange.Move.Sight;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.server.wording.Saying;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that waits for the people in the field.
 *
 * @param order as the day goes: departs, counted at departure, hands over, receives, counted at arrival, brings home
 * @param to the page where it is said
 */
record Waits(int order, Saying saying, String to) {

  /** Everything that waits now, in the order of the day. */
  static List<Waits> of(Party party, Map<PartyId, String> names) {
    List<Waits> all = new ArrayList<>();
    for (Journey journey : party.state().journeys().values()) {
      for (Journey.Wave wave : journey.waves()) {
        all.addAll(new OfWave(party, journey, wave, names).all());
      }
    }
    int arrivals = due(party, party.unlisted(Optional.empty()), Sight.HOME);
    if (arrivals > 0) {
      all.add(new Waits(6, Saying.sentence("handover.waits.home_unlisted", arrivals), "/handover/arrivals"));
    }
    all.sort(Comparator.comparingInt(Waits::order));
    return all;
  }

  private static int due(Party party, Collection<Ref> refs, Sight sight) {
    return (int) refs.stream().filter(ref -> party.due(ref, sight)).count();
  }

  /** What waits on one wave. */
  private record OfWave(Party party, Journey journey, Journey.Wave wave, Map<PartyId, String> names) {
    List<Waits> all() {
      List<Waits> all = new ArrayList<>();
      if (wave.open() || wave.phase() == Journey.WavePhase.DISPUTED) {
        people(all, 1, Sight.DEPARTED);
        heads(all, 2, Move.Place.DEPARTURE);
        people(all, 3, Sight.HANDED_OVER);
        people(all, 4, Sight.RECEIVED);
        heads(all, 5, Move.Place.ARRIVAL);
      }
      people(all, 6, Sight.HOME);
      return all;
    }

    private void people(List<Waits> all, int order, Sight sight) {
      int people = due(party, party.offered(journey, wave, sight), sight);
      if (people > 0) {
        String word = sight.name().toLowerCase(java.util.Locale.ROOT);
        all.add(new Waits(order, Saying.sentence("handover.waits." + word, people, journey.code(), wave.number()), page() + "/" + word));
      }
    }

    private String page() {
      return "/handover/" + journey.code() + "/" + wave.number();
    }

    /** Heads are counted once anybody was seen at that end, and counted again by whoever wants to. */
    private void heads(List<Waits> all, int order, Move.Place end) {
      boolean departure = end == Move.Place.DEPARTURE;
      for (PartyId home : departure ? goingTo() : party.receivesFor()) {
        long seen = (departure ? party.leaving(wave) : party.arriving(wave)).stream()
            .filter(ref -> departure ? party.trail(ref).standing(Sight.DEPARTED) : party.trail(ref).standing(Sight.RECEIVED) && returnsTo(ref, home))
            .count();
        boolean counted = wave.counts().stream()
            .anyMatch(count -> count.end() == end && count.returnsTo().equals(home) && count.by().equals(party.me()));
        if (seen > 0 && !counted) {
          String word = departure ? "departure" : "arrival";
          all.add(new Waits(order, Saying.sentence("handover.waits." + word, wave.number(), journey.code(), names.getOrDefault(home, home.value())), page() + "#heads"));
        }
      }
    }

    private List<PartyId> goingTo() {
      return party.leaving(wave).isEmpty() ? List.of() : List.of(homeward.balance.Receipts.home(party.state(), party.me()));
    }

    private boolean returnsTo(Ref ref, PartyId home) {
      return Optional.ofNullable(party.state().people().get(ref))
          .map(person -> homeward.balance.Receipts.home(party.state(), person.holder()).equals(home))
          .orElse(false);
    }
  }
}
