package homeward.balance;

import homeward.exchange.Digest;
import homeward.exchange.Journey;
import homeward.exchange.Person;
import homeward.exchange.PartyId;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.json.Shape;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Digests of lists of people, so that two sides sign the same one. Lists are sorted bytewise: an order would tell priorities. */
public final class Manifests {
  private Manifests() {}

  private record Roll(SortedMap<String, SortedSet<Ref>> counted, SortedMap<String, SortedSet<Ref>> outside) {}

  private record Wave(String journey, int wave, SortedMap<PartyId, Roll> rolls) {}

  private record Agreed(SortedMap<String, SortedSet<Ref>> people) {}

  private record List(String salt, SortedMap<String, SortedSet<Ref>> refs) {}

  private static final Shape<Wave> WAVE = Shape.of(Wave.class);
  private static final Shape<Agreed> AGREED = Shape.of(Agreed.class);
  private static final Shape<List> LIST = Shape.of(List.class);
  private static final Shape<State> STATE = Shape.of(State.class);

  /** Digest of who sits in a wave, by holder and category: what is sealed, readied and authorised. */
  public static Digest digest(String journey, Journey.Wave wave) {
    TreeMap<PartyId, Roll> rolls = new TreeMap<>();
    wave.rolls().forEach((holder, roll) -> rolls.put(holder, new Roll(roll.counted(), roll.outside())));
    return Digest.of(WAVE.write(new Wave(journey, wave.number(), rolls)).canonical());
  }

  /** Digest of everybody agreed now, by category: what a freeze fixes. */
  public static Digest agreed(State state) {
    return Digest.of(AGREED.write(new Agreed(agreedPeople(state))).canonical());
  }

  /** Everybody agreed or seated, by category. */
  public static SortedMap<String, SortedSet<Ref>> agreedPeople(State state) {
    TreeMap<String, SortedSet<Ref>> agreed = new TreeMap<>();
    state.people().forEach(
            (ref, person) -> {
              if (person.answer() == Person.Answered.ACCEPTED && person.promise() != Person.Promise.STRUCK) {
                agreed.computeIfAbsent(person.category(), category -> new TreeSet<>()).add(ref);
              }
            });
    return Collections.unmodifiableSortedMap(agreed);
  }

  /** What a commitment commits to: salt and list. */
  public static Digest commitment(String salt, SortedMap<String, SortedSet<Ref>> refs) {
    return Digest.of(LIST.write(new List(salt, refs)).canonical());
  }

  /** Digest of the whole state: equal on every node that folded the same entries. */
  public static Digest ofState(State state) {
    return Digest.of(STATE.write(state).canonical());
  }
}
