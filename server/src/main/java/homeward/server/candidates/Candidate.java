package homeward.server.candidates;

import java.util.Optional;

/**
 * A pair of records that may be one person, or that somebody has ruled on.
 *
 * @param code for its address
 * @param one code of the person sought, or of one of a register's two
 * @param other the reference on the other side's list, or the code of the second
 * @param oneVersion of the record as it was compared
 * @param otherVersion of the other one
 * @param weight log2 of the odds that the two are one person, all other candidates considered
 * @param probability the same, calibrated
 * @param ruling the latest
 */
public record Candidate(
    String code, What what, String one, String other, long oneVersion, long otherVersion, double weight, double probability, Proposal proposal,
    Optional<Ruling> ruling) {

  /** What the engine proposes. */
  public enum Proposal {
    /** One person, it seems. */
    MATCH,
    /** Somebody has to look. */
    REVIEW,
    /** Nothing any more: the records have changed since somebody ruled on them. */
    NONE
  }

  /** Whether somebody said so. */
  public boolean is(Ruling.Word word) {
    return ruling.map(said -> said.word() == word).orElse(false);
  }

  /**
   * Whether it is to be offered: a pair that was rejected is not, until one of the two records changes; one that is proposed no longer
   * is offered only where somebody accepted it.
   */
  public boolean offered() {
    return is(Ruling.Word.ACCEPTED) || (proposal != Proposal.NONE && !rejected());
  }

  private boolean rejected() {
    return ruling.map(said -> said.word() == Ruling.Word.REJECTED && said.oneVersion() == oneVersion && said.otherVersion() == otherVersion).orElse(false);
  }

  /** In words, as keys of messages have it: what a person said counts before what the engine proposes. */
  public String standing() {
    return is(Ruling.Word.ACCEPTED) || rejected() || (is(Ruling.Word.UNSURE) && proposal != Proposal.NONE)
        ? ruling.orElseThrow().word().name() : proposal.name();
  }

  /** The probability in hundredths of a percent, rounded down, so that nothing unsure reads as certain. */
  public String percent() {
    return java.math.BigDecimal.valueOf(probability * 100).setScale(1, java.math.RoundingMode.DOWN).toPlainString();
  }
}
