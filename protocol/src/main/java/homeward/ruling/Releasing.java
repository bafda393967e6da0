package homeward.ruling;

import homeward.balance.Manifests;
import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Ready, and authorised: never one side's wave before the other's, never more than one wave at once. */
final class Releasing {
  private Releasing() {}

  static Outcome ready(Turn turn, Move.Ready ready) {
    return Ruling.begin()
        .require(() -> turn.acts(Function.SIDE), () -> new Refusal.NotYourFunction(Function.SIDE))
        .and(() -> waveOf(turn, ready.journey(), ready.wave()))
        .thenAsk(
            () -> {
              Journey journey = Convening.journey(turn, ready.journey());
              return journey.direct() ? directReady(turn, ready, journey) : trancheReady(turn, ready, journey);
            });
  }

  private static Ruling waveOf(Turn turn, String journey, int wave) {
    return Convening.journeyUnderWay(turn, journey)
        .require(() -> Convening.journey(turn, journey).hasWave(wave), () -> new Refusal.WrongWave(journey, wave));
  }

  /** The holder of a direct repatriation needs nobody's consent: only clearance, and an acknowledged passage. */
  private static Outcome directReady(Turn turn, Move.Ready ready, Journey journey) {
    Journey.Wave wave = journey.wave(ready.wave());
    return Ruling.begin()
        .require(() -> journey.holder().equals(Optional.of(turn.party())), Refusal.NotAsked::new)
        .require(() -> journey.acknowledged(), () -> new Refusal.NoSuch("acknowledgement"))
        .require(
            () -> wave.phase() == Journey.WavePhase.PLANNED && wave.rolls().values().stream().allMatch(Journey.Roll::whole),
            () -> new Refusal.WrongWave(ready.journey(), ready.wave()))
        .and(() -> fit(turn, journey, wave, ready.manifest()))
        .then(() -> turn.now().with(journey.at(Journey.Phase.SEALED).with(wave.at(Journey.WavePhase.AUTHORISED))));
  }

  private static Outcome trancheReady(Turn turn, Move.Ready ready, Journey journey) {
    Journey.Wave wave = journey.wave(ready.wave());
    return Ruling.begin()
        .require(
            () -> wave.phase() == Journey.WavePhase.STAGED, () -> new Refusal.WrongWave(ready.journey(), ready.wave()))
        .require(() -> openWave(turn.now()).isEmpty(), () -> openWave(turn.now()).orElseThrow())
        .require(() -> isNext(journey, wave), () -> new Refusal.WrongWave(ready.journey(), ready.wave()))
        .require(() -> !wave.ready().containsKey(turn.party()), () -> new Refusal.Exists("ready"))
        .and(() -> fit(turn, journey, wave, ready.manifest()))
        .and(() -> authorises(turn, wave) ? cosigned(turn, wave) : Ruling.begin())
        .then(() -> readied(turn, journey, wave));
  }

  /** The manifest that stands, everybody cleared, the window not over. */
  private static Ruling fit(Turn turn, Journey journey, Journey.Wave wave, Digest manifest) {
    Digest stands = Manifests.digest(journey.code(), wave);
    return Ruling.begin()
        .require(() -> stands.equals(manifest), () -> new Refusal.OtherDigest(stands))
        .require(
            () -> Convening.notCleared(turn, journey, wave).isEmpty(),
            () -> new Refusal.NotCleared(Convening.notCleared(turn, journey, wave)))
        .require(() -> turn.stamp() <= journey.until(), () -> new Refusal.Lapsed(journey.until()));
  }

  private static boolean isNext(Journey journey, Journey.Wave wave) {
    return journey.waves().stream().limit(wave.number() - 1L).allMatch(Journey.Wave::over);
  }

  /** Exposure is never more than one wave; the direct lane is nobody's exposure. */
  private static Optional<Refusal> openWave(State now) {
    return now.journeys().values().stream()
        .filter(journey -> !journey.direct())
        .flatMap(
            journey ->
                journey.waves().stream()
                    .filter(Journey.Wave::open)
                    .map(wave -> (Refusal) new Refusal.WaveOpen(journey.code(), wave.number())))
        .findFirst();
  }

  /** Where nobody holds the authoriser's function, the second Ready authorises. */
  private static boolean authorises(Turn turn, Journey.Wave wave) {
    return turn.vacant(Function.AUTHORISER) && !wave.ready().isEmpty() && !turn.reported();
  }

  private static State readied(Turn turn, Journey journey, Journey.Wave wave) {
    var ready = State.put(wave.ready(), turn.party(), new Journey.Given(turn.id(), turn.index()));
    boolean both = ready.size() == turn.terms().sides().size();
    Journey.WavePhase next =
        !both ? Journey.WavePhase.STAGED : turn.vacant(Function.AUTHORISER) ? Journey.WavePhase.AUTHORISED : Journey.WavePhase.READY;
    return Reconciling.run(turn.now().with(journey.with(wave.readied(ready).at(next))));
  }

  static Outcome unready(Turn turn, Move.Unready unready) {
    return Ruling.begin()
        .require(() -> turn.acts(Function.SIDE), () -> new Refusal.NotYourFunction(Function.SIDE))
        .and(() -> waveOf(turn, unready.journey(), unready.wave()))
        .require(() -> isReady(turn, unready), () -> new Refusal.WrongWave(unready.journey(), unready.wave()))
        .then(
            () -> {
              Journey journey = Convening.journey(turn, unready.journey());
              Journey.Wave wave = journey.wave(unready.wave());
              Journey.Wave without = wave.readied(State.drop(wave.ready(), turn.party())).at(Journey.WavePhase.STAGED);
              return turn.now().with(journey.with(without));
            });
  }

  private static boolean isReady(Turn turn, Move.Unready unready) {
    Journey.Wave wave = Convening.journey(turn, unready.journey()).wave(unready.wave());
    return wave.ready().containsKey(turn.party())
        && (wave.phase() == Journey.WavePhase.STAGED || wave.phase() == Journey.WavePhase.READY);
  }

  static Outcome authorise(Turn turn, Move.Authorise authorise) {
    return Ruling.begin()
        .require(() -> turn.acts(Function.AUTHORISER), () -> new Refusal.NotYourFunction(Function.AUTHORISER))
        .and(() -> waveOf(turn, authorise.journey(), authorise.wave()))
        .thenAsk(
            () -> {
              Journey journey = Convening.journey(turn, authorise.journey());
              return authorise(turn, authorise, journey, journey.wave(authorise.wave()));
            });
  }

  private static Outcome authorise(Turn turn, Move.Authorise authorise, Journey journey, Journey.Wave wave) {
    return Ruling.begin()
        .require(() -> wave.phase() == Journey.WavePhase.READY, Refusal.NotReady::new)
        .require(() -> readies(wave).equals(authorise.readies()), Refusal.NotReady::new)
        .and(() -> cosigned(turn, wave))
        .require(() -> openWave(turn.now()).isEmpty(), () -> openWave(turn.now()).orElseThrow())
        .require(
            () -> Convening.notCleared(turn, journey, wave).isEmpty(),
            () -> new Refusal.NotCleared(Convening.notCleared(turn, journey, wave)))
        .require(() -> turn.stamp() <= journey.until(), () -> new Refusal.Lapsed(journey.until()))
        .then(() -> Reconciling.run(turn.now().with(journey.with(wave.at(Journey.WavePhase.AUTHORISED)))));
  }

  /** A checkpoint of this log that covers every Ready there is, cosigned by each side that has keys. */
  private static Ruling cosigned(Turn turn, Journey.Wave wave) {
    long from = wave.ready().values().stream().mapToLong(Journey.Given::index).max().orElse(0) + 1;
    Set<PartyId> missing = new TreeSet<>(turn.terms().sides());
    missing.removeIf(turn.now().parties()::onPaper);
    turn.witness().ifPresent(witness -> missing.removeAll(witness.cosigners()));
    return Ruling.begin()
        .require(() -> missing.isEmpty(), () -> new Refusal.NotCosigned(from, missing))
        .require(
            () -> turn.witness().filter(witness -> witness.ofThisLog() && witness.size() >= from).isPresent(),
            () -> new Refusal.NotCosigned(from, Set.of()));
  }

  private static Set<Digest> readies(Journey.Wave wave) {
    Set<Digest> entries = new TreeSet<>();
    wave.ready().values().forEach(given -> entries.add(given.entry()));
    return entries;
  }
}
