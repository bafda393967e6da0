package homeward.server.signing;

import homeward.exchange.AuthorId;
import homeward.exchange.Digest;
import homeward.exchange.Entry;
import homeward.exchange.Function;
import homeward.exchange.Move;
import homeward.exchange.Parties;
import homeward.exchange.PartyId;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import homeward.ruling.Protocol;
import homeward.transcript.SignedCheckpoint;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the rules would say to a move as things stand, so that nobody's slip has to stand in the common log. */
final class Foresight {
  private static final Digest UNSIGNED = Digest.of("not signed".getBytes(StandardCharsets.UTF_8));

  private Foresight() {}

  /**
   * Why it would be refused; nothing for an observation, which is never withheld.
   *
   * @param common the newest checkpoint that every side with keys has cosigned
   * @param keeper whose key gave the last entry its place
   * @param author whose key would sign it
   * @param now epoch ms
   */
  static Optional<Refusal> objection(
      State state, Optional<SignedCheckpoint> common, AuthorId keeper, AuthorId author, Function function, Move move, long now) {
    if (move instanceof Move.Observation) {
      return Optional.empty();
    }
    // Whoever opens an exchange is named by the opening itself: a chain that nobody knows yet begins with it.
    Optional<Parties.Author> known = Optional.ofNullable(state.parties().authors().get(author));
    long sequence = known.map(Parties.Author::sequence).orElse(0L) + 1;
    Digest head = known.map(Parties.Author::head).orElse(Digest.OF_NOTHING);
    long stamp = Math.max(now, state.course().stamp());
    Entry entry =
        new Entry(
            UNSIGNED, state.course().size(), stamp, keeper, author, function, sequence, head,
            state.course().size(), stamp, move, witness(state, common, move));
    return Protocol.decide(state, entry).refusal();
  }

  /** What the node will find out about a checkpoint in the body; of any other than the common one nothing is foreseen. */
  private static Optional<Entry.Witness> witness(State state, Optional<SignedCheckpoint> common, Move move) {
    SortedSet<PartyId> sides = new TreeSet<>();
    state.parties().members().values().stream()
        .filter(member -> member.keys().isPresent() && state.parties().isSide(member.party()))
        .forEach(member -> sides.add(member.party()));
    return checkpoint(move)
        .filter(given -> common.map(SignedCheckpoint::text).equals(Optional.of(given.note())))
        .map(given -> new Entry.Witness(given.size(), true, sides));
  }

  private static Optional<Move.CosignedCheckpoint> checkpoint(Move move) {
    return switch (move) {
      case Move.Authorise authorise -> Optional.of(authorise.checkpoint());
      case Move.Ready ready -> ready.checkpoint();
      case Move other -> Optional.empty();
    };
  }
}
