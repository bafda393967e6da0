package homeward.exhaustive;

import homeward.balance.Manifests;
import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Journey;
import homeward.exchange.Journey.WavePhase;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Rolls, clearance, readiness and release. */
final class JourneySteps {
  private JourneySteps() {}

  static void add(Branching branching, Shape shape) {
    Position at = branching.at();
    if (at.journey().map(Journey::over).orElse(true)) {
      return;
    }
    Journey journey = at.journey().orElseThrow();
    if (journey.phase() == Journey.Phase.CONVENED) {
      int waves = Math.min(Shape.WAVES, journey.waves().size() + 1);
      for (int wave = 1; wave <= waves; wave++) {
        for (PartyId holder : Stage.SIDES) {
          manifests(branching, shape, holder, wave);
        }
      }
    }
    clear(branching, shape, journey);
    journey.waves().forEach(wave -> release(branching, wave));
  }

  private static SortedSet<Ref> roll(Position at, PartyId holder, int wave) {
    return at.waves().size() < wave
        ? new TreeSet<>()
        : Optional.ofNullable(at.waves().get(wave - 1).rolls().get(holder)).map(Journey.Roll::everybody).orElseGet(TreeSet::new);
  }

  private static void manifests(Branching branching, Shape shape, PartyId holder, int wave) {
    Position at = branching.at();
    SortedSet<Ref> now = roll(at, holder, wave);
    List<Ref> able = Stage.held(holder, shape.people()).stream().filter(ref -> at.free(ref) || now.contains(ref)).toList();
    for (SortedSet<Ref> people : ListSteps.subsets(able)) {
      if (!people.equals(now)) {
        Move move = new Move.Manifest(Stage.JOURNEY, wave, Move.Part.whole(), Stage.people(people), Stage.nobody());
        branching
            .voice(holder)
            .ifPresent(
                voice ->
                    branching.says(
                        voice, move, () -> "%s seats %s in wave %d".formatted(Stage.letter(holder), ListSteps.names(people), wave)));
      }
    }
  }

  private static void clear(Branching branching, Shape shape, Journey journey) {
    Optional<PartyId> clears = branching.at().holder(Function.CLEARANCE);
    List<Ref> asked = new ArrayList<>();
    for (PartyId holder : Stage.SIDES) {
      Stage.held(holder, shape.people()).stream().filter(ref -> asks(branching.at(), shape, ref)).forEach(asked::add);
    }
    for (SortedSet<Ref> people : ListSteps.subsets(asked)) {
      if (clears.isPresent() && !people.equals(journey.clearance().cleared())) {
        Move move = new Move.Clear(Stage.JOURNEY, Move.Part.whole(), people, new TreeSet<>());
        branching.says(
            Stage.delegates(clears.get()).getFirst().in(Function.CLEARANCE),
            move,
            () -> Stage.letter(clears.get()) + " clears " + ListSteps.names(people) + " and nobody else");
      }
    }
  }

  /**
   * Whether a person may be on a set that is published now. To be cleared only ever allows more, and a set can be published
   * until the wave is let go; so unless the shape is unhurried only people of the wave that goes next are asked.
   */
  private static boolean asks(Position at, Shape shape, Ref ref) {
    Optional<Journey.Wave> seat = at.seat(ref);
    return shape.unhurried()
        ? at.agreed(ref) && seat.map(wave -> wave.phase() != WavePhase.RECONCILED).orElse(true)
        : seat.isPresent() && seat.equals(next(at));
  }

  private static Optional<Journey.Wave> next(Position at) {
    return at.waves().stream().filter(wave -> wave.phase() == WavePhase.STAGED || wave.phase() == WavePhase.READY).findFirst();
  }

  private static void release(Branching branching, Journey.Wave wave) {
    if (wave.phase() != WavePhase.STAGED && wave.phase() != WavePhase.READY) {
      return;
    }
    for (PartyId side : Stage.SIDES) {
      branching.voice(side).ifPresent(voice -> ready(branching, wave, voice));
    }
    branching.at().holder(Function.AUTHORISER).ifPresent(party -> authorise(branching, wave, party));
  }

  private static void ready(Branching branching, Journey.Wave wave, Stage.Voice side) {
    String letter = Stage.letter(side.party());
    if (wave.ready().containsKey(side.party())) {
      branching.says(
          side, new Move.Unready(Stage.JOURNEY, wave.number()), () -> letter + " is no longer ready for wave " + wave.number());
      return;
    }
    Move move = new Move.Ready(Stage.JOURNEY, wave.number(), Manifests.digest(Stage.JOURNEY, wave), Optional.empty());
    boolean authorises = branching.at().holder(Function.AUTHORISER).isEmpty() && !wave.ready().isEmpty();
    if (authorises) {
      branching.saysCosigned(side, move, () -> letter + " is ready too, and so wave " + wave.number() + " may go");
    } else {
      branching.says(side, move, () -> letter + " is ready for wave " + wave.number());
    }
  }

  /** The checkpoint itself is not decided on: what the node found of it arrives with the entry. */
  private static void authorise(Branching branching, Journey.Wave wave, PartyId party) {
    TreeSet<Digest> readies = new TreeSet<>();
    wave.ready().values().forEach(given -> readies.add(given.entry()));
    long size = branching.at().state().course().size();
    Move move =
        new Move.Authorise(
            Stage.JOURNEY, wave.number(), readies, new Move.CosignedCheckpoint(size, Digest.OF_NOTHING, ""));
    if (wave.phase() == WavePhase.READY) {
      branching.saysCosigned(
          Stage.delegates(party).getFirst().in(Function.AUTHORISER),
          move,
          () -> Stage.letter(party) + " authorises wave " + wave.number());
    }
  }
}
