package homeward.server.handover;

import homeward.exchange.Move;
import homeward.exchange.Move.Sight;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.node.Random;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a form of the field desk says: an observation, or what is unclear about it. */
sealed interface Observed {
  Pattern REF = Pattern.compile("[HA][A-Za-z0-9_-]{21}");
  Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
  /** Of a reference, beside its letter: 21 characters of base64url. */
  int RANDOM_CHARACTERS = 21;
  /** What one entry holds with room to spare. */
  int MOST_PEOPLE = 1_000;

  /** It can be said. */
  record Seen(Move.Observation move) implements Observed {}

  /** It cannot; the key of what to do instead. */
  record Unclear(String problem) implements Observed {}

  /** These people were seen like this. */
  static Observed saw(Sight sight, Optional<String> journey, List<String> typed) {
    SortedSet<Ref> refs = new TreeSet<>();
    typed.stream().filter(text -> REF.matcher(text).matches()).map(Ref::new).forEach(refs::add);
    if (refs.isEmpty() || refs.size() < typed.stream().distinct().count()) {
      return new Unclear("handover.unclear.nobody");
    }
    return new Seen(new Move.Saw(sight, journey, refs, Move.Device.desk()));
  }

  /** So many heads at one end. */
  static Observed counted(String journey, int wave, PartyId returnsTo, Move.Place end, String typed) {
    return number(typed)
        .<Observed>map(heads -> new Seen(new Move.Counted(journey, wave, returnsTo, end, heads, Move.Device.desk())))
        .orElseGet(() -> new Unclear("handover.unclear.heads"));
  }

  /**
   * People whom no list names: each gets a fresh reference.
   *
   * @param typed how many, by category; empty fields are none
   */
  static Observed arrived(Optional<String> journey, PartyId returnsTo, Map<String, String> typed, Random random) {
    SortedMap<String, Integer> people = new TreeMap<>();
    for (Map.Entry<String, String> each : typed.entrySet()) {
      Optional<Integer> some = each.getValue().isBlank() ? Optional.of(0) : number(each.getValue());
      if (some.isEmpty()) {
        return new Unclear("handover.unclear.heads");
      }
      people.put(each.getKey(), some.get());
    }
    people.values().removeIf(none -> none == 0);
    if (people.isEmpty()) {
      return new Unclear("handover.unclear.nobody");
    }
    if (people.values().stream().mapToLong(some -> some).sum() > MOST_PEOPLE) {
      return new Unclear("handover.unclear.many");
    }
    SortedMap<String, SortedSet<Ref>> arrivals = new TreeMap<>();
    people.forEach((category, some) -> arrivals.put(category, minted(some, random)));
    return new Seen(new Move.Arrived(journey, returnsTo, arrivals, Move.Device.desk()));
  }

  private static SortedSet<Ref> minted(int people, Random random) {
    SortedSet<Ref> refs = new TreeSet<>();
    while (refs.size() < people) {
      String drawn = Base64.getUrlEncoder().withoutPadding().encodeToString(random.bytes(16));
      refs.add(new Ref("A" + drawn.substring(0, RANDOM_CHARACTERS)));
    }
    return refs;
  }

  private static Optional<Integer> number(String typed) {
    return Optional.of(typed.strip()).filter(text -> NUMBER.matcher(text).matches()).map(Integer::valueOf);
  }

  /** Categories that people can be put into: those of the terms, or one for all as long as there are none. */
  static List<String> categories(State state) {
    return state.course().agreed().map(agreed -> List.copyOf(agreed.terms().categories().keySet())).orElse(List.of("unknown"));
  }
}
