package homeward.ruling;

import homeward.exchange.Digest;
import homeward.exchange.Entry;
import homeward.exchange.Function;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Parties;
import homeward.exchange.PartyId;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import java.util.Optional;

/**
 * What every entry is asked before its own rules: who speaks, in which place of their own chain, in which function, and in
 * whose log.
 */
sealed interface Door {
  /**
   * It goes no further.
   *
   * @param state the state with the author's head moved, when it may move
   */
  record Shut(State state, Refusal why) implements Door {}

  /** Its own rules are asked next, in this turn. */
  record Open(Turn turn) implements Door {}

  static Door open(State counted, Entry entry) {
    boolean genesis = Opening.isGenesis(counted, entry);
    State known = genesis ? Opening.withAuthors(counted, (Move.Open) entry.move()) : counted;
    Parties.Author author = known.parties().authors().get(entry.author());
    boolean observed = entry.move() instanceof Move.Observation;
    if (author == null || (!observed && !author.speaksAt(entry.stamp()))) {
      return new Shut(counted, new Refusal.NotEnrolled(entry.author()));
    }
    boolean follows = entry.sequence() == author.sequence() + 1 && entry.previous().equals(author.head());
    State marked = equivocation(follows ? known : counted, entry, author);
    if (!follows && !observed) {
      return new Shut(marked, new Refusal.StaleHead(author.sequence(), author.head()));
    }
    State moved =
        entry.sequence() > author.sequence() ? marked.with(marked.parties().with(entry.author(), author.after(entry))) : marked;
    State heard = moved.with(moved.parties().heardOf(author.party(), entry.stamp()));
    Turn turn = turn(heard, entry, author);
    Optional<Refusal> why = observed ? Optional.empty() : refusal(turn, entry.move(), author);
    return why.<Door>map(refusal -> new Shut(genesis ? counted : heard, refusal)).orElseGet(() -> new Open(turn));
  }

  private static Optional<Refusal> refusal(Turn turn, Move move, Parties.Author author) {
    boolean root = author.role() == Parties.Role.ROOT;
    // Before there is an opener only the delegates speak whom the opening itself names.
    boolean genesis = turn.now().course().opener().isEmpty() && turn.function() == Function.SIDE;
    Optional<Refusal> function =
        genesis ? Optional.empty() : Protocol.functionFor(turn, move, root, author.role() == Parties.Role.DEVICE);
    if (function.isPresent()) {
      return function;
    }
    boolean misplaced = turn.oneSidedLog() && !allowedOneSided(turn, move);
    return misplaced ? Optional.of(new Refusal.OneSidedLog()) : Optional.empty();
  }

  /**
   * In a log that somebody else than the keeper keeps, nothing is promised; only a succession gets out of it. A party without
   * a voice may find one there, or it could neither say what it saw nor end anything while the keeper is silent.
   */
  private static boolean allowedOneSided(Turn turn, Move move) {
    return switch (move) {
      case Move.Lapse lapse -> true;
      case Move.End end -> true;
      case Move.Report report -> true;
      case Move.Observation seen -> throw new IllegalStateException("what was seen is not refused");
      case Move.Propose propose -> isKeeperSuccession(new State.Subject.Proposal(propose.matter()));
      case Move.Sign sign -> signable(turn.now(), sign.proposal());
      case Move.Withdraw withdraw -> signable(turn.now(), withdraw.proposal());
      case Move.Enrol enrol -> !Opening.hasDelegates(turn.now(), turn.party());
      case Move.Act act -> false;
      case Move.Announce announcement -> false;
    };
  }

  private static boolean signable(State now, Digest proposal) {
    State.Pending pending = now.pending().get(proposal);
    return pending != null
        && (pending.subject() instanceof State.Subject.Reported || isKeeperSuccession(pending.subject()));
  }

  private static boolean isKeeperSuccession(State.Subject subject) {
    return subject instanceof State.Subject.Proposal(Matter.Succession succession)
        && succession.function() == Function.KEEPER;
  }

  private static State equivocation(State now, Entry entry, Parties.Author author) {
    if (entry.sequence() > author.sequence()) {
      return now;
    }
    String id = "equivocation-" + entry.author().value() + "-" + entry.sequence();
    return Settling.open(now, id, State.DiscrepancyKind.EQUIVOCATION, Optional.empty(), entry.index());
  }

  private static Turn turn(State state, Entry entry, Parties.Author author) {
    Optional<PartyId> keptBy = state.parties().ofNode(entry.keeper());
    // Before the opening there is no keeper, and no node is known.
    Optional<PartyId> keeper = Optional.ofNullable(state.course().functions().get(Function.KEEPER));
    return new Turn(
        state,
        entry.id(),
        entry.index(),
        entry.stamp(),
        author.party(),
        entry.function(),
        Optional.of(author.person()),
        State.Provenance.SIGNED,
        entry.witness(),
        !keeper.equals(keptBy));
  }
}
