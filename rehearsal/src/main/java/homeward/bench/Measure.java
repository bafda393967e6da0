package homeward.bench;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One figure.
 *
 * @param code for programs
 * @param what for people
 * @param unit of the value and of the aim
 * @param value empty when it was not measured; {@code how} then says why
 * @param aim what it should be
 * @param how what exactly was counted
 */
public record Measure(String code, String what, String unit, OptionalDouble value, Optional<Aim> aim, String how) {

  /** A bound that is met or missed. */
  public sealed interface Aim {
    /** The bound, in the unit of the figure. */
    double bound();

    record AtMost(double bound) implements Aim {}

    record AtLeast(double bound) implements Aim {}
  }

  /** Whether the aim was met; empty without an aim or without a figure. */
  public Optional<Boolean> met() {
    return aim.filter(some -> value.isPresent())
        .map(
            some ->
                switch (some) {
                  case Aim.AtMost(double bound) -> value.getAsDouble() <= bound;
                  case Aim.AtLeast(double bound) -> value.getAsDouble() >= bound;
                });
  }
}
