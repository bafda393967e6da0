package homeward.server.candidates;

/**
 * What a person said of a pair.
 *
 * @param reason in their own words; it stays in this node
 * @param account who said it
 * @param at epoch ms
 * @param oneVersion of the record that was seen
 * @param otherVersion of the other one
 */
public record Ruling(Word word, String reason, String account, long at, long oneVersion, long otherVersion) {
  /** The longest reason. */
  static final int LONGEST = 2_000;

  /** What may be said. */
  public enum Word {
    /** The two are one person. */
    ACCEPTED,
    /** They are two. */
    REJECTED,
    /** It cannot be told yet. */
    UNSURE
  }
}
