package homeward.ruling;

import homeward.balance.Receipts;
import homeward.exchange.Journey;
import homeward.exchange.Move;
import homeward.exchange.Move.Sight;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.Trail;
import java.util.Optional;
import java.util.TreeSet;

/** Holds counts against receipts after every fact: a wave is counted, then reconciled, and its journey with it. */
final class Reconciling {
  private Reconciling() {}

  static State run(State now) {
    State next = now;
    for (Journey journey : now.journeys().values()) {
      for (Journey.Wave wave : journey.waves()) {
        boolean unsettled = wave.open() || wave.phase() == Journey.WavePhase.DISPUTED;
        next = unsettled ? wave(next, journey.code(), wave.number()) : next;
      }
    }
    return next;
  }

  private static State wave(State now, String code, int number) {
    State next = now;
    for (var roll : waveOf(now, code, number).rolls().entrySet()) {
      next = counts(next, code, number, roll.getKey(), roll.getValue());
    }
    Journey.Wave wave = waveOf(next, code, number);
    boolean counted = wave.rolls().entrySet().stream().allMatch(roll -> bothEnds(now, wave, roll.getKey(), roll.getValue()));
    if (counted && wave.open()) {
      next = next.with(journey(next, code).with(wave.at(Journey.WavePhase.COUNTED)));
    }
    if (!counted || !everybodyResolved(next, wave)) {
      return next;
    }
    return agrees(next, code, wave) ? reconciled(next, code, number) : miscounted(next, code, wave);
  }

  /** Everybody's whereabouts are known, and heads at arrival still differ from the receipts: that has to be settled. */
  private static State miscounted(State now, String code, Journey.Wave wave) {
    State next = now;
    for (var roll : wave.rolls().entrySet()) {
      boolean empty = roll.getValue().everybody().isEmpty();
      if (!empty && !agrees(now, code, wave, roll.getKey(), roll.getValue())) {
        PartyId home = Receipts.home(now, roll.getKey());
        long index = arrived(now, wave, home).orElseThrow().index();
        next = Settling.open(next, countId(code, wave.number(), home), State.DiscrepancyKind.COUNT_DIFFERS, Optional.of(code), index);
      }
    }
    return next;
  }

  private static Journey journey(State now, String code) {
    return java.util.Objects.requireNonNull(now.journeys().get(code));
  }

  private static Journey.Wave waveOf(State now, String code, int number) {
    return journey(now, code).wave(number);
  }

  private static boolean bothEnds(State now, Journey.Wave wave, PartyId holder, Journey.Roll roll) {
    PartyId home = Receipts.home(now, holder);
    return roll.everybody().isEmpty() || (departed(wave, home, holder).isPresent() && arrived(now, wave, home).isPresent());
  }

  /** The last count of the holder where they set off. */
  private static Optional<Journey.Count> departed(Journey.Wave wave, PartyId home, PartyId holder) {
    return wave.counts().reversed().stream()
        .filter(count -> count.end() == Move.Place.DEPARTURE && count.returnsTo().equals(home) && count.by().equals(holder))
        .findFirst();
  }

  /** The last count of whoever receives, where they arrived. */
  private static Optional<Journey.Count> arrived(State now, Journey.Wave wave, PartyId home) {
    return wave.counts().reversed().stream()
        .filter(count -> count.end() == Move.Place.ARRIVAL && count.returnsTo().equals(home))
        .filter(count -> Receipts.receivers(now, home).anyMatch(count.by()::equals))
        .findFirst();
  }

  /** Two ends that differ by more than those who turned back or died on the way open a discrepancy; a settlement ends it. */
  private static State counts(State now, String code, int number, PartyId holder, Journey.Roll roll) {
    Journey.Wave wave = waveOf(now, code, number);
    PartyId home = Receipts.home(now, holder);
    Optional<Journey.Count> departed = departed(wave, home, holder);
    Optional<Journey.Count> arrived = arrived(now, wave, home);
    if (departed.isEmpty() || arrived.isEmpty()) {
      return now;
    }
    long lost = roll.everybody().stream().filter(ref -> onTheWay(now, ref)).count();
    boolean differ = departed.get().heads() - arrived.get().heads() != lost;
    long index = Math.max(departed.get().index(), arrived.get().index());
    return differ
        ? Settling.open(now, countId(code, number, home), State.DiscrepancyKind.COUNT_DIFFERS, Optional.of(code), index)
        : now;
  }

  static String countId(String journey, int wave, PartyId home) {
    return "count-" + journey + "-" + wave + "-" + home.value();
  }

  /** Set off and turned back, or died, before being received. */
  private static boolean onTheWay(State now, Ref ref) {
    Trail trail = now.trails().getOrDefault(ref, Trail.UNSEEN);
    boolean turnedBack = trail.ever(Sight.DEPARTED) && !trail.standing(Sight.DEPARTED);
    boolean died = trail.standing(Sight.DIED) && !trail.standing(Sight.RECEIVED);
    return turnedBack || died;
  }

  private static boolean everybodyResolved(State now, Journey.Wave wave) {
    return wave.rolls().values().stream().flatMap(roll -> roll.everybody().stream()).allMatch(ref -> resolved(now, ref));
  }

  private static boolean resolved(State now, Ref ref) {
    Trail trail = now.trails().getOrDefault(ref, Trail.UNSEEN);
    boolean back = trail.ever(Sight.BACK) && !trail.standing(Sight.DEPARTED) && !trail.standing(Sight.HANDED_OVER);
    return Receipts.of(now, ref).isPresent() || back || trail.standing(Sight.DIED);
  }

  /** Heads at arrival are the receipts, or both sides settled the count. */
  private static boolean agrees(State now, String code, Journey.Wave wave) {
    return wave.rolls().entrySet().stream()
        .filter(roll -> !roll.getValue().everybody().isEmpty())
        .allMatch(roll -> agrees(now, code, wave, roll.getKey(), roll.getValue()));
  }

  private static boolean agrees(State now, String code, Journey.Wave wave, PartyId holder, Journey.Roll roll) {
    PartyId home = Receipts.home(now, holder);
    State.Discrepancy discrepancy = now.discrepancies().get(countId(code, wave.number(), home));
    if (discrepancy != null) {
      return !discrepancy.open();
    }
    long receipts = roll.everybody().stream().filter(ref -> Receipts.of(now, ref).isPresent()).count();
    return arrived(now, wave, home).orElseThrow().heads() == receipts;
  }

  /** Whoever did not go is agreed again and may ride later. */
  private static State reconciled(State now, String code, int number) {
    TreeSet<Ref> stayed = new TreeSet<>();
    Journey.Wave wave = waveOf(now, code, number);
    wave.rolls().values().forEach(roll -> stayed.addAll(roll.everybody()));
    stayed.removeIf(ref -> Receipts.of(now, ref).isPresent() || now.trails().getOrDefault(ref, Trail.UNSEEN).ever(Sight.DIED));
    State next = Seating.unseated(now, stayed);
    Journey journey = journey(next, code).with(wave.at(Journey.WavePhase.RECONCILED));
    return next.with(journey.at(phase(journey)));
  }

  private static Journey.Phase phase(Journey journey) {
    boolean allDone = journey.waves().stream().allMatch(Journey.Wave::over);
    boolean disputed = journey.waves().stream().anyMatch(wave -> wave.phase() == Journey.WavePhase.DISPUTED);
    boolean cut = journey.waves().stream().anyMatch(wave -> wave.phase() == Journey.WavePhase.STOOD_DOWN);
    if (!allDone) {
      return journey.phase();
    }
    if (disputed) {
      return Journey.Phase.DISPUTED;
    }
    return cut ? Journey.Phase.CUT_SHORT : Journey.Phase.RECONCILED;
  }

  /** A journey whose last wave was disputed is over too. */
  static State finished(State now, String code) {
    Journey journey = journey(now, code);
    return now.with(journey.at(phase(journey)));
  }
}
