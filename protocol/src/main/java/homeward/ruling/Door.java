package homeward.ruling;

import homeward.exchange.AuthorId;
import homeward.exchange.Digest;
import homeward.exchange.Entry;
import homeward.exchange.Function;
import homeward.exchange.Matter;
import homeward.exchange.Move;
import homeward.exchange.Parties;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import java.util.Optional;

/**
 * What every entry is asked before its own rules: who speaks, in which place of their own chain, in which function, and in
 * whose log.
 *
 * @param state the state with the author's head moved, when it may move
 * @param refusal why it goes no further
 */
record Door(State state, Turn turn, Optional<Refusal> refusal) {

  static Door open(State counted, Entry entry) {
    State known = Opening.isGenesis(counted, entry) ? Opening.withAuthors(counted, (Move.Open) entry.move()) : counted;
    Parties.Author author = known.parties().authors().get(entry.author());
    boolean observed = entry.move() instanceof Move.Observation;
    if (author == null || (!observed && !author.speaksAt(entry.stamp()))) {
      return stop(counted, entry, author, new Refusal.NotEnrolled(entry.author()));
    }
    boolean follows = entry.sequence() == author.sequence() + 1 && entry.previous().equals(author.head());
    State marked = follows ? known : equivocation(known, entry, author);
    if (!follows && !observed) {
      return stop(marked, entry, author, new Refusal.StaleHead(author.sequence(), author.head()));
    }
    State moved =
        entry.sequence() > author.sequence() ? marked.with(marked.parties().with(entry.author(), author.after(entry))) : marked;
    State heard = moved.with(moved.parties().heardOf(author.party(), entry.stamp()));
    Turn turn = turn(heard, entry, author);
    return new Door(heard, turn, observed ? Optional.empty() : refusal(turn, entry.move(), author));
  }

  private static Optional<Refusal> refusal(Turn turn, Move move, Parties.Author author) {
    boolean root = author.role() == Parties.Role.ROOT;
    boolean genesis = turn.now().course().opener().isEmpty() && move instanceof Move.Open && turn.function() == Function.SIDE;
    Optional<Refusal> function =
        genesis ? Optional.empty() : Protocol.functionFor(turn, move, root, author.role() == Parties.Role.DEVICE);
    if (function.isPresent()) {
      return function;
    }
    boolean misplaced = turn.oneSidedLog() && !allowedOneSided(turn.now(), move);
    return misplaced ? Optional.of(new Refusal.OneSidedLog()) : Optional.empty();
  }

  /** In a log that somebody else than the keeper keeps, nothing is promised; only a succession gets out of it. */
  private static boolean allowedOneSided(State now, Move move) {
    return switch (move) {
      case Move.Lapse lapse -> true;
      case Move.End end -> true;
      case Move.Report report -> true;
      case Move.Observation seen -> true;
      case Move.Propose propose -> isKeeperSuccession(new State.Subject.Proposal(propose.matter()));
      case Move.Sign sign -> signable(now, sign.proposal());
      case Move.Withdraw withdraw -> signable(now, withdraw.proposal());
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

  private static Door stop(State state, Entry entry, Parties.@org.jspecify.annotations.Nullable Author author, Refusal why) {
    AuthorId nobody = entry.author();
    Turn turn = turn(state, entry, author == null ? nobody(nobody) : author);
    return new Door(state, turn, Optional.of(why));
  }

  private static Parties.Author nobody(AuthorId id) {
    homeward.exchange.PartyId none = new homeward.exchange.PartyId(id.value());
    return new Parties.Author(none, Parties.Role.DELEGATE, id.value(), Digest.OF_NOTHING.value(), 0, true, 0, Digest.OF_NOTHING);
  }

  private static Turn turn(State state, Entry entry, Parties.Author author) {
    Optional<homeward.exchange.PartyId> keptBy = state.parties().ofNode(entry.keeper());
    Optional<homeward.exchange.PartyId> keeper = Optional.ofNullable(state.course().functions().get(Function.KEEPER));
    boolean oneSided = keeper.isPresent() && !keeper.equals(keptBy);
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
        oneSided);
  }
}
