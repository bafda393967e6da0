package homeward.problem;

import java.util.Optional;

/**
 * One line of a policy: what is wished for next, once everything above it is as good as it can be.
 *
 * @param wish what, from a fixed vocabulary
 * @param months for LONGEST_HELD: how many months count as one step, 3 when nothing is said
 * @param percent for SECTORS_IN_BAND: how far from its share a sector may lie, 20 when nothing is said
 */
public record Wish(Kind wish, Optional<Integer> months, Optional<Integer> percent) {

  /** The vocabulary. Each has a value for a plan, a whole number, and more is better. */
  public enum Kind {
    ASKED("people the other side asked for"),
    SERIOUSLY_WOUNDED("seriously wounded people"),
    SICK("sick people"),
    WOMEN("women"),
    UNDER_20("people under 20"),
    OVER_60("people of 60 or more"),
    VULNERABLE("women, people under 20 and people of 60 or more"),
    LONGEST_HELD("steps of time held, added up over everybody who goes"),
    UNITS_WITHOUT_RETURN("units with a first person home"),
    SECTORS_IN_BAND("people by whom sectors lie outside their band (counted below zero)"),
    WOUNDED_EARLY("days gained for the seriously wounded and sick"),
    FEWEST_SITES("openings of a site for a day (counted below zero)");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** What the value counts. */
    public String words() {
      return words;
    }
  }

  /** A wish with the usual steps. */
  public static Wish of(Kind kind) {
    return new Wish(kind, Optional.empty(), Optional.empty());
  }

  /** Whole steps of time held. */
  public int steps(int heldMonths) {
    return heldMonths / months.orElse(3);
  }

  /** How far from its share a sector may lie, in hundredths of the share. */
  public int band() {
    return percent.orElse(20);
  }
}
