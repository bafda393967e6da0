package homeward.simulation;

import homeward.node.MemoryStore;
import homeward.node.Store;
import homeward.transcript.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A disk under a process that may end at any write, before or after it reached the disk; and that may be set back to a backup. */
final class Disk implements Store {
  /** The process ended. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1;

    Crash() {
      super("the process ended at a write", null, false, false);
    }
  }

  private final UnaryOperator<Store> faults;
  private final List<Change> written = new ArrayList<>();
  private final List<String> acknowledged = new ArrayList<>();
  private Store kept;
  private long crashIn = Long.MAX_VALUE;
  private boolean afterwards;

  /** A disk; what a saboteur does to stores is done to it. */
  Disk(UnaryOperator<Store> faults) {
    this.faults = faults;
    this.kept = faults.apply(new MemoryStore());
  }

  /** The process ends at the so-manieth write from now, before or after it is done. */
  void crashIn(long writes, boolean after) {
    crashIn = writes;
    afterwards = after;
  }

  @Override
  public Contents contents() {
    return kept.contents();
  }

  @Override
  public void apply(Change change) {
    crashIn = crashIn == Long.MAX_VALUE ? crashIn : crashIn - 1;
    boolean crash = crashIn == 0;
    if (!crash || afterwards) {
      kept.apply(change);
      written.add(change);
    }
    if (crash) {
      crashIn = Long.MAX_VALUE;
      throw new Crash();
    }
    acknowledged.addAll(change.queued());
  }

  @Override
  public Optional<byte[]> attachment(Hash ciphertext) {
    return kept.attachment(ciphertext);
  }

  /** How much was written so far: what a backup taken now would hold. */
  int length() {
    return written.size();
  }

  /** Everything written after a backup is gone; what was said to be safe in that time was not the node's fault. */
  void restore(int length) {
    List<Change> before = List.copyOf(written.subList(0, length));
    written.clear();
    kept = faults.apply(new MemoryStore());
    for (Change change : before) {
      kept.apply(change);
      written.add(change);
    }
    acknowledged.clear();
    before.forEach(change -> acknowledged.addAll(change.queued()));
  }

  /** Another disk with the same on it. */
  Disk copy() {
    Disk copy = new Disk(faults);
    written.forEach(copy::apply);
    return copy;
  }

  /** Entries whose writing was confirmed: whoever said them was told that they are safe. */
  List<String> acknowledged() {
    return List.copyOf(acknowledged);
  }
}
