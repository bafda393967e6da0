package homeward.server.desk;

import homeward.conduct.Intent;
import homeward.exchange.Digest;
import homeward.exchange.Function;
import homeward.exchange.Move;
import homeward.json.Shape;
import homeward.server.wording.Saying;
import java.nio.charset.StandardCharsets;

/**
 * An act that is ready to be signed.
 *
 * @param id follows from what it says: a form that was filled in before somebody else signed names an act that is no more
 */
public record Act(String id, Function function, Move move, Saying saying) {
  private static final Shape<Move> MOVE = Shape.of(Move.class);

  static Act of(Intent intent, Saying saying) {
    Move move = intent.move();
    String text = intent.function() + " " + new String(MOVE.write(subject(move)).canonical(), StandardCharsets.UTF_8);
    return new Act(Digest.of(text.getBytes(StandardCharsets.UTF_8)).value(), intent.function(), move, saying);
  }

  /** A deadline that runs with the clock does not make it another act. */
  private static Move subject(Move move) {
    return switch (move) {
      case Move.Propose(var matter, long until) -> new Move.Propose(matter, 0);
      case Move.EnrolDevice(String key, String person, long until) -> new Move.EnrolDevice(key, person, 0);
      case Move other -> other;
    };
  }

  /** The key of what happens afterwards, in words. */
  public String then() {
    return saying.key() + ".then";
  }
}
