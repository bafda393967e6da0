package homeward.ruling;

import homeward.exchange.Digest;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** What needs several signatures: proposed, signed, withdrawn. It takes effect at the last signature that is needed. */
final class Matters {
  private Matters() {}

  /** A proposal is refused when it could not take effect as things stand: nobody is asked to sign what cannot be done. */
  static Outcome propose(Turn turn, Move.Propose propose) {
    State.Subject subject = new State.Subject.Proposal(propose.matter());
    return Ruling.begin()
        .require(() -> propose.until() > turn.stamp(), () -> new Refusal.Lapsed(propose.until()))
        .require(() -> Quorum.needed(turn.now(), subject, turn.party()).containsKey(turn.party()), Refusal.NotAsked::new)
        .thenAsk(() -> effect(turn, subject) instanceof Outcome.Refused refused ? refused : proposed(turn, subject, propose.until()));
  }

  private static Outcome proposed(Turn turn, State.Subject subject, long until) {
    State waiting = awaiting(turn, subject, until);
    return completed(turn.at(waiting), turn.id());
  }

  static State awaiting(Turn turn, State.Subject subject, long until) {
    State.Pending fresh =
        new State.Pending(
            turn.id(), turn.index(), turn.party(), subject, until, State.none(), Collections.unmodifiableSortedSet(new TreeSet<>()));
    return turn.now().awaiting(signedBy(turn, fresh));
  }

  private static State.Pending signedBy(Turn turn, State.Pending pending) {
    PartyId party = turn.party();
    SortedSet<PartyId> reported = new TreeSet<>(pending.reported());
    SortedMap<PartyId, SortedSet<String>> signed = pending.signed();
    if (turn.person().isEmpty()) {
      reported.add(party);
    } else {
      SortedSet<String> people = new TreeSet<>(signed.getOrDefault(party, new TreeSet<>()));
      people.add(turn.person().get());
      signed = State.put(signed, party, Collections.unmodifiableSortedSet(people));
    }
    return new State.Pending(
        pending.id(),
        pending.index(),
        pending.proposer(),
        pending.subject(),
        pending.until(),
        signed,
        Collections.unmodifiableSortedSet(reported));
  }

  static Outcome sign(Turn turn, Move.Sign sign) {
    Digest id = sign.proposal();
    return Ruling.begin()
        .require(() -> turn.now().pending().containsKey(id), () -> new Refusal.NoSuch("proposal"))
        .require(() -> inPhase(turn, pending(turn, id)), () -> new Refusal.NotNow(turn.now().course().phase()))
        .require(() -> turn.stamp() <= pending(turn, id).until(), () -> new Refusal.Lapsed(pending(turn, id).until()))
        .require(() -> asked(turn, pending(turn, id)), Refusal.NotAsked::new)
        .require(() -> !hasSigned(turn, pending(turn, id)), Refusal.SamePerson::new)
        .thenAsk(() -> completed(turn.at(turn.now().awaiting(signedBy(turn, pending(turn, id)))), id));
  }

  private static State.Pending pending(Turn turn, Digest id) {
    return java.util.Objects.requireNonNull(turn.now().pending().get(id));
  }

  /** What the phase forbids is neither signed any more nor withdrawn: it lies as it was. */
  private static boolean inPhase(Turn turn, State.Pending pending) {
    return !(pending.subject() instanceof State.Subject.Proposal(Matter matter))
        || Phases.allow(turn.now().course().phase(), matter);
  }

  private static boolean asked(Turn turn, State.Pending pending) {
    return Quorum.needed(turn.now(), pending.subject(), pending.proposer()).containsKey(turn.party());
  }

  private static boolean hasSigned(Turn turn, State.Pending pending) {
    return turn.person().isEmpty()
        ? pending.reported().contains(turn.party())
        : Optional.ofNullable(pending.signed().get(turn.party())).map(people -> people.contains(turn.person().get())).orElse(false);
  }

  /** Takes effect when the last signature is in, by the same rules as when it was proposed: its basis may be gone since. */
  private static Outcome completed(Turn turn, Digest id) {
    State.Pending waiting = pending(turn, id);
    if (!Quorum.complete(turn.now(), waiting)) {
      return new Outcome.Accepted(turn.now());
    }
    if (waiting.subject() instanceof State.Subject.Reported(Move.Report report)) {
      return take(turn, waiting, report);
    }
    Turn cause =
        new Turn(
            turn.now().settled(id),
            waiting.id(),
            waiting.index(),
            turn.stamp(),
            waiting.proposer(),
            turn.function(),
            turn.person(),
            turn.provenance(),
            turn.witness(),
            turn.oneSidedLog());
    return effect(cause, waiting.subject());
  }

  static Outcome withdraw(Turn turn, Move.Withdraw withdraw) {
    Digest id = withdraw.proposal();
    return Ruling.begin()
        .require(() -> turn.now().pending().containsKey(id), () -> new Refusal.NoSuch("proposal"))
        .require(() -> inPhase(turn, pending(turn, id)), () -> new Refusal.NotNow(turn.now().course().phase()))
        .require(() -> signedByParty(turn, pending(turn, id)), Refusal.NotAsked::new)
        .then(() -> dropped(turn.now(), pending(turn, id)));
  }

  private static boolean signedByParty(Turn turn, State.Pending pending) {
    return pending.signed().containsKey(turn.party()) || pending.reported().contains(turn.party());
  }

  static State dropped(State now, State.Pending pending) {
    return pending.subject() instanceof State.Subject.Opening ? Opening.undone(now) : now.settled(pending.id());
  }

  /** The one place where every matter finds its rules and its effect; its phase was asked before. The turn's party is the proposer. */
  private static Outcome effect(Turn turn, State.Subject subject) {
    return switch (subject) {
      case State.Subject.Opening(Move.Open open) -> new Outcome.Accepted(Opening.effective(turn.now(), open));
      case State.Subject.Reported reported -> throw new IllegalStateException("a report has its own way");
      case State.Subject.Proposal(Matter matter) ->
          Ruling.begin()
              .require(() -> !Halts.stops(turn.now(), matter), () -> Halts.refusal(turn.now()))
              .thenAsk(() -> effect(turn, matter));
    };
  }

  private static Outcome effect(Turn turn, Matter matter) {
    return switch (matter) {
      case Matter.Admission admission -> Opening.admit(turn, admission);
      case Matter.Agree agree -> Agreeing.agree(turn, agree);
      case Matter.Freeze freeze -> Agreeing.freeze(turn, freeze);
      case Matter.Convene convene -> Convening.convene(turn, convene);
      case Matter.Seal seal -> Seating.seal(turn, seal);
      case Matter.Change change -> Seating.change(turn, change);
      case Matter.Settlement settlement -> Settling.settle(turn, settlement);
      case Matter.Close close -> Halts.close(turn, close);
      case Matter.Lift lift -> Announcing.lift(turn, lift);
      case Matter.Succession succession -> Agreeing.succeed(turn, succession);
      case Matter.GoOn goOn -> Halts.goOn(turn, goOn);
    };
  }

  /** A report waits for a second person of the reporter; then what the paper says is asked by the same rules as anything else. */
  static Outcome report(Turn turn, Move.Report report) {
    State now = turn.now();
    return Ruling.begin()
        .require(() -> now.parties().onPaper(report.onBehalf()), () -> new Refusal.PaperStatus(report.onBehalf()))
        .require(() -> reportable(report.move()), Refusal.NotReportable::new)
        .require(() -> !turn.oneSidedLog() || report.move() instanceof Move.Observation, Refusal.OneSidedLog::new)
        .then(() -> awaiting(turn, new State.Subject.Reported(report), turn.stamp() + now.course().patienceHours() * Turn.HOUR));
  }

  private static boolean reportable(Move move) {
    return switch (move) {
      case Move.Report report -> false;
      case Move.Open open -> false;
      case Move.Enrol enrol -> false;
      case Move.EnrolDevice device -> false;
      case Move.Propose propose -> !(propose.matter() instanceof Matter.Admission);
      case Move.Act act -> true;
      case Move.Observation seen -> true;
      case Move.Announce announcement -> true;
    };
  }

  private static Outcome take(Turn turn, State.Pending waiting, Move.Report report) {
    State without = turn.now().settled(waiting.id());
    State heard = without.with(without.parties().heardOf(report.onBehalf(), turn.stamp()));
    return Protocol.move(turn.onBehalf(report.onBehalf(), waiting, heard), report.move());
  }
}
