package homeward.conduct;

import homeward.exchange.Function;
import homeward.exchange.Move;

/**
 * What one of a party's people is about to say.
 *
 * @param person which of its people, from 0; -1 is the root key
 */
public record Intent(Function function, int person, Move move) {
  static final int ROOT = -1;

  static Intent first(Function function, Move move) {
    return new Intent(function, 0, move);
  }

  /** What makes it the same as an earlier attempt: a proposal's deadline does not. */
  Object subject() {
    return move instanceof Move.Propose propose ? propose.matter() : this;
  }
}
