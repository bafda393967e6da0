package homeward.node;

import homeward.exchange.PartyId;
import homeward.transcript.PublicKey;
import homeward.transcript.SigningKey;
import java.util.SortedMap;

/**
 * Who this node is, and whom it knows before the first entry: keys are exchanged in person.
 *
 * @param exchange code of the exchange
 * @param me whose node it is
 * @param key signs checkpoints, as keeper or as witness; never an entry
 * @param keeper who keeps the transcript until the log says otherwise
 * @param nodes the node key of every party that has one, this one included
 */
public record Setting(
    String exchange, PartyId me, SigningKey key, PartyId keeper, SortedMap<PartyId, PublicKey> nodes) {

  /** The name under which this node signs checkpoints: the id of its key. */
  String name() {
    return key.id().value();
  }
}
