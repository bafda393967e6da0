package homeward.node;

import homeward.exchange.Decision;
import homeward.exchange.Entry;
import homeward.exchange.State;
import homeward.transcript.Leaf;

/** Nodes and logs that go by other rules than the protocol's: there is no way to one but through this package. */
public final class OtherRules {
  private OtherRules() {}

  /** Decides as it likes. */
  @FunctionalInterface
  public interface Bent {
    /** What the entry does. */
    Decision decide(State now, Entry entry);
  }

  /** A node that goes by them. */
  public static Node start(Setting setting, Store store, Wire wire, Clock clock, Bent rules) {
    return new Node(setting, store, wire, clock, rules::decide);
  }

  /** The same entries, in the same places, decided by them. */
  public static Chronicle decidedAgain(Chronicle log, Bent rules) {
    Chronicle again = new Chronicle(log.exchange(), rules::decide);
    for (long index = 0; index < log.size(); index++) {
      Leaf leaf = log.leaf(index);
      if (!(again.append(leaf) instanceof Chronicle.Placing.Placed)) {
        throw new IllegalStateException("an entry that stands in one log can stand in the other: " + index);
      }
    }
    return again;
  }
}
