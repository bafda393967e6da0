package homeward.solver;

import java.util.function.BooleanSupplier;

/**
 * How long to go on. Never a time: the same question would have another answer on another machine.
 *
 * @param nodes how many nodes of a search tree one question may take
 * @param cancelled whether somebody wants it to end; asked often
 */
public record Patience(int nodes, BooleanSupplier cancelled) {
  /** Until it is proven. */
  public static Patience endless() {
    return new Patience(Integer.MAX_VALUE, () -> false);
  }

  /** Thrown out of a question that somebody cancelled. */
  public static final class Cancelled extends RuntimeException {
    Cancelled() {
      super("cancelled", null, false, false);
    }
  }

  /** Ends with {@link Cancelled} when somebody wants it to end. */
  public void ask() {
    if (cancelled.getAsBoolean()) {
      throw new Cancelled();
    }
  }
}
