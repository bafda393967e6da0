package homeward.simulation;

import homeward.exchange.PartyId;
import homeward.node.Message;
import homeward.node.Wire;
import homeward.simulation.Script.Weather;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Carries messages from station to station: late, twice, in another order or not at all, as the weather is. */
final class Network {
  /** How long a message takes in fine weather, ms. */
  private static final long FINE = 200;

  private static final int REMEMBERED = 40;

  private final Agenda agenda;
  private final Script script;
  private final Lot lot;
  private final List<Station> stations;
  private final Set<Integer> cutOff = new HashSet<>();
  private final List<Message> overheard = new ArrayList<>();

  Network(Agenda agenda, Script script, List<Station> stations) {
    this.agenda = agenda;
    this.script = script;
    this.stations = stations;
    this.lot = Lot.of(script.seed(), "network");
  }

  /** The port of a station's node. */
  Wire of(Station from) {
    return (to, message) -> station(to, from, message);
  }

  private void station(PartyId to, Station from, Message message) {
    for (Station station : stations) {
      if (station.player.id().equals(to)) {
        send(from, station, message, false);
      }
    }
  }

  /** Sends; {@code aside} is a line of its own between a keeper that tells two histories and whom it tells the second. */
  void send(Station from, Station to, Message message, boolean aside) {
    if (message instanceof Message.Submit || message instanceof Message.Leaves || message instanceof Message.Head) {
      overheard.add(message);
      if (overheard.size() > REMEMBERED) {
        overheard.removeFirst();
      }
    }
    boolean fine = agenda.now() >= script.calmFrom() || script.weather().equals(Weather.FINE);
    if (fine) {
      deliver(from, to, message, FINE, aside);
      return;
    }
    if (lot.below(100) >= script.weather().lost()) {
      deliver(from, to, message, delay(), aside);
    }
    if (lot.below(100) < script.weather().doubled()) {
      deliver(from, to, message, delay(), aside);
    }
  }

  private long delay() {
    return FINE + lot.between(0, lot.oneIn(8) ? script.weather().longest() : Math.max(1, script.weather().longest() / 20));
  }

  private void deliver(Station from, Station to, Message message, long delay, boolean aside) {
    agenda.at(agenda.now() + delay, rank(from, to), () -> {
      boolean cut = cutOff.contains(from.player.role()) || cutOff.contains(to.player.role());
      if (!cut) {
        to.hear(from, message, aside);
      }
    });
  }

  /** By role and never by code, so that which code a side has changes nothing. */
  private static int rank(Station from, Station to) {
    return from.player.role() * 16 + to.player.role();
  }

  void cut(int role) {
    cutOff.add(role);
  }

  void mend(int role) {
    cutOff.remove(role);
  }

  /** Some of what was said lately, as somebody who listens has it. */
  List<Message> overheard() {
    return List.copyOf(overheard);
  }
}
