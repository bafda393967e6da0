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

/** A post at a node of this process. */
record AtNode(Node node) implements Post {
  @Override
  public PartyId party() {
    return node.party();
  }

  @Override
  public State state() {
    return node.state();
  }

  @Override
  public long stamp(long index) {
    return node.chronicle().leaf(index).stamp();
  }

  @Override
  public boolean placed(Hash entry) {
    return node.chronicle().placeOf(entry).isPresent();
  }

  @Override
  public List<SignedEntry> outbox() {
    return node.outbox();
  }

  @Override
  public Optional<SignedCheckpoint> common() {
    return node.common();
  }

  @Override
  public boolean withoutKeeper() {
    return node.withoutKeeper();
  }

  @Override
  public void say(SigningKey key, Function function, Move move) {
    node.say(key, function, move);
  }
}
