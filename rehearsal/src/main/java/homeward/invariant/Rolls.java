package homeward.invariant;

import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Who sits in which wave, worked out from manifests, changes and settlements alone: by wave ({@code journey/number}), each
 * reference with its place, such as {@code counted/military}.
 */
final class Rolls {
  private final TreeMap<String, TreeMap<Ref, String>> waves = new TreeMap<>();

  static String key(String journey, int wave) {
    return journey + "/" + wave;
  }

  /** As one deed leaves them. */
  void take(Deed deed) {
    if (deed.move() instanceof Move.Manifest manifest) {
      lodge(deed, manifest);
    }
    deed.effect().ifPresent(matter -> take(deed, matter));
  }

  private void lodge(Deed deed, Move.Manifest manifest) {
    TreeMap<Ref, String> wave = waves.computeIfAbsent(key(manifest.journey(), manifest.wave()), none -> new TreeMap<>());
    if (manifest.part().number() == 1) {
      wave.keySet().removeIf(ref -> holder(deed, ref).map(deed.party()::equals).orElse(false));
    }
    put(wave, "counted/", manifest.counted());
    put(wave, "outside/", manifest.outside());
  }

  private static Optional<homeward.exchange.PartyId> holder(Deed deed, Ref ref) {
    return Optional.ofNullable(deed.line().after().people().get(ref)).map(person -> person.holder());
  }

  private static void put(Map<Ref, String> wave, String lane, SortedMap<String, SortedSet<Ref>> refs) {
    refs.forEach((category, some) -> some.forEach(ref -> wave.put(ref, lane + category)));
  }

  private void take(Deed deed, Matter matter) {
    if (matter instanceof Matter.Change change) {
      TreeMap<Ref, String> wave = waves.computeIfAbsent(key(change.journey(), change.wave()), none -> new TreeMap<>());
      wave.keySet().removeAll(change.out());
      put(wave, "counted/", change.counted());
      put(wave, "outside/", change.outside());
    }
    if (matter instanceof Matter.Settlement(String id, Matter.Finding.ArrivalIs is)) {
      waiting(deed).forEach(wave -> waves.getOrDefault(wave, new TreeMap<>()).remove(is.reference()));
    }
  }

  /** Waves that have not left: somebody recognised among the unlisted takes no seat in one. */
  static List<String> waiting(Deed deed) {
    List<String> waiting = new ArrayList<>();
    deed.line().before().journeys().values().forEach(journey -> journey.waves().stream()
        .filter(wave -> !Releases.letGo(wave))
        .forEach(wave -> waiting.add(key(journey.code(), wave.number()))));
    return waiting;
  }

  SortedMap<Ref, String> of(String journey, int wave) {
    return waves.getOrDefault(key(journey, wave), new TreeMap<>());
  }

  /** Who sits in a wave as a node's state has it. */
  static SortedMap<Ref, String> held(Journey.Wave wave) {
    TreeMap<Ref, String> held = new TreeMap<>();
    wave.rolls().values().forEach(
            roll -> {
              put(held, "counted/", roll.counted());
              put(held, "outside/", roll.outside());
            });
    return held;
  }
}
