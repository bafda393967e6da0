package homeward.server.signing;

import homeward.exchange.AuthorId;
import homeward.exchange.Digest;
import homeward.exchange.Entry;
import homeward.exchange.Function;
import homeward.exchange.Move;
import homeward.exchange.Parties;
import homeward.exchange.Refusal;
import homeward.exchange.State;
import homeward.ruling.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the rules would say to a move as things stand, so that nobody's slip has to stand in the common log. */
final class Foresight {
  private static final Digest UNSIGNED = Digest.of("not signed".getBytes(StandardCharsets.UTF_8));

  private Foresight() {}

  /**
   * Why it would be refused; nothing for an observation, which is never withheld.
   *
   * @param keeper whose key gave the last entry its place
   * @param author whose key would sign it
   * @param now epoch ms
   */
  static Optional<Refusal> objection(State state, AuthorId keeper, AuthorId author, Function function, Move move, long now) {
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
            state.course().size(), stamp, move, Optional.empty());
    return Protocol.decide(state, entry).refusal();
  }
}
