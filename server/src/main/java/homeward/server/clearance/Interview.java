package homeward.server.clearance;

import java.util.Optional;

/**
 * What is known of one person: their will, asked of everybody in private and in one form, and whether they can travel.
 *
 * @param held whether there is a reason to hold the person back for their protection
 */
public record Interview(Will will, Fitness fitness, boolean held) {
  /** Before anybody has been asked: never taken for consent. */
  public static final Interview NONE = new Interview(Will.NOT_ASKED, Fitness.NOT_EXAMINED, false);

  /** The person's will. */
  public enum Will {
    NOT_ASKED,
    WILL_TRAVEL,
    DECLINES,
    UNDECIDED
  }

  /** What a doctor says. */
  public enum Fitness {
    NOT_EXAMINED,
    FIT,
    BY_AMBULANCE,
    UNFIT
  }

  /** Whether the person travels: said so, can, and is not held back. */
  public boolean travels() {
    return will == Will.WILL_TRAVEL && (fitness == Fitness.FIT || fitness == Fitness.BY_AMBULANCE) && !held;
  }

  /** Whether nothing more has to be asked. */
  public boolean complete() {
    return held || will == Will.DECLINES || fitness == Fitness.UNFIT || travels();
  }

  String text() {
    return will + " " + fitness + " " + held;
  }

  static Optional<Interview> read(String text) {
    String[] words = text.split(" ", -1);
    return words.length == 3
        ? Optional.of(new Interview(Will.valueOf(words[0]), Fitness.valueOf(words[1]), Boolean.parseBoolean(words[2])))
        : Optional.empty();
  }
}
