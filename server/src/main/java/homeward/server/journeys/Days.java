package homeward.server.journeys;

import homeward.balance.Publication;
import homeward.balance.Receipts;
import homeward.exchange.Journey;
import homeward.exchange.Move;
import homeward.exchange.Move.Sight;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.Trail;
import homeward.server.wording.Moment;
import homeward.server.wording.Saying;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Makes days of a state.
 *
 * @param me whose node this is
 * @param names what parties are called
 * @param now epoch ms
 */
record Days(State state, PartyId me, Map<PartyId, String> names, long now) {

  /** All journeys, the earliest first. */
  List<Day> all() {
    return state.journeys().values().stream().sorted(Comparator.comparingLong(Journey::from).thenComparing(Journey::code)).map(this::day).toList();
  }

  Optional<Day> find(String code) {
    return Optional.ofNullable(state.journeys().get(code)).map(this::day);
  }

  private Day day(Journey journey) {
    Onward onward = Onward.of(state, journey, now);
    return new Day(
        journey.code(),
        lane(journey),
        journey.place(),
        Moment.utc(journey.from()),
        Moment.utc(journey.until()),
        Moment.utc(journey.reconcileBy()),
        journey.phase(),
        onward.saying(),
        onward.to(),
        journey.waves().stream().map(wave -> wave(journey, wave)).toList(),
        differences(journey.code()),
        new Day.Free(Publication.free(state, journey, now), Moment.utc(Publication.freeFrom(state, journey))));
  }

  private Saying lane(Journey journey) {
    return journey.tranche()
        .map(number -> Saying.sentence("journeys.lane.tranche", number))
        .orElseGet(() -> Saying.sentence("journeys.lane.direct", journey.holder().map(this::name).orElse("-")));
  }

  private String name(PartyId party) {
    return names.getOrDefault(party, party.value());
  }

  private List<Difference> differences(String journey) {
    return state.discrepancies().values().stream()
        .filter(each -> each.journey().filter(journey::equals).isPresent())
        .sorted(Comparator.comparing(State.Discrepancy::open).reversed().thenComparingLong(State.Discrepancy::index))
        .map(each -> Difference.of(state, each))
        .toList();
  }

  /** What does not fit and belongs to no journey. */
  List<Difference> elsewhere() {
    return state.discrepancies().values().stream()
        .filter(each -> each.journey().filter(state.journeys()::containsKey).isEmpty())
        .map(each -> Difference.of(state, each))
        .toList();
  }

  private Day.Wave wave(Journey journey, Journey.Wave wave) {
    int people = (int) Onward.everybody(wave).count();
    int covered = (int) Onward.everybody(wave).filter(journey.clearance()::covers).count();
    List<Day.Load> loads = new ArrayList<>();
    List<Day.Heads> heads = new ArrayList<>();
    wave.rolls().forEach(
        (holder, roll) -> {
          PartyId home = Receipts.home(state, holder);
          loads.addAll(loads(home, roll));
          heads.add(new Day.Heads(name(home), last(wave, home, Move.Place.DEPARTURE), last(wave, home, Move.Place.ARRIVAL)));
        });
    List<Day.Ready> ready = sides().stream().map(side -> new Day.Ready(name(side), wave.ready().containsKey(side))).toList();
    boolean mine = wave.waiting() && wave.ready().containsKey(me);
    return new Day.Wave(
        wave.number(), wave.phase(), loads, people, journey.clearance().set(), covered, ready, mine, heads, progress(wave));
  }

  private List<PartyId> sides() {
    return state.parties().members().keySet().stream().filter(state.parties()::isSide).toList();
  }

  private List<Day.Load> loads(PartyId home, Journey.Roll roll) {
    SortedSet<String> categories = new TreeSet<>(roll.counted().keySet());
    categories.addAll(roll.outside().keySet());
    return categories.stream()
        .map(category -> new Day.Load(name(home), category, size(roll.counted(), category), size(roll.outside(), category)))
        .toList();
  }

  private static int size(SortedMap<String, SortedSet<Ref>> rolls, String category) {
    return Optional.ofNullable(rolls.get(category)).map(SortedSet::size).orElse(0);
  }

  private static Optional<Integer> last(Journey.Wave wave, PartyId home, Move.Place end) {
    return wave.counts().reversed().stream()
        .filter(count -> count.returnsTo().equals(home) && count.end() == end)
        .map(Journey.Count::heads)
        .findFirst();
  }

  private Day.Progress progress(Journey.Wave wave) {
    List<Trail> trails = Onward.everybody(wave).map(ref -> state.trails().getOrDefault(ref, Trail.UNSEEN)).toList();
    return new Day.Progress(
        standing(trails, Sight.DEPARTED), standing(trails, Sight.HANDED_OVER), standing(trails, Sight.RECEIVED),
        standing(trails, Sight.HOME), (int) trails.stream().filter(trail -> trail.ever(Sight.BACK) && !trail.standing(Sight.DEPARTED)).count(),
        (int) trails.stream().filter(trail -> trail.ever(Sight.DIED)).count());
  }

  private static int standing(List<Trail> trails, Sight sight) {
    return (int) trails.stream().filter(trail -> trail.standing(sight)).count();
  }
}
