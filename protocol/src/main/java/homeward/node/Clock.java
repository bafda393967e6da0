package homeward.node;

/** The node's own time. */
@FunctionalInterface
public interface Clock {
  /** Epoch milliseconds. */
  long now();
}
