package homeward.ruling;

import homeward.balance.Balance;
import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** How an exchange stops for a while, goes on, closes, or ends. */
final class Halts {
  private Halts() {}

  /** What a halt stops: promises that lead to movement. The direct lane runs on unless its route is the cause. */
  static boolean stops(State now, Move.Act act) {
    if (now.course().halted().isEmpty()) {
      return false;
    }
    return switch (act) {
      case Move.Authorise authorise -> true;
      case Move.Ready ready -> !direct(now, ready.journey()) || now.course().halted().get().cause() == Move.Cause.ROUTE;
      case Move.Propose propose -> stops(now, propose.matter());
      case Move.Act other -> false;
    };
  }

  private static boolean direct(State now, String journey) {
    return Optional.ofNullable(now.journeys().get(journey)).map(Journey::direct).orElse(false);
  }

  static boolean stops(State now, Matter matter) {
    if (now.course().halted().isEmpty()) {
      return false;
    }
    return switch (matter) {
      case Matter.Agree agree -> true;
      case Matter.Freeze freeze -> true;
      case Matter.Convene convene -> convene.holder().isEmpty();
      case Matter.Seal seal -> true;
      case Matter.Change change -> true;
      case Matter.Close close -> true;
      case Matter.Admission admission -> false;
      case Matter.Settlement settlement -> false;
      case Matter.Lift lift -> false;
      case Matter.Succession succession -> false;
      case Matter.GoOn goOn -> false;
    };
  }

  static Refusal refusal(State now) {
    return new Refusal.Halted(now.course().halted().map(State.Halted::entry).orElseThrow());
  }

  static Outcome halt(Turn turn, Move.Halt halt) {
    State.Halted halted = new State.Halted(turn.id(), turn.party(), turn.function(), halt.cause(), turn.stamp());
    return Ruling.begin()
        .require(() -> turn.now().course().halted().isEmpty(), () -> new Refusal.Exists("halt"))
        .then(() -> turn.now().with(turn.now().course().with(Optional.of(halted))));
  }

  static Outcome resume(Turn turn, Move.Resume resume) {
    return Ruling.begin()
        .require(() -> current(turn, resume.halt()), () -> new Refusal.NoSuch("halt"))
        .require(() -> turn.now().course().halted().orElseThrow().by().equals(turn.party()), Refusal.NotAsked::new)
        .require(() -> turn.acts(turn.now().course().halted().orElseThrow().function()), Refusal.NotAsked::new)
        .then(() -> goesOn(turn));
  }

  /** Whoever halted may be silent for ever; after the deadline both sides may go on. */
  static Outcome goOn(Turn turn, Matter.GoOn goOn) {
    return Ruling.begin()
        .require(() -> current(turn, goOn.halt()), () -> new Refusal.NoSuch("halt"))
        .require(() -> turn.stamp() >= haltedUntil(turn), () -> new Refusal.NotYetDue(haltedUntil(turn)))
        .then(() -> goesOn(turn));
  }

  private static boolean current(Turn turn, Digest halt) {
    return turn.now().course().halted().map(State.Halted::entry).equals(Optional.of(halt));
  }

  private static long haltedUntil(Turn turn) {
    int hours =
        turn.now().course().agreed().map(agreed -> agreed.terms().deadlines().halt()).orElse(turn.now().course().patienceHours());
    return turn.now().course().halted().orElseThrow().at() + hours * Turn.HOUR;
  }

  private static State goesOn(Turn turn) {
    return turn.now().with(turn.now().course().with(Optional.<State.Halted>empty()));
  }

  static Outcome close(Turn turn, Matter.Close close) {
    Digest balance = Balance.of(turn.now()).digest();
    return Ruling.begin()
        .require(() -> !turn.now().journeys().isEmpty(), () -> new Refusal.NoSuch("journey"))
        .require(() -> unfinished(turn.now()).isEmpty(), () -> new Refusal.Unfinished(unfinished(turn.now())))
        .require(() -> balance.equals(close.balance()), () -> new Refusal.OtherDigest(balance))
        .then(
            () ->
                turn.now()
                    .with(turn.now().course().at(State.Phase.CLOSED))
                    .with(new State.Closing(balance, turn.now().course().size() - 1)));
  }

  private static SortedSet<String> unfinished(State now) {
    TreeSet<String> codes = new TreeSet<>();
    now.journeys().values().stream().filter(journey -> !journey.over()).map(Journey::code).forEach(codes::add);
    return codes;
  }

  /** One side cannot keep the other waiting for ever. What is under way runs to its end first; facts are recorded after. */
  static Outcome end(Turn turn) {
    return Ruling.begin()
        .require(() -> turn.acts(Function.SIDE), () -> new Refusal.NotYourFunction(Function.SIDE))
        .require(() -> moving(turn.now()).isEmpty(), () -> new Refusal.Unfinished(moving(turn.now())))
        .require(() -> turn.oneSidedLog() || turn.stamp() >= endsFrom(turn), () -> new Refusal.NotYetDue(endsFrom(turn)))
        .then(() -> ended(turn));
  }

  private static SortedSet<String> moving(State now) {
    TreeSet<String> codes = new TreeSet<>();
    now.journeys().values().stream()
        .filter(journey -> journey.waves().stream().anyMatch(Journey.Wave::open))
        .map(Journey::code)
        .forEach(codes::add);
    return codes;
  }

  /** The end agreed, or as soon as a party that something waits for has been silent too long. */
  private static long endsFrom(Turn turn) {
    long agreed = turn.now().course().agreed().map(terms -> terms.terms().deadlines().end()).orElse(Long.MAX_VALUE);
    return silentFrom(turn.now(), turn.party()).values().stream().mapToLong(from -> from).reduce(agreed, Math::min);
  }

  /** Whom a side waits for, and from when (epoch ms) each of them, if it says nothing more, has been silent too long. */
  static SortedMap<PartyId, Long> silentFrom(State now, PartyId side) {
    int hours = now.course().agreed().map(agreed -> agreed.terms().deadlines().silence()).orElse(now.course().patienceHours());
    TreeMap<PartyId, Long> from = new TreeMap<>();
    now.parties().members().keySet().stream()
        .filter(party -> !party.equals(side) && awaited(now, party))
        .forEach(party -> from.put(party, now.parties().heard().getOrDefault(party, 0L) + hours * Turn.HOUR));
    return from;
  }

  /**
   * The other side always; a third party only when it is its turn. Otherwise its quiet would count against an exchange in which
   * nobody asks anything of it.
   */
  private static boolean awaited(State now, PartyId party) {
    return now.parties().isSide(party)
        || now.pending().values().stream().anyMatch(pending -> Quorum.lacks(now, pending, party))
        || (now.course().agreed().isEmpty() && now.course().functions().containsValue(party) && !now.parties().onPaper(party))
        || (holds(now, party, Function.CLEARANCE) && anyWave(now, Halts::uncleared))
        || (holds(now, party, Function.AUTHORISER) && anyWave(now, (journey, wave) -> wave.phase() == Journey.WavePhase.READY));
  }

  private static boolean holds(State now, PartyId party, Function function) {
    return party.equals(now.course().functions().get(function));
  }

  private static boolean anyWave(State now, BiPredicate<Journey, Journey.Wave> which) {
    return now.journeys().values().stream()
        .anyMatch(journey -> journey.waves().stream().anyMatch(wave -> which.test(journey, wave)));
  }

  /** Somebody on its rolls whom no set covers; a wave that stood down for want of a set still tells who was silent. */
  private static boolean uncleared(Journey journey, Journey.Wave wave) {
    boolean held = wave.waiting() || wave.phase() == Journey.WavePhase.STOOD_DOWN;
    return held && !Convening.uncovered(journey, wave).isEmpty();
  }

  private static State ended(Turn turn) {
    State next = turn.now();
    for (Journey journey : turn.now().journeys().values()) {
      next = journey.over() ? next : Lapses.stoodDown(next, journey);
    }
    return next.with(next.course().at(State.Phase.ENDED));
  }
}
