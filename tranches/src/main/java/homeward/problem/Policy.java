package homeward.problem;

import homeward.json.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one side wishes for, in order. People write it; it never leaves the side that wrote it. After its last line come,
 * always, the fewest changes from the plan that stands and then the lot.
 *
 * @param homeward {@link #FORMAT}
 * @param name what people call it
 * @param version goes up with every change
 * @param order the wishes, the most important first; each kind at most once
 */
public record Policy(String homeward, String name, int version, List<Wish> order) {
  /** The name of the format. */
  public static final String FORMAT = "policy/1";

  static final Shape<Policy> SHAPE = Shape.of(Policy.class);

  /** A policy of wishes with their usual steps, for trials. */
  public static Policy of(Wish.Kind... kinds) {
    return new Policy(FORMAT, "trial", 1, List.of(kinds).stream().map(Wish::of).toList());
  }

  /** A policy to begin with, for people to change. */
  public static Policy toBeginWith() {
    return new Policy(FORMAT, "to-begin-with", 1, List.of(Wish.of(Wish.Kind.SERIOUSLY_WOUNDED), Wish.of(Wish.Kind.SICK),
        Wish.of(Wish.Kind.VULNERABLE), new Wish(Wish.Kind.LONGEST_HELD, Optional.of(6), Optional.empty()),
        Wish.of(Wish.Kind.UNITS_WITHOUT_RETURN), new Wish(Wish.Kind.SECTORS_IN_BAND, Optional.empty(), Optional.of(20)),
        Wish.of(Wish.Kind.WOUNDED_EARLY), Wish.of(Wish.Kind.FEWEST_SITES)));
  }

  /** The same with whom the other side asks for as the first wish. */
  public Policy askedFirst() {
    return has(Wish.Kind.ASKED) ? this
        : new Policy(homeward, name, version, Stream.concat(Stream.of(Wish.of(Wish.Kind.ASKED)), order.stream()).toList());
  }

  /** SHA-256 over the canonical form, in small hexadecimal letters. */
  public String hash() {
    return Problem.sha256(SHAPE.write(this).canonical());
  }

  /** Whether a wish of this kind stands in it. */
  public boolean has(Wish.Kind kind) {
    return order.stream().anyMatch(wish -> wish.wish() == kind);
  }
}
