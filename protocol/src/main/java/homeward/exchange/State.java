package homeward.exchange;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What stands after so many entries of one exchange. Every node that folds the same entries holds the same state, and its
 * canonical JSON has the same digest. Promises (people's seats, matters, journeys) roll back; facts (trails, counts,
 * arrivals, discrepancies, announcements) only grow.
 *
 * @param pending what waits for signatures, by the entry that proposed it
 * @param offers the list of each holder
 * @param people everybody ever offered or seated, by reference
 * @param journeys by code
 * @param trails what was seen of each reference, in the order of the log
 * @param arrivals who arrived unlisted
 * @param discrepancies by id
 * @param closing the balance that both sides closed on
 */
public record State(
    Course course,
    Parties parties,
    SortedMap<Digest, Pending> pending,
    SortedMap<PartyId, Offer> offers,
    SortedMap<Ref, Person> people,
    SortedMap<String, Journey> journeys,
    SortedMap<Ref, Trail> trails,
    SortedMap<Ref, Arrival> arrivals,
    SortedMap<String, Discrepancy> discrepancies,
    List<Announcement> announcements,
    Optional<Closing> closing) {

  /** Before anything: an exchange of this code that nobody has opened. */
  public static State unopened(String exchange) {
    Course course =
        new Course(exchange, Phase.UNOPENED, 0, 0, 0, Optional.empty(), none(), Optional.empty(), Optional.empty(), Optional.empty());
    return new State(
        course, new Parties(none(), none(), none()), none(), none(), none(), none(), none(), none(), none(), List.of(), Optional.empty());
  }

  /** An empty map that nobody can change. */
  public static <K extends Comparable<? super K>, V> SortedMap<K, V> none() {
    return Collections.unmodifiableSortedMap(new TreeMap<>());
  }

  /** A copy of the map with this entry put. */
  public static <K extends Comparable<? super K>, V> SortedMap<K, V> put(SortedMap<K, V> map, K key, V value) {
    TreeMap<K, V> copy = new TreeMap<>(map);
    copy.put(key, value);
    return Collections.unmodifiableSortedMap(copy);
  }

  /** A copy of the map with all of these put. */
  public static <K extends Comparable<? super K>, V> SortedMap<K, V> putAll(SortedMap<K, V> map, SortedMap<K, V> more) {
    if (more.isEmpty()) {
      return map;
    }
    TreeMap<K, V> copy = new TreeMap<>(map);
    copy.putAll(more);
    return Collections.unmodifiableSortedMap(copy);
  }

  /** A copy of the map without this key. */
  public static <K extends Comparable<? super K>, V> SortedMap<K, V> drop(SortedMap<K, V> map, K key) {
    TreeMap<K, V> copy = new TreeMap<>(map);
    copy.remove(key);
    return Collections.unmodifiableSortedMap(copy);
  }

  /** The terms in force. Ask only where the phase says that there are some. */
  public Terms terms() {
    return course.agreed().orElseThrow().terms();
  }

  public State with(Course changed) {
    return new State(changed, parties, pending, offers, people, journeys, trails, arrivals, discrepancies, announcements, closing);
  }

  public State with(Parties changed) {
    return new State(course, changed, pending, offers, people, journeys, trails, arrivals, discrepancies, announcements, closing);
  }

  /** With something waiting for signatures. */
  public State awaiting(Pending added) {
    return withPending(put(pending, added.id(), added));
  }

  /** With nothing more waiting under this id. */
  public State settled(Digest id) {
    return withPending(drop(pending, id));
  }

  private State withPending(SortedMap<Digest, Pending> changed) {
    return new State(course, parties, changed, offers, people, journeys, trails, arrivals, discrepancies, announcements, closing);
  }

  public State with(PartyId holder, Offer changed) {
    return new State(
        course, parties, pending, put(offers, holder, changed), people, journeys, trails, arrivals, discrepancies, announcements, closing);
  }

  public State withPeople(SortedMap<Ref, Person> changed) {
    return new State(
        course, parties, pending, offers, putAll(people, changed), journeys, trails, arrivals, discrepancies, announcements, closing);
  }

  public State with(Journey changed) {
    return new State(
        course,
        parties,
        pending,
        offers,
        people,
        put(journeys, changed.code(), changed),
        trails,
        arrivals,
        discrepancies,
        announcements,
        closing);
  }

  public State withTrails(SortedMap<Ref, Trail> changed) {
    return new State(
        course, parties, pending, offers, people, journeys, putAll(trails, changed), arrivals, discrepancies, announcements, closing);
  }

  public State withArrivals(SortedMap<Ref, Arrival> changed) {
    return new State(
        course, parties, pending, offers, people, journeys, trails, putAll(arrivals, changed), discrepancies, announcements, closing);
  }

  public State with(Discrepancy changed) {
    return new State(
        course,
        parties,
        pending,
        offers,
        people,
        journeys,
        trails,
        arrivals,
        put(discrepancies, changed.id(), changed),
        announcements,
        closing);
  }

  public State with(Announcement added) {
    List<Announcement> more = new java.util.ArrayList<>(announcements);
    more.add(added);
    return new State(
        course, parties, pending, offers, people, journeys, trails, arrivals, discrepancies, List.copyOf(more), closing);
  }

  public State with(Closing closed) {
    return new State(
        course, parties, pending, offers, people, journeys, trails, arrivals, discrepancies, announcements, Optional.of(closed));
  }

  /** Where an exchange is. A halt lies over it and is kept apart. */
  public enum Phase {
    /** Nothing is opened yet, or the opening still lacks its second signature. */
    UNOPENED,
    /** Opened; terms may be offered and refused. */
    OFFERED,
    /** Terms bind. */
    IN_FORCE,
    /** Both sides closed it on one balance. */
    CLOSED,
    /** One side ended it after a deadline. */
    ENDED
  }

  /**
   * The exchange as a whole.
   *
   * @param size how many entries the log has
   * @param stamp the last stamp, epoch ms
   * @param patienceHours of the opening, for the time before terms
   * @param opener the party that opened
   * @param functions who holds what now
   * @param frozen digest of the people agreed at the freeze
   */
  public record Course(
      String exchange,
      Phase phase,
      long size,
      long stamp,
      int patienceHours,
      Optional<PartyId> opener,
      SortedMap<Function, PartyId> functions,
      Optional<Agreed> agreed,
      Optional<Halted> halted,
      Optional<Digest> frozen) {

    public Course at(Phase next) {
      return new Course(exchange, next, size, stamp, patienceHours, opener, functions, agreed, halted, frozen);
    }

    /** One entry further. */
    public Course after(Entry entry) {
      return new Course(
          exchange, phase, entry.index() + 1, entry.stamp(), patienceHours, opener, functions, agreed, halted, frozen);
    }

    public Course with(SortedMap<Function, PartyId> changed) {
      return new Course(exchange, phase, size, stamp, patienceHours, opener, changed, agreed, halted, frozen);
    }

    public Course with(Agreed terms) {
      return new Course(
          exchange,
          Phase.IN_FORCE,
          size,
          stamp,
          patienceHours,
          opener,
          terms.terms().functions(),
          Optional.of(terms),
          halted,
          frozen);
    }

    public Course with(Optional<Halted> changed) {
      return new Course(exchange, phase, size, stamp, patienceHours, opener, functions, agreed, changed, frozen);
    }

    public Course frozenOn(Digest people) {
      return new Course(exchange, phase, size, stamp, patienceHours, opener, functions, agreed, halted, Optional.of(people));
    }

    public Course openedBy(PartyId party, int patience, SortedMap<Function, PartyId> assigned) {
      return new Course(exchange, phase, size, stamp, patience, Optional.of(party), assigned, agreed, halted, frozen);
    }
  }

  /** Terms in force, the proposal that brought them, and since when (epoch ms). */
  public record Agreed(Digest proposal, long at, Terms terms) {}

  /** A halt: by which entry, whose, why, and when (epoch ms). */
  public record Halted(Digest entry, PartyId by, Function function, Move.Cause cause, long at) {}

  /**
   * What waits for signatures.
   *
   * @param proposer the party whose entry it is
   * @param signed by party, the people who signed
   * @param reported the parties among them whose signature came from paper
   */
  public record Pending(
      Digest id,
      long index,
      PartyId proposer,
      Subject subject,
      long until,
      SortedMap<PartyId, SortedSet<String>> signed,
      SortedSet<PartyId> reported) {}

  /** What waits. */
  public sealed interface Subject {
    record Opening(Move.Open opening) implements Subject {}

    record Proposal(Matter matter) implements Subject {}

    record Reported(Move.Report report) implements Subject {}
  }

  /** Somebody arrived unlisted: whose, which category as first seen, by whom, in which entry, and who it turned out to be. */
  public record Arrival(
      PartyId returnsTo, String category, PartyId by, Optional<String> journey, long index, Provenance provenance, Optional<Ref> is) {}

  /** How an entry came into the log: signed by its author's own party, or reported by another for a party on paper. */
  public enum Provenance {
    SIGNED,
    REPORTED
  }

  /**
   * Two facts that do not fit, or one that nobody authorised. Only a settlement ends it.
   *
   * @param id a code made of what it is about
   * @param index the entry that opened it
   */
  public record Discrepancy(
      String id, DiscrepancyKind kind, Optional<String> journey, long index, Optional<Matter.Finding> finding) {
    public boolean open() {
      return finding.isEmpty();
    }
  }

  /** What does not fit. */
  public enum DiscrepancyKind {
    COUNT_DIFFERS,
    WITHOUT_AUTHORITY,
    UNLISTED,
    ONE_SIDED,
    TURNED_BACK,
    DIED_IN_TRANSIT,
    CONTRADICTION,
    EQUIVOCATION
  }

  /** What a party said in public, and whether the receipts said the same then. */
  public record Announcement(
      long index,
      PartyId by,
      String journey,
      Move.Scope scope,
      PartyId returnsTo,
      SortedMap<String, Integer> figures,
      Provenance provenance,
      boolean asReceipts) {}

  /** The balance both sides closed on, and where. */
  public record Closing(Digest balance, long index) {}
}
