package homeward.ruling;

import homeward.balance.Manifests;
import homeward.balance.Receipts;
import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Person;
import homeward.exchange.Ref;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who sits where: manifests, the seal over them, and changes before departure. */
final class Seating {
  private static final Journey.Roll EMPTY = new Journey.Roll(State.none(), State.none(), 1, 1);

  private Seating() {}

  static Outcome manifest(Turn turn, Move.Manifest manifest) {
    return Ruling.begin()
        .require(() -> turn.acts(Function.SIDE), () -> new Refusal.NotYourFunction(Function.SIDE))
        .and(() -> Convening.journeyUnderWay(turn, manifest.journey()))
        .require(
            () -> Convening.journey(turn, manifest.journey()).phase() == Journey.Phase.CONVENED,
            () -> new Refusal.NotNow(turn.now().course().phase()))
        .require(() -> holds(turn, manifest), Refusal.NotAsked::new)
        .require(() -> mayLodge(turn, manifest), () -> new Refusal.WrongWave(manifest.journey(), manifest.wave()))
        .require(() -> manifest.part().number() == nextPart(turn, manifest), () -> new Refusal.OtherPart(nextPart(turn, manifest)))
        .and(() -> people(cleared(turn, manifest), Convening.journey(turn, manifest.journey()), manifest.counted(), manifest.outside()))
        .then(() -> seated(cleared(turn, manifest), manifest));
  }

  private static boolean holds(Turn turn, Move.Manifest manifest) {
    return Convening.journey(turn, manifest.journey()).holder().map(turn.party()::equals).orElse(true);
  }

  /** Of a journey that is not sealed, so every wave of it still is planned. */
  private static boolean mayLodge(Turn turn, Move.Manifest manifest) {
    Journey journey = Convening.journey(turn, manifest.journey());
    boolean next = manifest.wave() == journey.waves().size() + 1 && (!journey.direct() || manifest.wave() == 1);
    return next || journey.hasWave(manifest.wave());
  }

  private static int nextPart(Turn turn, Move.Manifest manifest) {
    Journey.Roll roll = roll(turn, manifest);
    boolean goesOn = roll.of() == manifest.part().of() && !roll.whole();
    return manifest.part().number() == 1 || !goesOn ? 1 : roll.next();
  }

  private static Journey.Roll roll(Turn turn, Move.Manifest manifest) {
    Journey journey = Convening.journey(turn, manifest.journey());
    return journey.hasWave(manifest.wave()) ? journey.wave(manifest.wave()).rolls().getOrDefault(turn.party(), EMPTY) : EMPTY;
  }

  /** A manifest begun again from its first part replaces what was lodged before the seal. */
  private static Turn cleared(Turn turn, Move.Manifest manifest) {
    return manifest.part().number() == 1 ? turn.at(unseated(turn.now(), roll(turn, manifest).everybody())) : turn;
  }

  static State unseated(State now, Iterable<Ref> refs) {
    TreeMap<Ref, Person> changed = new TreeMap<>();
    refs.forEach(ref -> Optional.ofNullable(now.people().get(ref)).ifPresent(person -> changed.put(ref, person.unseated())));
    return now.withPeople(changed);
  }

  /** Each of them once, this holder's, agreed and unseated, in the category it was offered in. */
  private static Ruling people(
      Turn turn, Journey journey, SortedMap<String, SortedSet<Ref>> counted, SortedMap<String, SortedSet<Ref>> outside) {
    SortedSet<Ref> twice = twice(counted, outside);
    return Ruling.begin()
        .require(twice::isEmpty, () -> new Refusal.Twice(twice))
        .require(() -> foreign(turn, journey, counted, outside).isEmpty(), () -> new Refusal.UnknownReferences(foreign(turn, journey, counted, outside)))
        .require(
            () -> notAgreed(turn, journey, counted, outside).isEmpty(),
            () -> new Refusal.NotAgreed(notAgreed(turn, journey, counted, outside)))
        .require(() -> otherwise(turn, counted, outside).isEmpty(), () -> new Refusal.OtherCategory(otherwise(turn, counted, outside)));
  }

  private static Stream<Ref> all(SortedMap<String, SortedSet<Ref>> counted, SortedMap<String, SortedSet<Ref>> outside) {
    return Stream.concat(counted.values().stream(), outside.values().stream()).flatMap(SortedSet::stream);
  }

  private static SortedSet<Ref> twice(SortedMap<String, SortedSet<Ref>> counted, SortedMap<String, SortedSet<Ref>> outside) {
    TreeSet<Ref> seen = new TreeSet<>();
    TreeSet<Ref> twice = new TreeSet<>();
    all(counted, outside).filter(ref -> !seen.add(ref)).forEach(twice::add);
    return twice;
  }

  private static SortedSet<Ref> foreign(
      Turn turn, Journey journey, SortedMap<String, SortedSet<Ref>> counted, SortedMap<String, SortedSet<Ref>> outside) {
    TreeSet<Ref> foreign = new TreeSet<>();
    all(counted, outside).filter(ref -> !heldHere(turn, journey, ref)).forEach(foreign::add);
    return foreign;
  }

  /** A direct repatriation may carry people who stand on no list. */
  private static boolean heldHere(Turn turn, Journey journey, Ref ref) {
    Person known = turn.now().people().get(ref);
    return known == null ? journey.direct() && !ref.isArrival() : known.holder().equals(turn.party());
  }

  private static SortedSet<Ref> notAgreed(
      Turn turn, Journey journey, SortedMap<String, SortedSet<Ref>> counted, SortedMap<String, SortedSet<Ref>> outside) {
    TreeSet<Ref> refs = new TreeSet<>();
    all(counted, outside).filter(ref -> !mayBeSeated(turn, journey, ref)).forEach(refs::add);
    return refs;
  }

  /** Nobody sits twice, and nobody who is home by receipt sits again; on a tranche only those whom both lists agree on. */
  private static boolean mayBeSeated(Turn turn, Journey journey, Ref ref) {
    Person known = turn.now().people().get(ref);
    boolean free = known == null || (known.seat().isEmpty() && Receipts.of(turn.now(), ref).isEmpty());
    return free && (journey.direct() || (known != null && known.promise() == Person.Promise.AGREED));
  }

  private static SortedSet<Ref> otherwise(
      Turn turn, SortedMap<String, SortedSet<Ref>> counted, SortedMap<String, SortedSet<Ref>> outside) {
    TreeSet<Ref> refs = new TreeSet<>();
    for (var lane : List.of(counted, outside)) {
      lane.forEach((category, some) -> some.stream().filter(ref -> otherCategory(turn, ref, category)).forEach(refs::add));
    }
    return refs;
  }

  private static boolean otherCategory(Turn turn, Ref ref, String category) {
    Person known = turn.now().people().get(ref);
    return known != null && !known.category().equals(category);
  }

  private static State seated(Turn turn, Move.Manifest manifest) {
    Journey journey = Convening.journey(turn, manifest.journey());
    Journey.Wave wave =
        journey.hasWave(manifest.wave())
            ? journey.wave(manifest.wave())
            : new Journey.Wave(manifest.wave(), Journey.WavePhase.PLANNED, State.none(), State.none(), List.of());
    Journey.Roll before = manifest.part().number() == 1 ? EMPTY : wave.rolls().getOrDefault(turn.party(), EMPTY);
    boolean last = manifest.part().number() == manifest.part().of();
    Journey.Roll roll =
        new Journey.Roll(
            Listing.joined(before.counted(), manifest.counted()),
            Listing.joined(before.outside(), manifest.outside()),
            manifest.part().of(),
            last ? 0 : manifest.part().number() + 1);
    return seats(turn, journey, manifest.wave(), manifest.counted(), manifest.outside()).with(journey.with(wave.with(turn.party(), roll)));
  }

  private static State seats(
      Turn turn, Journey journey, int wave, SortedMap<String, SortedSet<Ref>> counted, SortedMap<String, SortedSet<Ref>> outside) {
    TreeMap<Ref, Person> changed = new TreeMap<>();
    long since = turn.now().course().size() - 1;
    Person.Seat counts = new Person.Seat(journey.code(), wave, true, since);
    Person.Seat beside = new Person.Seat(journey.code(), wave, false, since);
    counted.forEach((category, refs) -> refs.forEach(ref -> changed.put(ref, seat(turn, ref, category, counts))));
    outside.forEach((category, refs) -> refs.forEach(ref -> changed.put(ref, seat(turn, ref, category, beside))));
    return turn.now().withPeople(changed);
  }

  private static Person seat(Turn turn, Ref ref, String category, Person.Seat seat) {
    Person known = turn.now().people().get(ref);
    Person fresh = new Person(turn.party(), category, Person.Answered.NOT_YET, false, Optional.empty());
    return (known == null ? fresh : known).seated(seat);
  }

  static Outcome seal(Turn turn, Matter.Seal seal) {
    return Ruling.begin()
        .and(() -> Convening.journeyUnderWay(turn, seal.journey()))
        .require(
            () -> Convening.journey(turn, seal.journey()).phase() == Journey.Phase.CONVENED && !Convening.journey(turn, seal.journey()).direct(),
            () -> new Refusal.NotNow(turn.now().course().phase()))
        .require(
            () -> wholeRolls(Convening.journey(turn, seal.journey())),
            () -> new Refusal.OtherDigest(firstOther(Convening.journey(turn, seal.journey()), seal)))
        .require(
            () -> digests(Convening.journey(turn, seal.journey())).equals(seal.waves()),
            () -> new Refusal.OtherDigest(firstOther(Convening.journey(turn, seal.journey()), seal)))
        .and(() -> quotas(turn, Convening.journey(turn, seal.journey())))
        .require(
            () -> misplaced(turn, Convening.journey(turn, seal.journey())).isEmpty(),
            () -> new Refusal.WrongWave(seal.journey(), misplaced(turn, Convening.journey(turn, seal.journey())).orElseThrow()))
        .then(() -> sealed(turn, Convening.journey(turn, seal.journey())));
  }

  private static boolean wholeRolls(Journey journey) {
    return !journey.waves().isEmpty()
        && journey.waves().stream().allMatch(wave -> wave.rolls().values().stream().allMatch(Journey.Roll::whole));
  }

  private static List<Digest> digests(Journey journey) {
    return journey.waves().stream().map(wave -> Manifests.digest(journey.code(), wave)).toList();
  }

  private static Digest firstOther(Journey journey, Matter.Seal seal) {
    List<Digest> held = digests(journey);
    return IntStream.range(0, held.size())
        .filter(i -> i >= seal.waves().size() || !held.get(i).equals(seal.waves().get(i)))
        .mapToObj(held::get)
        .findFirst()
        .orElseGet(() -> held.isEmpty() ? Digest.OF_NOTHING : held.getFirst());
  }

  /** Where nobody authorises releases, a wave carries one side's people, and the terms say whose go first. */
  private static Optional<Integer> misplaced(Turn turn, Journey journey) {
    if (!turn.vacant(Function.AUTHORISER)) {
      return Optional.empty();
    }
    PartyId first = turn.otherSide(turn.terms().begins());
    boolean anybody = journey.waves().stream().anyMatch(wave -> !empty(wave, first));
    return journey.waves().stream()
        .filter(wave -> !oneSided(wave) || (wave.number() == 1 && anybody && empty(wave, first)))
        .map(Journey.Wave::number)
        .findFirst();
  }

  private static boolean oneSided(Journey.Wave wave) {
    return parts(wave) == 1;
  }

  /** How many sides' people sit in it. */
  private static long parts(Journey.Wave wave) {
    return wave.rolls().keySet().stream().filter(holder -> !empty(wave, holder)).count();
  }

  private static boolean empty(Journey.Wave wave, PartyId holder) {
    return wave.rolls().getOrDefault(holder, EMPTY).everybody().isEmpty();
  }

  /** Never more than the terms: counted people over all journeys, people outside the count for each tranche. */
  private static Ruling quotas(Turn turn, Journey journey) {
    Ruling ruling = Ruling.begin();
    for (PartyId side : turn.terms().sides()) {
      for (var category : turn.terms().categories().entrySet()) {
        int seated = seatedEver(turn, side, category.getKey());
        int quota = category.getValue().all() ? seated : turn.terms().quota(side, category.getKey());
        int outside = outsideOf(turn, journey, side, category.getKey());
        int allowed = Convening.tranche(turn, journey).uncounted(side, category.getKey());
        ruling =
            ruling
                .require(() -> seated <= quota, () -> new Refusal.OverQuota(side, category.getKey(), seated, quota))
                .require(() -> outside <= allowed, () -> new Refusal.OverQuota(side, category.getKey(), outside, allowed));
      }
    }
    return ruling;
  }

  private static int seatedEver(Turn turn, PartyId returnsTo, String category) {
    PartyId holder = turn.otherSide(returnsTo);
    return (int)
        turn.now().people().values().stream()
            .filter(person -> person.holder().equals(holder) && person.category().equals(category))
            .filter(person -> person.seat().map(seat -> seat.counted() && !directSeat(turn, seat)).orElse(false))
            .count();
  }

  private static boolean directSeat(Turn turn, Person.Seat seat) {
    return Convening.journey(turn, seat.journey()).direct();
  }

  private static int outsideOf(Turn turn, Journey journey, PartyId returnsTo, String category) {
    PartyId holder = turn.otherSide(returnsTo);
    return journey.waves().stream()
        .mapToInt(wave -> wave.rolls().getOrDefault(holder, EMPTY).outside().getOrDefault(category, new TreeSet<>()).size())
        .sum();
  }

  private static State sealed(Turn turn, Journey journey) {
    List<Journey.Wave> staged = journey.waves().stream().map(wave -> wave.at(Journey.WavePhase.STAGED)).toList();
    return turn.now().with(journey.withWaves(staged).at(Journey.Phase.SEALED));
  }

  static Outcome change(Turn turn, Matter.Change change) {
    return Ruling.begin()
        .and(() -> Convening.journeyUnderWay(turn, change.journey()))
        .require(() -> changeable(turn, change), () -> new Refusal.WrongWave(change.journey(), change.wave()))
        .require(() -> present(turn, change).equals(change.before()), () -> new Refusal.OtherDigest(present(turn, change)))
        .require(() -> notOnIt(turn, change).isEmpty(), () -> new Refusal.UnknownReferences(notOnIt(turn, change)))
        .and(() -> incoming(turn.at(unseated(turn.now(), change.out())), change))
        .and(() -> quotas(turn.at(changed(turn, change)), Convening.journey(turn.at(changed(turn, change)), change.journey())))
        .require(
            () -> !turn.vacant(Function.AUTHORISER) || parts(wave(turn.at(changed(turn, change)), change)) <= 1,
            () -> new Refusal.WrongWave(change.journey(), change.wave()))
        .then(() -> changed(turn, change));
  }

  /** A wave is staged or ready in a sealed journey only. */
  private static boolean changeable(Turn turn, Matter.Change change) {
    return Convening.journey(turn, change.journey()).hasWave(change.wave())
        && (wave(turn, change).phase() == Journey.WavePhase.STAGED || wave(turn, change).phase() == Journey.WavePhase.READY);
  }

  private static Journey.Wave wave(Turn turn, Matter.Change change) {
    return Convening.journey(turn, change.journey()).wave(change.wave());
  }

  private static Digest present(Turn turn, Matter.Change change) {
    return Manifests.digest(change.journey(), wave(turn, change));
  }

  private static SortedSet<Ref> notOnIt(Turn turn, Matter.Change change) {
    TreeSet<Ref> not = new TreeSet<>(change.out());
    wave(turn, change).rolls().values().forEach(roll -> not.removeAll(roll.everybody()));
    return not;
  }

  /** Those who come in are agreed and unseated, whoever of the two sides holds them. */
  private static Ruling incoming(Turn turn, Matter.Change change) {
    SortedSet<Ref> twice = twice(change.counted(), change.outside());
    Journey journey = Convening.journey(turn, change.journey());
    return Ruling.begin()
        .require(twice::isEmpty, () -> new Refusal.Twice(twice))
        .require(
            () -> notAgreed(turn, journey, change.counted(), change.outside()).isEmpty(),
            () -> new Refusal.NotAgreed(notAgreed(turn, journey, change.counted(), change.outside())))
        .require(
            () -> otherwise(turn, change.counted(), change.outside()).isEmpty(),
            () -> new Refusal.OtherCategory(otherwise(turn, change.counted(), change.outside())));
  }

  private static State changed(Turn turn, Matter.Change change) {
    State without = unseated(turn.now(), change.out());
    Journey.Wave wave = wave(turn, change);
    for (PartyId holder : turn.terms().sides()) {
      Journey.Roll roll = wave.rolls().getOrDefault(holder, new Journey.Roll(State.none(), State.none(), 1, 0));
      Journey.Roll next =
          new Journey.Roll(
              Listing.joined(less(roll.counted(), change.out()), of(turn, holder, change.counted())),
              Listing.joined(less(roll.outside(), change.out()), of(turn, holder, change.outside())),
              roll.of(),
              0);
      wave = next.everybody().isEmpty() && !wave.rolls().containsKey(holder) ? wave : wave.with(holder, next);
    }
    Journey journey = Convening.journey(turn, change.journey());
    State seats = seats(turn.at(without), journey, change.wave(), change.counted(), change.outside());
    return seats.with(journey.with(wave.at(Journey.WavePhase.STAGED).readied(State.none())));
  }

  static SortedMap<String, SortedSet<Ref>> less(SortedMap<String, SortedSet<Ref>> refs, SortedSet<Ref> out) {
    TreeMap<String, SortedSet<Ref>> left = new TreeMap<>();
    refs.forEach(
        (category, some) -> {
          TreeSet<Ref> stay = new TreeSet<>(some);
          stay.removeAll(out);
          if (!stay.isEmpty()) {
            left.put(category, Collections.unmodifiableSortedSet(stay));
          }
        });
    return left;
  }

  private static SortedMap<String, SortedSet<Ref>> of(Turn turn, PartyId holder, SortedMap<String, SortedSet<Ref>> refs) {
    TreeSet<Ref> others = new TreeSet<>();
    refs.values().forEach(some -> some.stream().filter(ref -> !heldBy(turn, holder, ref)).forEach(others::add));
    return less(refs, others);
  }

  private static boolean heldBy(Turn turn, PartyId holder, Ref ref) {
    return java.util.Objects.requireNonNull(turn.now().people().get(ref)).holder().equals(holder);
  }
}
