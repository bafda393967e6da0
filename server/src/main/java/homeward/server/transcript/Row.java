package homeward.server.transcript;

import homeward.exchange.AuthorId;
import homeward.exchange.Move;
import homeward.exchange.Parties;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.json.Malformed;
import homeward.json.Shape;
import homeward.server.proceedings.Placed;
import homeward.server.proceedings.Standing;
import homeward.server.wording.Moment;
import homeward.server.wording.Objection;
import homeward.server.wording.Saying;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One entry.
 *
 * @param party what the author's party is called; the key where nobody has named it
 * @param person an opaque code: one human being
 * @param told what it says; a report says two things: whose, and what
 * @param hash of the signed text, by which others name it; {@code leaf} its hash in the tree
 * @param reported whether it tells what another party did on paper
 */
record Row(
    long index,
    String stamp,
    String party,
    String person,
    String function,
    Kind kind,
    List<Saying> told,
    Optional<Objection> refused,
    String hash,
    String leaf,
    boolean reported) {
  private static final Shape<Move> MOVE = Shape.of(Move.class);

  static Row of(Standing standing, long index, Map<PartyId, String> names) {
    Placed placed = standing.log().get((int) index);
    var entry = placed.leaf().entry();
    Move move = move(placed);
    Optional<Parties.Author> author = author(standing.state(), placed);
    return new Row(
        index,
        Moment.utc(placed.leaf().stamp()),
        author.map(Parties.Author::party).map(party -> names.getOrDefault(party, party.value())).orElse(entry.envelope().author().value()),
        author.map(Parties.Author::person).orElse("-"),
        entry.envelope().function(),
        Kind.of(move),
        told(move, standing.stateAt(index), names),
        placed.decision().refusal().map(why -> Objection.of(why, names)),
        entry.hash().value(),
        placed.leaf().leafHash().value(),
        move instanceof Move.Report);
  }

  /** Whether it took effect. */
  public boolean accepted() {
    return refused.isEmpty();
  }

  private static List<Saying> told(Move move, State before, Map<PartyId, String> names) {
    List<Saying> told = new ArrayList<>(List.of(Saying.of(move, before, names).told()));
    if (move instanceof Move.Report report) {
      told.add(Saying.of(report.move(), before, names).told());
    }
    return told;
  }

  static Optional<Parties.Author> author(State state, Placed placed) {
    return Optional.ofNullable(state.parties().authors().get(new AuthorId(placed.leaf().entry().envelope().author().value())));
  }

  static Move move(Placed placed) {
    try {
      return MOVE.read(placed.leaf().entry().envelope().body());
    } catch (Malformed e) {
      throw new IllegalStateException("an entry that stands in the log can be read", e);
    }
  }

  /** The body as it was signed. */
  static String body(Placed placed) {
    return new String(placed.leaf().entry().envelope().body().canonical(), StandardCharsets.UTF_8);
  }
}
