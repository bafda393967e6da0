package homeward.server.journeys;

import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.ruling.Protocol;
import homeward.server.signing.Signing;
import homeward.server.wording.Moment;
import homeward.server.wording.Saying;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What this party can do by hand about the exchange as a whole.
 *
 * @param speaks whether it has a function to speak in
 * @param halts whether it could halt; {@code resumes} whether the halt that stands is its own to end
 * @param endsFrom from when it may end the exchange (to the minute, UTC); nothing for whoever is no side
 * @param withdrawable what it has signed and can still take back
 */
record Mine(boolean speaks, boolean halts, boolean resumes, Optional<String> endsFrom, List<Signed> withdrawable) {
  private static final List<Move.Cause> CAUSES = List.of(Move.Cause.values());

  /** Something that still waits for others. */
  record Signed(String id, Saying saying, String until) {}

  static Mine of(State state, PartyId me, Map<PartyId, String> names) {
    boolean speaks = Signing.voice(state, me).isPresent();
    boolean going = state.course().phase() == State.Phase.OFFERED || state.course().phase() == State.Phase.IN_FORCE;
    Optional<State.Halted> halted = state.course().halted();
    boolean ends = going && state.parties().isSide(me);
    return new Mine(
        speaks,
        speaks && going && halted.isEmpty(),
        halted.map(halt -> halt.by().equals(me)).orElse(false),
        ends ? Optional.of(Moment.utc(endsFrom(state, me))) : Optional.empty(),
        state.pending().values().stream()
            .filter(pending -> pending.signed().containsKey(me) && pending.subject() instanceof State.Subject.Proposal)
            .map(pending -> new Signed(pending.id().value(), Saying.signing(pending.subject(), names), Moment.utc(pending.until())))
            .toList());
  }

  /** The end agreed, or the silence of somebody who is waited for. */
  private static long endsFrom(State state, PartyId me) {
    long agreed = state.course().agreed().map(terms -> terms.terms().deadlines().end()).orElse(LATEST);
    return Protocol.silentFrom(state, me).values().stream().mapToLong(from -> from).reduce(agreed, Math::min);
  }

  /** The last day that four digits can write. */
  private static final long LATEST = 253_402_300_799_000L;

  /** Why one may halt, in the order in which it is offered. */
  public List<Move.Cause> causes() {
    return CAUSES;
  }
}
