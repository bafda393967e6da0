package homeward.conduct;

import homeward.exchange.Journey;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Person;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.Terms;
import homeward.exchange.Trail;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;

/**
 * What a party sees.
 *
 * @param now its own time, epoch ms
 * @param common the newest checkpoint that every side with keys has cosigned
 * @param alone whether the keeper has been silent past the terms' deadline, so that this party goes on without it
 * @param stamps the stamp of an entry by its index
 */
public record View(
    State state,
    PartyId me,
    long now,
    Optional<Move.CosignedCheckpoint> common,
    boolean alone,
    LongUnaryOperator stamps) {
  static final long MINUTE = 60_000L;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;

  State.Phase phase() {
    return state.course().phase();
  }

  long stampOf(long index) {
    return stamps.applyAsLong(index);
  }

  Terms terms() {
    return state.terms();
  }

  PartyId otherSide() {
    return state.parties().members().keySet().stream()
        .filter(party -> state.parties().isSide(party) && !party.equals(me))
        .findFirst()
        .orElseThrow();
  }

  boolean opener() {
    return state.course().opener().equals(Optional.of(me));
  }

  Trail trail(Ref ref) {
    return state.trails().getOrDefault(ref, Trail.UNSEEN);
  }

  /** This holder's people whom the home side accepted and who sit nowhere, by category. */
  SortedMap<String, SortedSet<Ref>> free() {
    TreeMap<String, SortedSet<Ref>> free = new TreeMap<>();
    state.people().forEach(
            (ref, person) -> {
              if (person.holder().equals(me) && agreed(ref, person)) {
                free.computeIfAbsent(person.category(), category -> new TreeSet<>()).add(ref);
              }
            });
    return free;
  }

  /** Accepted, seated nowhere, and not gone. */
  boolean agreed(Ref ref, Person person) {
    return person.promise() == Person.Promise.AGREED && trail(ref).facts().isEmpty();
  }

  /** Journeys that something may still happen on. */
  Iterable<Journey> underWay() {
    return state.journeys().values().stream().filter(journey -> !journey.over()).toList();
  }
}
