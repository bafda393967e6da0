package homeward.server.journeys;

import homeward.balance.Receipts;
import homeward.exchange.Journey;
import homeward.exchange.Move.Sight;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.Trail;
import homeward.register.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Who sits in a wave. */
final class Manifest {
  /** More than this is no list to choose from. */
  private static final int CHOICE = 300;

  private Manifest() {}

  /**
   * One seat.
   *
   * @param returnsTo what the home side is called
   * @param name as the sealed file has it; nothing where this node holds none
   * @param cleared whether the person may travel, as last published
   * @param seen the last thing that was seen, if anything was
   */
  record Seat(
      String ref, String category, boolean counted, String returnsTo, Optional<Person> name, boolean cleared, Optional<Sight> seen) {}

  /** All seats of a wave, by side and category. */
  static List<Seat> seats(State state, Journey journey, Journey.Wave wave, Map<PartyId, String> names, SortedMap<Ref, Person> people) {
    List<Seat> seats = new ArrayList<>();
    wave.rolls().forEach(
        (holder, roll) -> {
          PartyId home = Receipts.home(state, holder);
          String returnsTo = names.getOrDefault(home, home.value());
          roll.counted().forEach((category, refs) -> refs.forEach(ref -> seats.add(seat(state, journey, people, ref, category, true, returnsTo))));
          roll.outside().forEach((category, refs) -> refs.forEach(ref -> seats.add(seat(state, journey, people, ref, category, false, returnsTo))));
        });
    seats.sort(Comparator.comparing(Seat::returnsTo).thenComparing(Seat::category).thenComparing(Seat::ref));
    return seats;
  }

  private static Seat seat(
      State state, Journey journey, SortedMap<Ref, Person> people, Ref ref, String category, boolean counted, String returnsTo) {
    List<Trail.Fact> facts = state.trails().getOrDefault(ref, Trail.UNSEEN).facts();
    Optional<Sight> seen = facts.isEmpty() ? Optional.empty() : Optional.of(facts.getLast().sight());
    return new Seat(ref.value(), category, counted, returnsTo, Optional.ofNullable(people.get(ref)), journey.clearance().covers(ref), seen);
  }

  /** Who an unlisted arrival on this journey could be: people offered and not delivered, those of the journey's waves first. */
  static List<String> undelivered(State state, String code) {
    Stream<Ref> seated = Optional.ofNullable(state.journeys().get(code)).stream()
        .flatMap(journey -> journey.waves().stream())
        .flatMap(wave -> wave.rolls().values().stream().map(Journey.Roll::everybody))
        .flatMap(SortedSet::stream);
    return Stream.concat(seated, state.people().keySet().stream())
        .distinct()
        .filter(ref -> state.people().containsKey(ref) && Receipts.of(state, ref).isEmpty())
        .limit(CHOICE)
        .map(Ref::value)
        .toList();
  }
}
