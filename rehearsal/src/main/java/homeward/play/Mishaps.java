package homeward.play;

import homeward.agreement.Agreement;
import java.util.List;
import java.util.Optional;

/**
 * What goes wrong on the way, by role and never by a side's name: the side that opens, and the other one.
 *
 * @param staysBehind day and wave of which one person of the other side's roll does not travel, told the evening before
 * @param reason why, for the clearance function's sealed store alone
 * @param countedShort day and wave whose people the other side at first counts one short
 * @param unlisted day and wave with which people arrive at the opening side who stand on no list, and how many
 * @param strikeBefore the day before which the other side halts, and goes on although the cause stands
 * @param calledOff days that the opening side does not carry out
 * @param restsAbroad whether the opening side's people rest in the handover state
 * @param claim the day after which an outsider announces that all is done
 * @param silence who says nothing any more once the first day is over
 */
record Mishaps(
    Optional<Where> staysBehind,
    String reason,
    Optional<Where> countedShort,
    Optional<Where> unlisted,
    Optional<Integer> strikeBefore,
    List<Integer> calledOff,
    boolean restsAbroad,
    Optional<Integer> claim,
    Silence silence) {

  /** A wave of a day. */
  record Where(int day, int wave, int people) {
    String code() {
      return "day-" + day + "/" + wave;
    }
  }

  /** Who falls silent. */
  enum Silence {
    NOBODY,
    OTHER_SIDE,
    KEEPER
  }

  static Mishaps none() {
    return new Mishaps(
        Optional.empty(), "", Optional.empty(), Optional.empty(), Optional.empty(), List.of(), false, Optional.empty(), Silence.NOBODY);
  }

  /** The play of the reference case. */
  static Mishaps reference() {
    return new Mishaps(
        Optional.of(new Where(2, 1, 1)),
        "DECLINES",
        Optional.of(new Where(1, 2, 1)),
        Optional.of(new Where(2, 2, 3)),
        Optional.of(3),
        List.of(),
        true,
        Optional.of(2),
        Silence.NOBODY);
  }

  /** Some of them, as the seed has it, on the days that the agreement has. */
  static Mishaps seeded(Agreement agreement, long seed) {
    Draws draws = Draws.of(seed, "mishaps");
    int days = agreement.tranches().size();
    return new Mishaps(
        maybe(draws, days, 1),
        "UNFIT",
        maybe(draws, days, 1),
        maybe(draws, days, 1 + draws.below(4)),
        draws.below(2) == 0 ? Optional.empty() : Optional.of(1 + draws.below(days)),
        List.of(),
        draws.below(2) == 0,
        draws.below(2) == 0 ? Optional.empty() : Optional.of(1 + draws.below(days)),
        Silence.NOBODY);
  }

  private static Optional<Where> maybe(Draws draws, int days, int people) {
    return draws.below(3) == 0 ? Optional.empty() : Optional.of(new Where(1 + draws.below(days), 1, people));
  }

  /** Those of them that fit an agreement with fewer days. */
  Mishaps within(Agreement agreement) {
    int days = agreement.tranches().size();
    return new Mishaps(
        staysBehind.filter(where -> where.day() <= days),
        reason,
        countedShort.filter(where -> where.day() <= days),
        unlisted.filter(where -> where.day() <= days),
        strikeBefore.filter(day -> day <= days),
        calledOff,
        restsAbroad,
        claim.filter(day -> day <= days),
        silence);
  }

  /** The same, for another reason. */
  Mishaps because(String other) {
    return new Mishaps(staysBehind, other, countedShort, unlisted, strikeBefore, calledOff, restsAbroad, claim, silence);
  }

  Mishaps callingOff(int day) {
    return new Mishaps(staysBehind, reason, countedShort, unlisted, strikeBefore, List.of(day), restsAbroad, claim, silence);
  }

  Mishaps with(Silence who) {
    return new Mishaps(staysBehind, reason, countedShort, unlisted, strikeBefore, calledOff, restsAbroad, claim, who);
  }
}
