package homeward.server.journeys;

import homeward.balance.Publication;
import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.server.wording.Moment;
import homeward.server.wording.Saying;
import java.util.stream.Stream;

/**
 * What comes next on a journey.
 *
 * @param to the page where it is done
 */
record Onward(Saying saying, String to) {
  private static Onward at(String to, String key, Object... gaps) {
    return new Onward(Saying.sentence("journeys.next." + key, gaps), to);
  }

  /**
   * The first thing that is missing.
   *
   * @param now epoch ms
   */
  static Onward of(State state, Journey journey, long now) {
    return switch (journey.phase()) {
      case CONVENED -> convened(state, journey);
      case SEALED -> sealed(state, journey);
      case STOOD_DOWN -> at("/desk", "stood_down");
      case CUT_SHORT, RECONCILED -> over(state, journey, now);
      case DISPUTED -> at("/journeys/" + journey.code() + "#differences", "disputed");
    };
  }

  private static Onward convened(State state, Journey journey) {
    if (journey.direct() && !journey.acknowledged()) {
      return at("/desk", "acknowledge");
    }
    if (journey.waves().isEmpty() || journey.waves().stream().flatMap(wave -> wave.rolls().values().stream()).anyMatch(roll -> !roll.whole())) {
      return at("/desk", "manifest");
    }
    if (!journey.clearance().set() && state.course().functions().containsKey(Function.CLEARANCE)) {
      return at("/desk", "clear");
    }
    return journey.direct() ? at("/desk", "direct_ready") : at("/desk", "seal");
  }

  private static Onward sealed(State state, Journey journey) {
    if (state.course().halted().isPresent()) {
      return at("/journeys", "halted");
    }
    return journey.waves().stream()
        .filter(wave -> !wave.over())
        .findFirst()
        .map(wave -> wave(state, journey, wave))
        .orElseGet(() -> at("/desk", "wrap_up"));
  }

  private static Onward wave(State state, Journey journey, Journey.Wave wave) {
    int number = wave.number();
    return switch (wave.phase()) {
      case PLANNED -> at("/desk", "manifest");
      case STAGED -> uncovered(state, journey, wave) > 0 ? at("/desk", "change", number, uncovered(state, journey, wave)) : at("/desk", "ready", number);
      case READY -> at("/desk", "authorise", number);
      case AUTHORISED -> at("/handover", "depart", number);
      case MOVING -> at("/handover", "moving", number);
      case COUNTED -> at("/journeys/" + journey.code() + "#differences", "counted", number);
      case RECONCILED, DISPUTED, STOOD_DOWN -> at("/desk", "wrap_up");
    };
  }

  private static Onward over(State state, Journey journey, long now) {
    boolean open = state.discrepancies().values().stream().anyMatch(each -> each.open() && each.journey().filter(journey.code()::equals).isPresent());
    if (open) {
      return at("/journeys/" + journey.code() + "#differences", "settle");
    }
    return Publication.free(state, journey, now)
        ? at("/public", "published")
        : at("/public", "embargo", Moment.utc(Publication.freeFrom(state, journey)));
  }

  /** How many of a wave nobody has cleared; nobody is asked where the function is vacant. */
  private static long uncovered(State state, Journey journey, Journey.Wave wave) {
    boolean asked = state.course().functions().containsKey(Function.CLEARANCE);
    return asked ? everybody(wave).filter(ref -> !journey.clearance().covers(ref)).count() : 0;
  }

  static Stream<Ref> everybody(Journey.Wave wave) {
    return wave.rolls().values().stream().flatMap(roll -> roll.everybody().stream());
  }
}
