package homeward.conduct;

import static homeward.exchange.Function.HANDOVER;
import static homeward.exchange.Function.SIDE;

import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Move;
import homeward.exchange.Move.Device;
import homeward.exchange.Move.Sight;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.Trail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What staff see on the day: their own people set off, cross the line, arrive, come home; and heads counted at both ends. */
record DayWork(View view, Book book) {

  List<Intent> departs() {
    return mine((journey, wave) -> wave.open(), ref -> !view.trail(ref).standing(Sight.DEPARTED), Sight.DEPARTED);
  }

  List<Intent> handsOver() {
    return mine(
        this::atTheLine,
        ref -> view.trail(ref).standing(Sight.DEPARTED) && !view.trail(ref).standing(Sight.HANDED_OVER),
        Sight.HANDED_OVER);
  }

  /** Those who set off long enough ago, by the stamp of the count at departure. */
  private boolean atTheLine(Journey journey, Journey.Wave wave) {
    return wave.open()
        && wave.counts().stream()
            .filter(count -> count.end() == Move.Place.DEPARTURE && count.by().equals(view.me()))
            .anyMatch(count -> view.stampOf(count.index()) <= view.now() - Ground.way(journey));
  }

  private List<Intent> mine(BiPredicate<Journey, Journey.Wave> when, Predicate<Ref> which, Sight sight) {
    List<Intent> intents = new ArrayList<>();
    for (Journey journey : view.state().journeys().values()) {
      for (Journey.Wave wave : journey.waves()) {
        TreeSet<Ref> refs = new TreeSet<>();
        if (when.test(journey, wave)) {
          Optional.ofNullable(wave.rolls().get(view.me())).ifPresent(roll -> refs.addAll(roll.everybody()));
          refs.removeIf(which.negate());
        }
        if (!refs.isEmpty()) {
          intents.add(saw(SIDE, sight, journey.code(), refs));
        }
      }
    }
    return intents;
  }

  static Intent saw(Function function, Sight sight, String journey, SortedSet<Ref> refs) {
    return Intent.first(function, new Move.Saw(sight, Optional.of(journey), refs, Device.desk()));
  }

  List<Intent> countsAtDeparture() {
    List<Intent> intents = new ArrayList<>();
    for (Journey journey : view.state().journeys().values()) {
      for (Journey.Wave wave : journey.waves()) {
        boolean due = wave.open() && count(wave, Move.Place.DEPARTURE, view.me()).isEmpty();
        long departed = due ? roll(wave, view.me()).stream().filter(ref -> view.trail(ref).standing(Sight.DEPARTED)).count() : 0;
        if (departed > 0) {
          intents.add(counted(SIDE, journey, wave, view.otherSide(), Move.Place.DEPARTURE, (int) departed));
        }
      }
    }
    return intents;
  }

  private static SortedSet<Ref> roll(Journey.Wave wave, PartyId holder) {
    return Optional.ofNullable(wave.rolls().get(holder)).map(Journey.Roll::everybody).orElseGet(TreeSet::new);
  }

  private static Optional<Journey.Count> count(Journey.Wave wave, Move.Place end, PartyId by) {
    return wave.counts().reversed().stream().filter(count -> count.end() == end && count.by().equals(by)).findFirst();
  }

  static Intent counted(Function function, Journey journey, Journey.Wave wave, PartyId home, Move.Place end, int heads) {
    return Intent.first(function, new Move.Counted(journey.code(), wave.number(), home, end, heads, Device.desk()));
  }

  private boolean receivedAbroad() {
    return book.day().restsAbroad() && view.state().course().functions().containsKey(HANDOVER);
  }

  List<Intent> receives() {
    return receivedAbroad() ? List.of() : receives(view, SIDE, view.me());
  }

  /** Whoever was handed over and is not received yet. Nobody is asked for a paper first. */
  static List<Intent> receives(View view, Function function, PartyId home) {
    List<Intent> intents = new ArrayList<>();
    for (Journey journey : view.state().journeys().values()) {
      TreeSet<Ref> refs = new TreeSet<>();
      journey.waves().forEach(wave -> comingHome(wave, home).filter(ref -> atTheDoor(view.trail(ref))).forEach(refs::add));
      if (!refs.isEmpty()) {
        intents.add(saw(function, Sight.RECEIVED, journey.code(), refs));
      }
    }
    return intents;
  }

  private static boolean atTheDoor(Trail trail) {
    return trail.standing(Sight.HANDED_OVER) && !trail.standing(Sight.RECEIVED);
  }

  private static Stream<Ref> comingHome(Journey.Wave wave, PartyId home) {
    return wave.rolls().entrySet().stream()
        .filter(roll -> !roll.getKey().equals(home))
        .flatMap(roll -> Stream.concat(roll.getValue().counted().values().stream(), roll.getValue().outside().values().stream()))
        .flatMap(SortedSet::stream);
  }

  /** Whoever arrives is received, listed or not. */
  List<Intent> receivesUnlisted() {
    List<Intent> intents = new ArrayList<>();
    book.day().unlisted().forEach(
            (where, people) -> {
              SortedMap<String, SortedSet<Ref>> arrived = ListWork.grouped(notYet(people));
              wave(where)
                  .filter(wave -> comingHome(wave, view.me()).anyMatch(ref -> view.trail(ref).standing(Sight.RECEIVED)))
                  .filter(wave -> !arrived.isEmpty())
                  .ifPresent(
                      wave -> {
                        Optional<String> journey = Optional.of(where.substring(0, where.indexOf('/')));
                        intents.add(Intent.first(SIDE, new Move.Arrived(journey, view.me(), arrived, Device.desk())));
                      });
            });
    return intents;
  }

  private SortedMap<Ref, String> notYet(SortedMap<Ref, String> people) {
    TreeMap<Ref, String> rest = new TreeMap<>(people);
    rest.keySet().removeAll(view.state().arrivals().keySet());
    return rest;
  }

  private Optional<Journey.Wave> wave(String where) {
    int slash = where.indexOf('/');
    int number = Integer.parseInt(where.substring(slash + 1));
    return Optional.ofNullable(view.state().journeys().get(where.substring(0, slash))).filter(journey -> journey.hasWave(number)).map(journey -> journey.wave(number));
  }

  List<Intent> countsAtArrival() {
    return receivedAbroad() ? List.of() : countsAtArrival(view, SIDE, view.me(), book.day().shortCounts());
  }

  /** Heads at arrival once all who left are there; one short at first where somebody was overlooked, then found. */
  static List<Intent> countsAtArrival(View view, Function function, PartyId home, List<String> shortCounts) {
    List<Intent> intents = new ArrayList<>();
    for (Journey journey : view.state().journeys().values()) {
      for (Journey.Wave wave : journey.waves()) {
        int arrived = (int) comingHome(wave, home).filter(ref -> view.trail(ref).standing(Sight.RECEIVED)).count();
        Optional<Journey.Count> before = count(wave, Move.Place.ARRIVAL, view.me(), home);
        boolean overlooks = shortCounts.contains(journey.code() + "/" + wave.number()) && !found(view, before, arrived);
        int heads = overlooks ? arrived - 1 : arrived;
        boolean isNew = before.map(count -> count.heads() != heads).orElse(true);
        if (arrived > 0 && isNew && allDone(view, wave, home)) {
          intents.add(counted(function, journey, wave, home, Move.Place.ARRIVAL, heads));
        }
      }
    }
    return intents;
  }

  /** After a second, careful count nobody is overlooked any more. */
  private static boolean found(View view, Optional<Journey.Count> before, int arrived) {
    return before.map(count -> count.heads() == arrived || view.now() - view.stampOf(count.index()) >= Ground.RECOUNT).orElse(false);
  }

  private static Optional<Journey.Count> count(Journey.Wave wave, Move.Place end, PartyId by, PartyId home) {
    return wave.counts().reversed().stream()
        .filter(count -> count.end() == end && count.by().equals(by) && count.returnsTo().equals(home))
        .findFirst();
  }

  private static boolean allDone(View view, Journey.Wave wave, PartyId home) {
    return comingHome(wave, home)
        .allMatch(ref -> view.trail(ref).standing(Sight.RECEIVED) || !view.trail(ref).standing(Sight.DEPARTED));
  }

  /** Handed over and home are two facts; for those who rest abroad a day or more lies between. */
  List<Intent> bringsHome() {
    long way = receivedAbroad() ? Ground.REST : Ground.HOMEWARD;
    TreeMap<String, SortedSet<Ref>> byJourney = new TreeMap<>();
    view.state().trails().forEach(
            (ref, trail) -> {
              if (!trail.standing(Sight.HOME) && trail.standing(Sight.RECEIVED) && homeIsHere(ref) && longAgo(trail, way)) {
                Optional<String> journey = trail.facts().getLast().journey();
                byJourney.computeIfAbsent(journey.orElse(""), none -> new TreeSet<>()).add(ref);
              }
            });
    List<Intent> intents = new ArrayList<>();
    byJourney.forEach((journey, refs) -> intents.add(home(journey, refs)));
    return intents;
  }

  /** Whoever was received on no journey comes home on none. */
  private static Intent home(String journey, SortedSet<Ref> refs) {
    Optional<String> on = Optional.of(journey).filter(code -> !code.isEmpty());
    return Intent.first(SIDE, new Move.Saw(Sight.HOME, on, refs, Device.desk()));
  }

  private boolean homeIsHere(Ref ref) {
    State.Arrival arrival = view.state().arrivals().get(ref);
    if (arrival != null) {
      return arrival.returnsTo().equals(view.me()) && arrival.is().isEmpty();
    }
    return Optional.ofNullable(view.state().people().get(ref)).map(person -> !person.holder().equals(view.me())).orElse(false);
  }

  private boolean longAgo(Trail trail, long way) {
    return trail.facts().stream()
        .filter(fact -> fact.sight() == Sight.RECEIVED)
        .anyMatch(fact -> view.now() - view.stampOf(fact.index()) >= way);
  }
}
