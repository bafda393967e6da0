package homeward.server.handover;

import homeward.balance.Receipts;
import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Move.Sight;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.Trail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one party can see on the day: a side its own held people leave and its own returning people arrive; the handover state whoever
 * is received there, of both sides.
 */
record Party(State state, PartyId me) {

  /** In which function it says what it saw; nothing for a party that is no side and holds none. */
  Optional<Function> voice() {
    if (state.parties().isSide(me)) {
      return Optional.of(Function.SIDE);
    }
    SortedMap<Function, PartyId> held = new TreeMap<>(state.course().functions());
    held.values().removeIf(party -> !party.equals(me));
    return held.containsKey(Function.HANDOVER) ? Optional.of(Function.HANDOVER) : held.keySet().stream().findFirst();
  }

  /** Whose returning people it receives. */
  List<PartyId> receivesFor() {
    boolean side = state.parties().isSide(me);
    return side ? List.of(me) : state.parties().members().keySet().stream().filter(state.parties()::isSide).toList();
  }

  /** Whom it may see leave: those it holds. */
  List<Ref> leaving(Journey.Wave wave) {
    return Optional.ofNullable(wave.rolls().get(me)).map(roll -> List.copyOf(roll.everybody())).orElse(List.of());
  }

  /** Whom it may see arrive. */
  List<Ref> arriving(Journey.Wave wave) {
    List<Ref> arriving = new ArrayList<>();
    wave.rolls().forEach((holder, roll) -> {
      if (receivesFor().contains(Receipts.home(state, holder))) {
        arriving.addAll(roll.everybody());
      }
    });
    return arriving;
  }

  /** Unlisted people it has received on this journey, or on none, and of whom nobody has found yet who they are. */
  List<Ref> unlisted(Optional<String> journey) {
    return state.arrivals().entrySet().stream()
        .filter(each -> each.getValue().is().isEmpty() && each.getValue().journey().equals(journey))
        .filter(each -> receivesFor().contains(each.getValue().returnsTo()))
        .map(java.util.Map.Entry::getKey)
        .toList();
  }

  Trail trail(Ref ref) {
    return state.trails().getOrDefault(ref, Trail.UNSEEN);
  }

  /** Those of a wave whom it makes sense to tick for a sight; a person decides whom. */
  List<Ref> offered(Journey journey, Journey.Wave wave, Sight sight) {
    return switch (sight) {
      case DEPARTED -> leaving(wave).stream().filter(ref -> !trail(ref).standing(Sight.DEPARTED)).toList();
      case HANDED_OVER -> leaving(wave).stream().filter(ref -> !trail(ref).standing(Sight.HANDED_OVER)).toList();
      case BACK -> leaving(wave).stream().filter(ref -> trail(ref).standing(Sight.DEPARTED) && !trail(ref).standing(Sight.RECEIVED)).toList();
      case RECEIVED -> arriving(wave).stream().filter(ref -> !trail(ref).standing(Sight.RECEIVED)).toList();
      case HOME -> here(journey, wave).filter(ref -> !trail(ref).standing(Sight.HOME)).toList();
      case DIED -> Stream.concat(leaving(wave).stream(), here(journey, wave)).filter(ref -> !trail(ref).ever(Sight.DIED)).toList();
    };
  }

  private Stream<Ref> here(Journey journey, Journey.Wave wave) {
    return Stream.concat(arriving(wave).stream(), unlisted(Optional.of(journey.code())).stream());
  }

  /** Whether somebody is ticked before anybody has touched the form: who is due by what was seen before. */
  boolean due(Ref ref, Sight sight) {
    Trail trail = trail(ref);
    return switch (sight) {
      case DEPARTED -> !trail.standing(Sight.DEPARTED) && !trail.ever(Sight.DIED);
      case HANDED_OVER -> trail.standing(Sight.DEPARTED) && !trail.standing(Sight.HANDED_OVER) && !trail.ever(Sight.DIED);
      case RECEIVED -> trail.standing(Sight.HANDED_OVER) && !trail.standing(Sight.RECEIVED) && !trail.ever(Sight.DIED);
      case HOME -> trail.standing(Sight.RECEIVED) && !trail.standing(Sight.HOME) && !trail.ever(Sight.DIED);
      case BACK, DIED -> false;
    };
  }
}
