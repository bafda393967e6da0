package homeward.server.proceedings;

import homeward.exchange.State;
import homeward.node.Store;
import homeward.transcript.SignedCheckpoint;
import homeward.transcript.SignedEntry;
import java.util.List;
import java.util.Optional;

/**
 * What stood at one moment, for whoever reads, on any thread: it never changes once it was handed out, and all of it was durable
 * before it was.
 *
 * @param turn grows with every group that was committed
 * @param state what stands
 * @param log the entries behind it, in their order; the index in the list is the index in the log
 * @param latest the newest checkpoint of this log
 * @param common the newest checkpoint that every side with keys has cosigned
 * @param outbox entries of this party's own people that stand in no common checkpoint yet
 * @param alarms what was noticed of two histories
 * @param withoutKeeper whether the log goes on without its keeper, as far as this node is concerned
 * @param ignored how many messages could not be read or were not believed
 */
public record Standing(
    long turn,
    State state,
    List<Placed> log,
    Optional<SignedCheckpoint> latest,
    Optional<SignedCheckpoint> common,
    List<SignedEntry> outbox,
    List<Store.Alarm> alarms,
    boolean withoutKeeper,
    long ignored) {

  /** What stood after so many entries. */
  public State stateAt(long size) {
    return size == 0 ? State.unopened(state.course().exchange()) : log.get((int) size - 1).decision().next();
  }
}
