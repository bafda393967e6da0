package homeward.invariant;

import homeward.exchange.Digest;
import homeward.exchange.PartyId;
import homeward.node.Chronicle;
import homeward.node.Store;
import homeward.transcript.Hash;
import homeward.transcript.SignedEntry;
import java.util.List;
import java.util.Set;

/**
 * What can be seen of one rehearsal when it is over.
 *
 * @param nodes what each node holds
 * @param acknowledged entries that a node said to be safe, in the order it said so
 * @param commons every checkpoint that a node ever held to be common, in the order of time
 * @param words names and reasons that only their owners know, and that must stand nowhere
 * @param ended whether enough time passed for an end: false only in evidence that stops in the middle
 */
public record Evidence(List<Held> nodes, List<Said> acknowledged, List<Common> commons, Set<String> words, boolean ended) {

  /**
   * What one node holds.
   *
   * @param honest whether it did what its program says, on its own one store
   * @param lasting whether it runs and is heard to the end
   * @param sizeAfterResending how many entries its log has after everything in it was handed in once more
   * @param restarted digest of the state of a node started anew from its store
   */
  public record Held(
      PartyId party,
      boolean honest,
      boolean lasting,
      Chronicle log,
      Store.Contents store,
      long sizeAfterResending,
      Digest restarted) {

    /** Whether it is to be judged: it did as it should, and was there. */
    public boolean counts() {
      return honest && lasting;
    }

    /** Whether it holds proof that somebody told two histories. */
    boolean proves() {
      return store.alarms().stream().anyMatch(alarm -> alarm.kind().proves());
    }
  }

  /** An entry that a party's node said to be safe. */
  public record Said(PartyId by, SignedEntry entry) {}

  /** A checkpoint that a node held to be common. */
  public record Common(PartyId by, long size, Hash root) {}

  /** The nodes to be judged. */
  public List<Held> judged() {
    return nodes.stream().filter(Held::counts).toList();
  }
}
