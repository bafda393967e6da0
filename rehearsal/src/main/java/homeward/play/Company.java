package homeward.play;

import homeward.conduct.Post;
import homeward.exchange.Decision;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.node.Clock;
import homeward.node.Message;
import homeward.node.Store;
import homeward.transcript.Leaf;
import homeward.transcript.SigningKey;
import java.util.SequencedMap;

/**
 * The nodes of one exchange and the lines between them: in this process for tests and for reading, or as programs with their own
 * databases. The play drives either in the same way, and what comes of it has to be the same.
 */
public interface Company extends AutoCloseable {

  /**
   * Whom to put together.
   *
   * @param keeper who keeps the transcript of the beginning
   * @param nodes the key of each node, in the order in which they start
   * @param clock the play's time
   */
  record Plan(String exchange, PartyId keeper, SequencedMap<PartyId, SigningKey> nodes, Clock clock) {}

  /** Puts a company together. */
  interface Gathering {
    Company gather(Plan plan);
  }

  /** Where this party's people sit. */
  Post post(PartyId party);

  /** Keeps a sealed file at a party's node and sends it to whom it is for. */
  void attach(PartyId from, Message.Parcel parcel, PartyId to);

  /** Hands a node what somebody outside sent it. */
  void hear(PartyId from, PartyId to, Message message);

  /** What is due by the clock, at every node that is not cut off. */
  void tick();

  /** Delivers until nothing is under way any more. */
  void deliver();

  /** Cuts a party's line, as if its cable were gone. */
  void cut(PartyId party);

  /** Its line is whole again. */
  void rejoin(PartyId party);

  /** How many entries the log has that a party's node holds. */
  long size(PartyId party);

  /** An entry of it. */
  Leaf leaf(PartyId party, long index);

  /** What it did. */
  Decision decision(PartyId party, long index);

  /** What stood before it. */
  State stateAt(PartyId party, long size);

  /** A party's store, for a count. */
  Store store(PartyId party);

  @Override
  void close();
}
