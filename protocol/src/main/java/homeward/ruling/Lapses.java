package homeward.ruling;

import homeward.balance.Publication;
import homeward.balance.Receipts;
import homeward.exchange.Journey;
import homeward.exchange.Move.Lapsing;
import homeward.exchange.Ref;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Time runs out, by the terms' clock. Anybody may say so; without this an exchange could hang on whoever is silent. */
final class Lapses {
  private Lapses() {}

  static Outcome lapse(Turn turn, Lapsing what) {
    return switch (what) {
      case Lapsing.OfProposal proposal -> ofProposal(turn, proposal);
      case Lapsing.OfJourney journey -> ofJourney(turn, journey);
      case Lapsing.OfWave wave -> ofWave(turn, wave);
      case Lapsing.OfEmbargo embargo -> ofEmbargo(turn, embargo);
      case Lapsing.OfCommitment commitment -> ofCommitment(turn);
    };
  }

  private static Outcome ofProposal(Turn turn, Lapsing.OfProposal lapsing) {
    State now = turn.now();
    return Ruling.begin()
        .require(() -> now.pending().containsKey(lapsing.proposal()), () -> new Refusal.NoSuch("proposal"))
        .require(
            () -> turn.stamp() > pending(turn, lapsing).until(), () -> new Refusal.NotYetDue(pending(turn, lapsing).until() + 1))
        .then(() -> Matters.dropped(now, pending(turn, lapsing)));
  }

  private static State.Pending pending(Turn turn, Lapsing.OfProposal lapsing) {
    return java.util.Objects.requireNonNull(turn.now().pending().get(lapsing.proposal()));
  }

  private static Outcome ofJourney(Turn turn, Lapsing.OfJourney lapsing) {
    return Convening.journeyUnderWay(turn, lapsing.journey())
        .require(() -> turn.stamp() > journey(turn, lapsing).until(), () -> new Refusal.NotYetDue(journey(turn, lapsing).until() + 1))
        .require(
            () -> journey(turn, lapsing).waves().stream().noneMatch(Journey.Wave::open),
            () -> new Refusal.Unfinished(new java.util.TreeSet<>(java.util.Set.of(lapsing.journey()))))
        .then(() -> stoodDown(turn.now(), journey(turn, lapsing)));
  }

  private static Journey journey(Turn turn, Lapsing.OfJourney lapsing) {
    return Convening.journey(turn, lapsing.journey());
  }

  /** What was not authorised stands down, and its people are agreed again: promises roll back, facts do not (edge case 47). */
  static State stoodDown(State now, Journey journey) {
    State next = now;
    List<Journey.Wave> waves = new ArrayList<>();
    for (Journey.Wave wave : journey.waves()) {
      waves.add(wave.waiting() ? wave.at(Journey.WavePhase.STOOD_DOWN).readied(State.none()) : wave);
      next = wave.waiting() ? unseated(next, wave) : next;
    }
    boolean someWent = waves.stream().anyMatch(wave -> wave.phase() != Journey.WavePhase.STOOD_DOWN);
    boolean disputed = waves.stream().anyMatch(wave -> wave.phase() == Journey.WavePhase.DISPUTED);
    Journey.Phase gone = disputed ? Journey.Phase.DISPUTED : Journey.Phase.CUT_SHORT;
    return next.with(journey.withWaves(waves).at(someWent ? gone : Journey.Phase.STOOD_DOWN));
  }

  private static State unseated(State now, Journey.Wave wave) {
    State next = now;
    for (Journey.Roll roll : wave.rolls().values()) {
      next = Seating.unseated(next, roll.everybody());
    }
    return next;
  }

  private static Outcome ofWave(Turn turn, Lapsing.OfWave lapsing) {
    State now = turn.now();
    return Ruling.begin()
        .require(() -> now.journeys().containsKey(lapsing.journey()), () -> new Refusal.NoSuch("journey"))
        .require(
            () -> Convening.journey(turn, lapsing.journey()).hasWave(lapsing.wave()),
            () -> new Refusal.WrongWave(lapsing.journey(), lapsing.wave()))
        .require(() -> wave(turn, lapsing).open(), () -> new Refusal.WrongWave(lapsing.journey(), lapsing.wave()))
        .require(
            () -> turn.stamp() > Convening.journey(turn, lapsing.journey()).reconcileBy(),
            () -> new Refusal.NotYetDue(Convening.journey(turn, lapsing.journey()).reconcileBy() + 1))
        .then(() -> disputed(turn, lapsing));
  }

  private static Journey.Wave wave(Turn turn, Lapsing.OfWave lapsing) {
    return Convening.journey(turn, lapsing.journey()).wave(lapsing.wave());
  }

  /** Nothing waits any longer for figures that do not come; receipts with one half are shown as one-sided until settled. */
  private static State disputed(Turn turn, Lapsing.OfWave lapsing) {
    Journey journey = Convening.journey(turn, lapsing.journey());
    State next = turn.now().with(journey.with(wave(turn, lapsing).at(Journey.WavePhase.DISPUTED)));
    for (Journey.Roll roll : wave(turn, lapsing).rolls().values()) {
      for (Ref ref : roll.everybody()) {
        if (Receipts.oneSided(next, ref)) {
          next =
              Settling.open(
                  next, "one-sided-" + ref.value(), State.DiscrepancyKind.ONE_SIDED, Optional.of(journey.code()), turn.index());
        }
      }
    }
    return Reconciling.finished(Reconciling.run(next), journey.code());
  }

  private static Outcome ofEmbargo(Turn turn, Lapsing.OfEmbargo lapsing) {
    State now = turn.now();
    return Ruling.begin()
        .require(() -> now.journeys().containsKey(lapsing.journey()), () -> new Refusal.NoSuch("journey"))
        .require(
            () -> Convening.journey(turn, lapsing.journey()).published().isEmpty(), () -> new Refusal.Exists("publication"))
        .require(
            () -> Publication.free(now, Convening.journey(turn, lapsing.journey()), turn.stamp()),
            () -> new Refusal.NotYetDue(Publication.freeFrom(now, Convening.journey(turn, lapsing.journey()))))
        .then(() -> now.with(Convening.journey(turn, lapsing.journey()).publishedAt(turn.stamp())));
  }

  private static Outcome ofCommitment(Turn turn) {
    return Ruling.begin()
        .require(
            () -> turn.now().course().agreed().isPresent() && turn.terms().committedLists() && turn.now().parties().isSide(turn.party()),
            () -> new Refusal.NoSuch("commitment"))
        .require(
            () -> Listing.offer(turn, turn.otherSide()).committed().isEmpty(), () -> new Refusal.Exists("commitment"))
        .require(() -> turn.stamp() >= commitBy(turn), () -> new Refusal.NotYetDue(commitBy(turn)))
        .then(() -> turn.now().with(turn.otherSide(), Listing.offer(turn, turn.otherSide()).withoutCommitment()));
  }

  private static long commitBy(Turn turn) {
    return turn.now().course().agreed().orElseThrow().at() + turn.terms().deadlines().commit() * Turn.HOUR;
  }
}
