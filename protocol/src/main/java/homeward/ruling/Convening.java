package homeward.ruling;

import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Ref;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import homeward.exchange.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A journey is convened, its passage acknowledged, its people cleared. */
final class Convening {
  private static final Journey.Clearance NOBODY_CLEARED =
      new Journey.Clearance(-1, Collections.emptySortedSet(), Collections.emptySortedSet(), Optional.empty());

  private Convening() {}

  static Outcome convene(Turn turn, Matter.Convene convene) {
    State now = turn.now();
    return Ruling.begin()
        .require(() -> !now.journeys().containsKey(convene.journey()), () -> new Refusal.Exists("journey"))
        .require(() -> convene.until() > turn.stamp(), () -> new Refusal.Lapsed(convene.until()))
        .require(
            () -> convene.holder().isEmpty() || now.parties().isSide(convene.holder().get()),
            () -> new Refusal.NotYourFunction(Function.SIDE))
        .and(() -> convene.tranche().map(tranche -> ofTranche(turn, tranche)).orElse(Ruling.begin()))
        .then(() -> now.with(journey(turn, convene)));
  }

  private static Ruling ofTranche(Turn turn, int tranche) {
    State now = turn.now();
    return Ruling.begin()
        .require(() -> now.course().frozen().isPresent(), () -> new Refusal.NotNow(now.course().phase()))
        .require(() -> tranche >= 1 && tranche <= now.terms().tranches().size(), () -> new Refusal.NoSuch("tranche"))
        .require(() -> !onItsWay(now, tranche), () -> new Refusal.Exists("journey of this tranche"));
  }

  private static boolean onItsWay(State now, int tranche) {
    return now.journeys().values().stream()
        .anyMatch(journey -> journey.tranche().equals(Optional.of(tranche)) && !journey.over());
  }

  private static Journey journey(Turn turn, Matter.Convene convene) {
    int reconcile =
        turn.now().course().agreed().map(agreed -> agreed.terms().deadlines().reconcile()).orElse(turn.now().course().patienceHours());
    return new Journey(
        convene.journey(),
        convene.tranche(),
        convene.holder(),
        convene.place(),
        convene.from(),
        convene.until(),
        convene.until() + reconcile * Turn.HOUR,
        Journey.Phase.CONVENED,
        false,
        NOBODY_CLEARED,
        List.of(),
        Optional.empty());
  }

  /** Of a direct repatriation only: a tranche's passage is acknowledged by the signatures that convene it. */
  static Outcome acknowledge(Turn turn, Move.Acknowledge acknowledge) {
    return Ruling.begin()
        .and(() -> journeyUnderWay(turn, acknowledge.journey()))
        .require(() -> journey(turn, acknowledge.journey()).direct(), () -> new Refusal.NoSuch("direct repatriation"))
        .require(() -> receives(turn, journey(turn, acknowledge.journey())), Refusal.NotAsked::new)
        .require(() -> !journey(turn, acknowledge.journey()).acknowledged(), () -> new Refusal.Exists("acknowledgement"))
        .then(() -> turn.now().with(journey(turn, acknowledge.journey()).acknowledgedNow()));
  }

  private static boolean receives(Turn turn, Journey journey) {
    boolean home = turn.acts(Function.SIDE) && !turn.party().equals(journey.holder().orElseThrow());
    return home || turn.acts(Function.HANDOVER);
  }

  /** The journey exists and something may still happen under its authority. */
  static Ruling journeyUnderWay(Turn turn, String code) {
    return Ruling.begin()
        .require(() -> turn.now().journeys().containsKey(code), () -> new Refusal.NoSuch("journey"))
        .require(() -> !journey(turn, code).over(), () -> new Refusal.NotNow(turn.now().course().phase()));
  }

  static Journey journey(Turn turn, String code) {
    return java.util.Objects.requireNonNull(turn.now().journeys().get(code));
  }

  static Outcome clear(Turn turn, Move.Clear clear) {
    return Ruling.begin()
        .require(() -> turn.acts(Function.CLEARANCE), () -> new Refusal.NotYourFunction(Function.CLEARANCE))
        .and(() -> journeyUnderWay(turn, clear.journey()))
        .require(() -> clear.part().number() == nextPart(turn, clear), () -> new Refusal.OtherPart(nextPart(turn, clear)))
        .require(() -> clear.notAsked().isEmpty() || mayGoUnasked(turn.now()), Refusal.NotAsked::new)
        .require(() -> both(clear).isEmpty(), () -> new Refusal.Twice(both(clear)))
        .then(() -> cleared(turn, clear));
  }

  private static int nextPart(Turn turn, Move.Clear clear) {
    Optional<Journey.Building> building = journey(turn, clear.journey()).clearance().building();
    return clear.part().number() == 1
        ? 1
        : building.filter(parts -> parts.of() == clear.part().of()).map(Journey.Building::next).orElse(1);
  }

  /** Only the terms can let somebody travel who could not be asked in private. */
  static boolean mayGoUnasked(State now) {
    return now.course().agreed().map(agreed -> agreed.terms().notAskedMayTravel()).orElse(false);
  }

  private static SortedSet<Ref> both(Move.Clear clear) {
    TreeSet<Ref> both = new TreeSet<>(clear.cleared());
    both.retainAll(clear.notAsked());
    return both;
  }

  private static State cleared(Turn turn, Move.Clear clear) {
    Journey journey = journey(turn, clear.journey());
    Journey.Clearance before = journey.clearance();
    Optional<Journey.Building> parts = clear.part().number() == 1 ? Optional.empty() : before.building();
    SortedSet<Ref> cleared = joined(parts.map(Journey.Building::cleared), clear.cleared());
    SortedSet<Ref> notAsked = joined(parts.map(Journey.Building::notAsked), clear.notAsked());
    if (clear.part().number() < clear.part().of()) {
      Journey.Building building = new Journey.Building(clear.part().of(), clear.part().number() + 1, cleared, notAsked);
      return turn.now().with(journey.with(new Journey.Clearance(before.at(), before.cleared(), before.notAsked(), Optional.of(building))));
    }
    Journey next = journey.with(new Journey.Clearance(turn.index(), cleared, notAsked, Optional.empty()));
    return turn.now().with(next.withWaves(readyOnlyIfCovered(next)));
  }

  private static SortedSet<Ref> joined(Optional<SortedSet<Ref>> before, SortedSet<Ref> more) {
    TreeSet<Ref> all = new TreeSet<>(more);
    before.ifPresent(all::addAll);
    return Collections.unmodifiableSortedSet(all);
  }

  private static List<Journey.Wave> readyOnlyIfCovered(Journey journey) {
    List<Journey.Wave> waves = new ArrayList<>();
    for (Journey.Wave wave : journey.waves()) {
      boolean voided =
          (wave.phase() == Journey.WavePhase.STAGED || wave.phase() == Journey.WavePhase.READY)
              && !uncovered(journey, wave).isEmpty();
      waves.add(voided ? wave.at(Journey.WavePhase.STAGED).readied(State.none()) : wave);
    }
    return waves;
  }

  /** Who sits in the wave without being cleared for the journey. */
  static SortedSet<Ref> uncovered(Journey journey, Journey.Wave wave) {
    TreeSet<Ref> uncovered = new TreeSet<>();
    wave.rolls().values().forEach(roll -> uncovered.addAll(roll.everybody()));
    uncovered.removeIf(journey.clearance()::covers);
    return uncovered;
  }

  /** Where nobody holds clearance, nobody was asked: then the terms have to allow travel without it. */
  static SortedSet<Ref> notCleared(Turn turn, Journey journey, Journey.Wave wave) {
    boolean nobodyAsks = turn.vacant(Function.CLEARANCE) && mayGoUnasked(turn.now());
    return nobodyAsks ? Collections.emptySortedSet() : uncovered(journey, wave);
  }

  static Terms.Tranche tranche(Turn turn, Journey journey) {
    return turn.terms().tranches().get(journey.tranche().orElseThrow() - 1);
  }
}
