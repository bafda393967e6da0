package homeward.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.exchange.AuthorId;
import homeward.exchange.Decision;
import homeward.exchange.Digest;
import homeward.exchange.Entry;
import homeward.exchange.Journey;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Parties;
import homeward.exchange.PartyId;
import homeward.exchange.Person;
import homeward.exchange.Ref;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import homeward.exchange.Trail;
import homeward.ruling.Cast.Voice;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;

/**
 * An exchange played entry by entry through {@link Protocol#decide}. Every step gives another play, so that many tests go on
 * from one. The id of an entry is a digest of its index.
 *
 * @param now stamp of the next entry, epoch ms
 * @param keeper the node that keeps the log
 */
record Play(State state, long now, AuthorId keeper) {
  /** 06:00 on the day the exchange is opened. */
  static final long START = 1_747_375_200_000L;

  static final long HOUR = 3_600_000L;

  static Play begins() {
    return new Play(State.unopened("x"), START, Cast.nodeOf(Cast.M));
  }

  /** At so many hours after the start, or now if that is past already. */
  Play atHour(long hours) {
    return at(START + hours * HOUR);
  }

  Play at(long stamp) {
    return new Play(state, Math.max(stamp, now), keeper);
  }

  Play laterBy(long hours) {
    return at(now + hours * HOUR);
  }

  Play keptBy(AuthorId node) {
    return new Play(state, now, node);
  }

  static Digest idAt(long index) {
    return Cast.digest("entry " + index);
  }

  /** The id of the last entry. */
  Digest last() {
    return idAt(state.course().size() - 1);
  }

  /** The entry that says this next, as an honest node hands it in. */
  Entry entry(Voice who, Move move) {
    long index = state.course().size();
    Optional<Parties.Author> author = Optional.ofNullable(state.parties().authors().get(who.author()));
    long sequence = author.map(Parties.Author::sequence).orElse(0L) + 1;
    Digest previous = author.map(Parties.Author::head).orElse(Digest.OF_NOTHING);
    return new Entry(
        idAt(index), index, now, keeper, who.author(), who.function(), sequence, previous, index, now, move,
            Optional.empty());
  }

  /** The same entry with a checkpoint that the node looked at. */
  static Entry witnessed(Entry e, Entry.Witness witness) {
    return new Entry(
        e.id(), e.index(), e.stamp(), e.keeper(), e.author(), e.function(), e.sequence(), e.previous(), e.seenSize(),
            e.sentAt(),
        e.move(), Optional.of(witness));
  }

  /** The same entry at another place in its author's chain. */
  static Entry chained(Entry e, long sequence, Digest previous) {
    return new Entry(
        e.id(), e.index(), e.stamp(), e.keeper(), e.author(), e.function(), sequence, previous, e.seenSize(),
            e.sentAt(), e.move(),
        e.witness());
  }

  /** The same entry by somebody who had seen less of the log. */
  static Entry havingSeen(Entry e, long size) {
    return new Entry(
        e.id(), e.index(), e.stamp(), e.keeper(), e.author(), e.function(), e.sequence(), e.previous(), size,
            e.sentAt(), e.move(),
        e.witness());
  }

  /** An entry and what deciding made of it. */
  record Attempt(Entry entry, Decision decision) {
    /** In the words of the table: + or the refusal's name. */
    String answer() {
      return decision.refusal().map(Refusal::getClass).map(Class::getSimpleName).orElse("+");
    }
  }

  Attempt decide(Entry entry) {
    return new Attempt(entry, Protocol.decide(state, entry));
  }

  Attempt tries(Voice who, Move move) {
    return decide(entry(who, move));
  }

  /** Why it is refused; fails when it is accepted. */
  Refusal refusal(Voice who, Move move) {
    return refusal(entry(who, move));
  }

  Refusal refusal(Entry entry) {
    Optional<Refusal> refusal = decide(entry).decision().refusal();
    assertThat(refusal).as("%s", entry.move()).isPresent();
    return refusal.orElseThrow();
  }

  /** One entry further; it has to be accepted. */
  Play says(Voice who, Move move) {
    return goesOn(entry(who, move));
  }

  Play goesOn(Entry entry) {
    Attempt attempt = decide(entry);
    assertThat(attempt.decision().refusal()).as("refusal of %s", entry.move()).isEmpty();
    return after(attempt);
  }

  /** One entry further, whatever the answer. */
  Play after(Attempt attempt) {
    return new Play(attempt.decision().next(), now + 1_000, keeper);
  }

  Play passing(Voice who, Move move) {
    return after(tries(who, move));
  }

  /** Proposes a matter for a thousand hours and has it signed by these in turn. */
  Play agrees(Matter matter, Voice proposer, Voice... signers) {
    Play play = says(proposer, new Move.Propose(matter, START + 1_000 * HOUR));
    Digest id = play.last();
    for (Voice signer : signers) {
      play = play.says(signer, new Move.Sign(id));
    }
    return play;
  }

  /** Both sides sign it, two people each. */
  Play bothAgree(Matter matter) {
    return agrees(matter, Cast.A1, Cast.A2, Cast.B1, Cast.B2);
  }

  Journey journey(String code) {
    return Objects.requireNonNull(state.journeys().get(code), code);
  }

  /** A wave of day 1. */
  Journey.Wave wave(int number) {
    return journey(Cast.DAY_1).wave(number);
  }

  /** Whom a holder has in a wave of day 1. */
  SortedSet<Ref> roll(int wave, PartyId holder) {
    return Objects.requireNonNull(wave(wave).rolls().get(holder)).everybody();
  }

  Person person(Ref ref) {
    return Objects.requireNonNull(state.people().get(ref), ref.value());
  }

  Trail trail(Ref ref) {
    return Objects.requireNonNull(state.trails().get(ref), ref.value());
  }

  Parties.Author author(Voice who) {
    return Objects.requireNonNull(state.parties().authors().get(who.author()), who.name());
  }

  State.Discrepancy discrepancy(String id) {
    return Objects.requireNonNull(state.discrepancies().get(id), id);
  }

  /** When a party was last heard of, epoch ms. */
  long heard(PartyId party) {
    return Objects.requireNonNull(state.parties().heard().get(party), party.value());
  }

  /** The index of the last entry. */
  long lastIndex() {
    return state.course().size() - 1;
  }

  /** The oldest pending proposal of this kind, or a digest of nothing that waits. */
  Digest pending(Predicate<Matter> wanted) {
    return pendingSubject(subject -> subject instanceof State.Subject.Proposal proposal
        && wanted.test(proposal.matter()));
  }

  Digest pending(Class<? extends Matter> kind) {
    return pending(kind::isInstance);
  }

  Digest pendingSubject(Predicate<State.Subject> wanted) {
    return state.pending().values().stream()
        .filter(pending -> wanted.test(pending.subject()))
        .min(Comparator.comparingLong(State.Pending::index))
        .map(State.Pending::id)
        .orElse(Cast.digest("nothing that waits"));
  }
}
