package homeward.exchange;

import java.util.Optional;
import java.util.SortedSet;

/**
 * One entry in its place, as the node hands it in: well formed, its signature verified with the author's key.
 *
 * @param id digest of the signed bytes
 * @param index place in the log, from 0
 * @param stamp the keeper's time, epoch ms; never goes back
 * @param keeper the key that gave it its place
 * @param sequence the author's own count, from 1
 * @param previous id of the author's previous entry; of nothing for the first
 * @param seenSize size of the checkpoint the author had last seen
 * @param sentAt the author's time, epoch ms
 * @param witness what the node verified of a checkpoint in the body, when there is one
 */
public record Entry(
    Digest id,
    long index,
    long stamp,
    AuthorId keeper,
    AuthorId author,
    Function function,
    long sequence,
    Digest previous,
    long seenSize,
    long sentAt,
    Move move,
    Optional<Witness> witness) {

  /** A checkpoint in a body: of which size, whether its root is this log's own, and whose cosignatures hold. */
  public record Witness(long size, boolean ofThisLog, SortedSet<PartyId> cosigners) {}
}
