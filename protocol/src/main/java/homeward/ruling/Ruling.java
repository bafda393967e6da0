package homeward.ruling;

import homeward.exchange.Refusal;
import homeward.exchange.State;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The rules of one move in the order in which they are asked. A rule after a broken one is not asked any more. */
final class Ruling {
  private final Optional<Refusal> broken;

  private Ruling(Optional<Refusal> broken) {
    this.broken = broken;
  }

  static Ruling begin() {
    return new Ruling(Optional.empty());
  }

  /** Asks that something holds, and refuses for this reason when it does not. */
  Ruling require(BooleanSupplier holds, Supplier<Refusal> otherwise) {
    return broken.isPresent() || holds.getAsBoolean() ? this : new Ruling(Optional.of(otherwise.get()));
  }

  /** Asks rules that are shared between moves. */
  Ruling and(Supplier<Ruling> more) {
    return broken.isPresent() ? this : more.get();
  }

  Outcome then(Supplier<State> next) {
    return broken.<Outcome>map(Outcome.Refused::new).orElseGet(() -> new Outcome.Accepted(next.get()));
  }

  /** Goes on to what has rules of its own. */
  Outcome thenAsk(Supplier<Outcome> next) {
    return broken.<Outcome>map(Outcome.Refused::new).orElseGet(next);
  }
}
