package homeward.bench;

import homeward.exchange.AuthorId;
import homeward.exchange.Decision;
import homeward.exchange.Digest;
import homeward.exchange.Entry;
import homeward.exchange.Function;
import homeward.exchange.Move;
import homeward.exchange.State;
import homeward.json.Malformed;
import homeward.json.Shape;
import homeward.node.Chronicle;
import homeward.node.Count;
import homeward.ruling.Protocol;
import homeward.transcript.Envelope;
import homeward.transcript.Leaf;
import homeward.transcript.SignedCheckpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The entries of a log as the rules are given them, each with the state that it found: a mix of moves as an exchange has it. */
final class Deciding {
  private static final Shape<Move> MOVE = Shape.of(Move.class);

  private record Question(State before, Entry entry, Decision answered) {}

  private final List<Question> questions = new ArrayList<>();

  Deciding(Chronicle log) throws Malformed {
    for (long index = 0; index < log.size(); index++) {
      questions.add(new Question(log.stateAt(index), entry(log, log.leaf(index)), log.decision(index)));
    }
  }

  /** Decides all of them, and answers how many. */
  long decideAll() {
    long agree = questions.stream().filter(asked -> refused(Protocol.decide(asked.before(), asked.entry())) == refused(asked.answered())).count();
    if (agree != questions.size()) {
      throw new IllegalStateException((questions.size() - agree) + " decisions are not those of the log: something else was measured");
    }
    return agree;
  }

  private static boolean refused(Decision decision) {
    return decision.refusal().isPresent();
  }

  private static Entry entry(Chronicle log, Leaf leaf) throws Malformed {
    Envelope envelope = leaf.entry().envelope();
    Move move = MOVE.read(envelope.body());
    return new Entry(
        new Digest(leaf.entry().hash().value()),
        leaf.index(),
        leaf.stamp(),
        new AuthorId(leaf.keeper().value()),
        new AuthorId(envelope.author().value()),
        Function.valueOf(envelope.function()),
        envelope.sequence(),
        new Digest(envelope.previous().value()),
        envelope.seen().size(),
        envelope.sentAt(),
        move,
        witness(log, move));
  }

  private static Optional<Entry.Witness> witness(Chronicle log, Move move) throws Malformed {
    Optional<Move.CosignedCheckpoint> given = Optional.empty();
    if (move instanceof Move.Authorise authorise) {
      given = Optional.of(authorise.checkpoint());
    } else if (move instanceof Move.Ready ready) {
      given = ready.checkpoint();
    }
    return given.isPresent() ? Optional.of(witness(log, given.get())) : Optional.empty();
  }

  private static Entry.Witness witness(Chronicle log, Move.CosignedCheckpoint given) throws Malformed {
    SignedCheckpoint note = SignedCheckpoint.read(given.note());
    boolean ours = given.size() <= log.size() && log.rootAt(given.size()).equals(note.checkpoint().root());
    return new Entry.Witness(given.size(), ours, new TreeSet<>(Count.cosigners(log, note)));
  }
}
