package homeward.server.handover;

import homeward.balance.Receipts;
import homeward.exchange.Journey;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An end at which this party counts heads.
 *
 * @param home code of the side whose returning people they are, and {@code name} what it is called
 * @param last what this party counted last there
 */
record End(Move.Place place, String home, String name, Optional<Integer> last) {

  static List<End> of(Party party, Journey.Wave wave, Map<PartyId, String> names) {
    List<End> ends = new ArrayList<>();
    if (!party.leaving(wave).isEmpty()) {
      ends.add(of(party, wave, Move.Place.DEPARTURE, Receipts.home(party.state(), party.me()), names));
    }
    if (!party.arriving(wave).isEmpty()) {
      party.receivesFor().forEach(home -> ends.add(of(party, wave, Move.Place.ARRIVAL, home, names)));
    }
    return ends;
  }

  private static End of(Party party, Journey.Wave wave, Move.Place place, PartyId home, Map<PartyId, String> names) {
    Optional<Integer> last = wave.counts().reversed().stream()
        .filter(count -> count.end() == place && count.returnsTo().equals(home) && count.by().equals(party.me()))
        .map(Journey.Count::heads)
        .findFirst();
    return new End(place, home.value(), names.getOrDefault(home, home.value()), last);
  }
}
