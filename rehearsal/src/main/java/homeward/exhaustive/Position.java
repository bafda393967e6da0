package homeward.exhaustive;

import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Person;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.exchange.State;
import java.util.List;
import java.util.Optional;

/**
 * Where an exchange stands, and what time it is there.
 *
 * @param stamp of an entry that would come now, epoch ms; between entries time may pass
 * @param mishaps how many facts out of the ordinary there were
 */
record Position(State state, long stamp, int mishaps) {
  static Position before() {
    return new Position(State.unopened("walk"), Stage.START, 0);
  }

  Position with(State next) {
    return new Position(next, stamp, mishaps);
  }

  Position at(long later) {
    return new Position(state, later, mishaps);
  }

  State.Phase phase() {
    return state.course().phase();
  }

  /** Closed by both or ended by one: what the walk asks after. */
  boolean over() {
    return phase() == State.Phase.CLOSED || phase() == State.Phase.ENDED;
  }

  Optional<PartyId> keeper() {
    return holder(Function.KEEPER);
  }

  Optional<PartyId> holder(Function function) {
    return Optional.ofNullable(state.course().functions().get(function));
  }

  Optional<Journey> journey() {
    return Optional.ofNullable(state.journeys().get(Stage.JOURNEY));
  }

  List<Journey.Wave> waves() {
    return journey().map(Journey::waves).orElse(List.of());
  }

  boolean waveOpen() {
    return waves().stream().anyMatch(Journey.Wave::open);
  }

  /** Agreed by both sides, whether seated or not. */
  boolean agreed(Ref ref) {
    Person person = state.people().get(ref);
    return person != null && person.answer() == Person.Answered.ACCEPTED && !person.struck();
  }

  boolean free(Ref ref) {
    Person person = state.people().get(ref);
    return person != null && person.promise() == Person.Promise.AGREED;
  }

  /** The wave in which a person sits. */
  Optional<Journey.Wave> seat(Ref ref) {
    return Optional.ofNullable(state.people().get(ref)).flatMap(Person::seat).map(seat -> waves().get(seat.wave() - 1));
  }
}
