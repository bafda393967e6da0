package homeward.ruling;

import homeward.exchange.Decision;
import homeward.exchange.Entry;
import homeward.exchange.Function;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What one entry does. A pure function: the same log gives the same state everywhere. Every entry takes its place; an act that
 * a rule does not allow is refused and moves only its author's head; whatever was observed is accepted.
 */
public final class Protocol {
  private Protocol() {}

  /**
   * Decides one entry.
   *
   * @param now what stands after the entries before it
   * @param entry in its place, its signature verified by the caller
   * @return the next state, and the refusal if there is one
   * @throws IllegalArgumentException when the entry is not the next one of this log, or its stamp goes back: the caller's fault
   */
  public static Decision decide(State now, Entry entry) {
    if (entry.index() != now.course().size() || entry.stamp() < now.course().stamp()) {
      throw new IllegalArgumentException("entry " + entry.index() + " does not follow a log of " + now.course().size());
    }
    State counted = now.with(now.course().after(entry));
    return switch (Door.open(counted, entry)) {
      case Door.Shut(State left, Refusal why) -> new Decision(left, Optional.of(why));
      case Door.Open(Turn turn) -> decided(counted, turn, entry);
    };
  }

  /** A refused opening leaves nothing, not even its author's head: nobody is enrolled yet. */
  private static Decision decided(State counted, Turn turn, Entry entry) {
    boolean genesis = Opening.isGenesis(counted, entry);
    return switch (move(turn, entry.move())) {
      case Outcome.Accepted(State next) -> new Decision(next, Optional.empty());
      case Outcome.Refused(Refusal why) -> new Decision(genesis ? counted : turn.now(), Optional.of(why));
    };
  }

  /**
   * Whom a side waits for, and from when (epoch ms) the silence of each lets that side end the exchange, if nothing more is said.
   *
   * @param side the side that would end it
   */
  public static SortedMap<PartyId, Long> silentFrom(State now, PartyId side) {
    return Collections.unmodifiableSortedMap(Halts.silentFrom(now, side));
  }

  /** Whether an opening would be the first word at this stamp (epoch ms): the keys that sign it stand in itself. */
  public static boolean mayBegin(State now, long stamp) {
    return Opening.mayBegin(now, stamp);
  }

  /** The one place where every move finds its rules. A report's move comes back here once the report is signed. */
  static Outcome move(Turn turn, Move move) {
    return switch (move) {
      case Move.Observation seen -> new Outcome.Accepted(Observing.record(turn, seen));
      case Move.Act act ->
          Ruling.begin()
              .require(() -> Phases.allow(turn.now().course().phase(), act), () -> new Refusal.NotNow(turn.now().course().phase()))
              .require(() -> !Halts.stops(turn.now(), act), () -> Halts.refusal(turn.now()))
              .thenAsk(() -> act(turn, act));
      case Move.Report report ->
          Ruling.begin()
              .require(
                  () -> turn.now().course().phase() != State.Phase.UNOPENED, () -> new Refusal.NotNow(State.Phase.UNOPENED))
              .thenAsk(() -> Matters.report(turn, report));
      case Move.Announce announcement ->
          Ruling.begin()
              .require(
                  () -> turn.now().course().phase() != State.Phase.UNOPENED, () -> new Refusal.NotNow(State.Phase.UNOPENED))
              .thenAsk(() -> Announcing.announce(turn, announcement));
    };
  }

  private static Outcome act(Turn turn, Move.Act act) {
    return switch (act) {
      case Move.Open open -> Opening.open(turn, open);
      case Move.Enrol enrol -> Opening.enrol(turn, enrol);
      case Move.EnrolDevice device -> Opening.enrolDevice(turn, device);
      case Move.Propose propose -> Matters.propose(turn, propose);
      case Move.Sign sign -> Matters.sign(turn, sign);
      case Move.Withdraw withdraw -> Matters.withdraw(turn, withdraw);
      case Move.Commit commit -> Listing.commit(turn, commit);
      case Move.Lodge lodge -> Listing.lodge(turn, lodge);
      case Move.Answer answer -> Listing.answer(turn, answer);
      case Move.Complete complete -> Listing.complete(turn, complete);
      case Move.Acknowledge acknowledge -> Convening.acknowledge(turn, acknowledge);
      case Move.Manifest manifest -> Seating.manifest(turn, manifest);
      case Move.Clear clear -> Convening.clear(turn, clear);
      case Move.Ready ready -> Releasing.ready(turn, ready);
      case Move.Unready unready -> Releasing.unready(turn, unready);
      case Move.Authorise authorise -> Releasing.authorise(turn, authorise);
      case Move.Halt halt -> Halts.halt(turn, halt);
      case Move.Resume resume -> Halts.resume(turn, resume);
      case Move.End end -> Halts.end(turn);
      case Move.Lapse lapse -> Lapses.lapse(turn, lapse.what());
      case Move.Erase erase -> new Outcome.Accepted(turn.now());
    };
  }

  /** Whether somebody in this function may say this at all, whatever the state: asked at the door. */
  static Optional<Refusal> functionFor(Turn turn, Move move, boolean root, boolean device) {
    boolean rightKey = root ? move instanceof Move.Enrol && turn.function() == Function.ROOT : !device && !(move instanceof Move.Enrol);
    if (!rightKey) {
      return Optional.of(new Refusal.NotYourFunction(move instanceof Move.Enrol ? Function.ROOT : Function.SIDE));
    }
    boolean holds = root || turn.holds(turn.party(), turn.function());
    return holds ? Optional.empty() : Optional.of(new Refusal.NotYourFunction(turn.function()));
  }
}
