package homeward.simulation;

import homeward.conduct.Conduct;
import homeward.node.Clock;
import homeward.node.Node;
import homeward.node.Setting;
import homeward.node.Store;
import homeward.node.Wire;

/** Breaks one thing in what nodes do or hold, so that a rehearsal can show that it is noticed. Nobody, unless one is named. */
public interface Saboteur {
  /** Nothing is broken. */
  Saboteur NOBODY = new Saboteur() {};

  /** The number of the invariant that it breaks. */
  default int breaks() {
    return 0;
  }

  /** How nodes are started. */
  default Nodes nodes() {
    return Node::new;
  }

  /** The store under a node. */
  default Store store(Store store) {
    return store;
  }

  /** How a party behaves. */
  default Conduct conduct(Conduct conduct) {
    return conduct;
  }

  /** How a node is started: as it is, or broken on purpose. */
  @FunctionalInterface
  public interface Nodes {
    /** Starts a node from what its store holds. */
    Node start(Setting setting, Store store, Wire wire, Clock clock);
  }
}
