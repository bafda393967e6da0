package homeward.conduct;

import homeward.exchange.Function;
import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.node.Node;
import homeward.transcript.Hash;
import homeward.transcript.SignedCheckpoint;
import homeward.transcript.SignedEntry;
import homeward.transcript.SigningKey;
import java.util.List;
import java.util.Optional;

/** What a desk needs of the node it sits at, wherever that node runs. */
public interface Post {
  PartyId party();

  State state();

  /** The stamp of an entry by its index, epoch ms. */
  long stamp(long index);

  /** Whether an entry has its place in the log. */
  boolean placed(Hash entry);

  /** Entries of the party's own people that stand in no common checkpoint yet. */
  List<SignedEntry> outbox();

  /** The newest checkpoint that every side with keys has cosigned. */
  Optional<SignedCheckpoint> common();

  /** Whether the log goes on without its keeper, as far as this node is concerned. */
  boolean withoutKeeper();

  /** Signs and sends; it is durable when this returns. */
  void say(SigningKey key, Function function, Move move);

  /** At a node of this process. */
  static Post at(Node node) {
    return new AtNode(node);
  }
}
