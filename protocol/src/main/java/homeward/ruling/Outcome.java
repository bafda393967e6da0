package homeward.ruling;

import homeward.exchange.Refusal;
import homeward.exchange.State;

/** What a move does: a next state, or a refusal and nothing. */
sealed interface Outcome {
  record Accepted(State next) implements Outcome {}

  record Refused(Refusal why) implements Outcome {}
}
