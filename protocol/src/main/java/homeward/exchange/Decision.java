package homeward.exchange;

import java.util.Optional;

/**
 * What an entry did.
 *
 * @param next the state after it; for a refused entry only its author's head and the length of the log differ
 * @param refusal why it was refused; empty when it was accepted
 */
public record Decision(State next, Optional<Refusal> refusal) {
  /** Whether it was accepted. */
  public boolean accepted() {
    return refusal.isEmpty();
  }
}
