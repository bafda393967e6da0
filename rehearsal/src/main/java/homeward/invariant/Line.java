package homeward.invariant;

import homeward.exchange.AuthorId;
import homeward.exchange.Decision;
import homeward.exchange.Digest;
import homeward.exchange.Move;
import homeward.exchange.Parties;
import homeward.exchange.State;
import homeward.json.Malformed;
import homeward.json.Shape;
import homeward.node.Chronicle;
import homeward.transcript.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One entry of a log as its node took it.
 *
 * @param by whose key it is, as the log had enrolled it; empty for one that is not enrolled any more
 */
record Line(long index, Leaf leaf, Digest id, Optional<Parties.Author> by, Move move, State before, Decision decision) {
  private static final Shape<Move> MOVE = Shape.of(Move.class);

  State after() {
    return decision.next();
  }

  boolean accepted() {
    return decision.accepted();
  }

  AuthorId author() {
    return new AuthorId(leaf.entry().envelope().author().value());
  }

  static List<Line> of(Chronicle log) {
    List<Line> lines = new ArrayList<>();
    for (long index = 0; index < log.size(); index++) {
      lines.add(of(log, index));
    }
    return lines;
  }

  private static Line of(Chronicle log, long index) {
    Leaf leaf = log.leaf(index);
    State before = log.stateAt(index);
    State after = log.decision(index).next();
    AuthorId author = new AuthorId(leaf.entry().envelope().author().value());
    Optional<Parties.Author> known =
        Optional.ofNullable(after.parties().authors().get(author)).or(() -> Optional.ofNullable(before.parties().authors().get(author)));
    try {
      Move move = MOVE.read(leaf.entry().envelope().body());
      return new Line(index, leaf, new Digest(leaf.entry().hash().value()), known, move, before, log.decision(index));
    } catch (Malformed e) {
      throw new IllegalStateException("an entry that stands in the log can be read", e);
    }
  }
}
