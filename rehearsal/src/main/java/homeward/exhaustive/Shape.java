package homeward.exhaustive;

import homeward.exchange.Function;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How large the exchange is that is walked, and what is bounded in it because it has no end of its own.
 *
 * @param name a code for it
 * @param people held by each side
 * @param authoriser whether a third party authorises releases; without one a wave carries one side's people
 * @param signing whether a matter is signed in one step or signature by signature
 * @param unhurried whether everything may happen while a wave is open; otherwise what can wait waits until it is not
 * @param mishaps how many facts out of the ordinary there may be in one exchange
 * @param succeeding the functions that may pass to another party, one of them at a time
 */
public record Shape(
    String name, int people, boolean authoriser, Signing signing, boolean unhurried, int mishaps, Set<Function> succeeding) {
  /** Waves of the journey. */
  static final int WAVES = 2;

  /** Whether the signatures under a matter after the terms are one step or several. */
  public enum Signing {
    TOGETHER,
    ONE_BY_ONE
  }

  public Shape {
    if (people < 1 || people > 3 || mishaps < 0 || mishaps > 9) {
      throw new IllegalArgumentException("expected 1 to 3 people a side and 0 to 9 mishaps");
    }
    if (signing == Signing.ONE_BY_ONE && people > 1) {
      throw new IllegalArgumentException("expected one person a side where matters wait: Form tells them apart by name");
    }
  }

  /** What {@code rehearse --exhaustive} walks: two people a side, and one a side with more that may happen to them. */
  public static List<Shape> all() {
    Set<Function> any = Set.of(Function.KEEPER, Function.CLEARANCE, Function.HANDOVER);
    return List.of(
        new Shape("two-and-two", 2, true, Signing.TOGETHER, false, 0, Set.of()),
        new Shape("two-and-two-without-authoriser", 2, false, Signing.TOGETHER, false, 0, Set.of()),
        new Shape("one-and-one-with-a-mishap", 1, true, Signing.TOGETHER, false, 1, Set.of()),
        new Shape("one-and-one-with-a-succession", 1, false, Signing.TOGETHER, false, 0, any),
        new Shape("one-and-one-signed-one-by-one", 1, false, Signing.ONE_BY_ONE, false, 0, Set.of()),
        new Shape("one-and-one-where-nothing-waits", 1, false, Signing.TOGETHER, true, 0, Set.of()));
  }

  /** One person a side, in seconds. */
  public static Shape small() {
    return new Shape("one-and-one", 1, false, Signing.TOGETHER, false, 0, Set.of());
  }

  boolean stepwise() {
    return signing == Signing.ONE_BY_ONE;
  }

  /** In words, what is tried where. */
  public String pace() {
    return unhurried ? "everything is tried everywhere" : "what can wait waits (docs/decisions/013)";
  }

  /** Every bound of the walk, by code; what is not named here is not bounded. */
  public SortedMap<String, Integer> bounds() {
    TreeMap<String, Integer> bounds = new TreeMap<>();
    bounds.put("peopleASide", people);
    bounds.put("journeys", 1);
    bounds.put("wavesAJourney", WAVES);
    bounds.put("mishaps", mishaps);
    bounds.put("partsOfABody", 1);
    bounds.put("mattersWaitingAtOnce", 1);
    bounds.put("functionsElsewhereThanAgreed", succeeding.isEmpty() ? 0 : 1);
    return bounds;
  }
}
