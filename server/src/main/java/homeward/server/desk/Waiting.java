package homeward.server.desk;

import homeward.exchange.State;
import homeward.server.wording.Saying;
import java.util.List;

/**
 * What a desk opens with.
 *
 * @param acts what may be signed now by whoever looks
 * @param others what waits for somebody else, and for whom
 * @param missing keys of what has to be there first, in words
 */
public record Waiting(List<Act> acts, List<Pending> others, List<String> missing) {

  /**
   * Something that others have to sign.
   *
   * @param names of the parties that have not signed, as many times as people are missing
   * @param until to the minute, UTC
   */
  public record Pending(State.Pending pending, Saying saying, List<String> names, String until) {}

  /** Whether there is nothing to do here. */
  public boolean idle() {
    return acts.isEmpty() && missing.isEmpty();
  }
}
