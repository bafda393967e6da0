package homeward.node;

import homeward.transcript.Hash;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a node must not lose. Every change is one atomic, durable step: after a crash either all of it is there or nothing.
 * Nothing is acknowledged, cosigned or sent before it is stored.
 */
public interface Store {

  /** Everything a node needs in order to start. */
  Contents contents();

  /** Does all of this, or nothing. */
  void apply(Change change);

  /** A sealed attachment by the hash of its ciphertext. */
  Optional<byte[]> attachment(Hash ciphertext);

  /** A line of the log and its leaf hash as it was when the node verified it. */
  record Line(String leaf, Hash leafHash) {}

  /**
   * What is in the store.
   *
   * @param lines the log
   * @param latest the newest checkpoint (note) of it
   * @param checkpoints every checkpoint of it that all sides with keys had cosigned when this node saw it, ascending
   * @param outbox entries of this node's own people that stand in no common checkpoint yet, in the order they were signed
   * @param alarms proofs that somebody told two histories
   */
  record Contents(
      List<Line> lines, Optional<String> latest, List<String> checkpoints, List<String> outbox, List<Alarm> alarms) {

    /** The newest checkpoint that every side with keys has cosigned. */
    public Optional<String> common() {
      return checkpoints.isEmpty() ? Optional.empty() : Optional.of(checkpoints.getLast());
    }
  }

  /**
   * One step.
   *
   * @param keep lines from this index on are replaced by {@code lines}
   * @param latest takes the place of the newest checkpoint
   * @param common joins the checkpoints that all sides cosigned
   * @param queued entries that join the outbox
   * @param settled entries that leave it, by their hash
   * @param attachments ciphertexts by hash
   */
  record Change(
      long keep,
      List<Line> lines,
      Optional<String> latest,
      Optional<String> common,
      List<String> queued,
      List<Hash> settled,
      SortedMap<Hash, byte[]> attachments,
      List<Alarm> alarms) {}

  /** Two statements of one author that cannot both be honest, as text that anybody can check. */
  record Alarm(AlarmKind kind, long size, String one, String other) {}

  /** What was noticed. */
  enum AlarmKind {
    /** The keeper signed a checkpoint that does not follow from the log this node holds. */
    FORK,
    /**
     * An author says to have seen another history than this node's. Anybody who signs can say so, with nothing to show for it:
     * it is a reason to compare checkpoints, and stops nothing.
     */
    OTHER_HISTORY;

    /** Whether it proves by two signatures that a keeper told two histories, so that nobody follows that keeper any more. */
    public boolean proves() {
      return this == FORK;
    }
  }
}
