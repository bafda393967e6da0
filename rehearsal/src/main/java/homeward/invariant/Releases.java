package homeward.invariant;

import homeward.exchange.Journey;
import homeward.exchange.State;
import java.util.ArrayList;
import java.util.List;

/** Which waves an entry let go: the moment at which authority comes into being. */
record Releases(Deed deed, Journey journey, Journey.Wave wave) {

  static List<Releases> by(Deed deed) {
    List<Releases> released = new ArrayList<>();
    for (Journey journey : deed.line().after().journeys().values()) {
      for (Journey.Wave wave : journey.waves()) {
        if (wave.open() && !wasOpen(deed.line().before(), journey.code(), wave.number())) {
          released.add(new Releases(deed, journey, wave));
        }
      }
    }
    return released;
  }

  private static boolean wasOpen(State before, String journey, int wave) {
    Journey known = before.journeys().get(journey);
    return known != null && known.hasWave(wave) && known.wave(wave).open();
  }

  String where() {
    return "wave " + wave.number() + " of " + journey.code() + " at entry " + deed.line().index();
  }

  /** Whether it was let go and is over. */
  static boolean went(Journey.Wave wave) {
    return switch (wave.phase()) {
      case RECONCILED, DISPUTED -> true;
      case PLANNED, STAGED, READY, AUTHORISED, MOVING, COUNTED, STOOD_DOWN -> false;
    };
  }

  /** Whether it was let go at some time. */
  static boolean letGo(Journey.Wave wave) {
    return wave.open() || went(wave);
  }
}
