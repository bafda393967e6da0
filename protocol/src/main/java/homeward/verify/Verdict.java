package homeward.verify;

import homeward.balance.Balance;
import homeward.exchange.Digest;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.transcript.Hash;
import java.util.SortedMap;
import java.util.SortedSet;

/** What a bundle is worth to somebody who trusts nobody. */
public sealed interface Verdict {

  /** Every entry stands, and a checkpoint that all sides cosigned covers the last one. */
  record Valid(Standing standing) implements Verdict {}

  /** Every entry that is there stands; up to the checkpoint in {@code standing} all sides cosigned. */
  record ValidTo(Standing standing, After after) implements Verdict {}

  /**
   * Somebody altered it, or it was never a log of this protocol.
   *
   * @param entry index of the first entry that nothing vouches for any more
   */
  record Invalid(long entry, Because because, String detail) implements Verdict {}

  /** Nothing can be said, for something is missing. */
  record Unknown(Missing missing, String detail) implements Verdict {}

  /**
   * What stands after so many entries.
   *
   * @param root of these entries (RFC 6962, section 2.1)
   * @param stateHash equal on every node that holds the same entries
   * @param reported how many of the entries report what a party did on paper; the others are signed by who did it
   * @param refused how many of them were refused by the rules and changed nothing
   * @param otherHistories entries whose author says to have seen a history that is not this one: ask them for it
   * @param fingerprints of the root key of each party that has one: the first 16 bytes of its SHA-256 in hexadecimal, in groups
   *     of four, for comparison with what the parties gave one another on paper
   */
  record Standing(
      long entries,
      Hash root,
      Digest stateHash,
      State state,
      Balance balance,
      long reported,
      long refused,
      SortedSet<Long> otherHistories,
      SortedMap<PartyId, String> fingerprints) {
    /** How many of the entries were signed by whoever did what they say. */
    public long signed() {
      return entries - reported;
    }
  }

  /** What comes after the last checkpoint that holds. */
  enum After {
    /** Entries that not all sides have cosigned. */
    NOT_COSIGNED,
    /** The end is missing. */
    CUT
  }

  /** Why an entry does not stand. */
  enum Because {
    /** Not in the one form that an entry or a checkpoint has. */
    ALTERED,
    /** Another entry stands in its place. */
    OUT_OF_PLACE,
    OTHER_EXCHANGE,
    UNKNOWN_AUTHOR,
    BAD_SIGNATURE,
    /** The entries do not lead to the root that was signed. */
    ROOT_DIFFERS,
    /** A checkpoint with a signature that does not hold. */
    CHECKPOINT_NOT_SIGNED,
    /** The number of entries, the root or the state is not what the writer of the bundle says. */
    WRITER_DIFFERS
  }

  /** What there is not. */
  enum Missing {
    /** The directory, or one of its files. */
    FILE,
    /** A file that can be read and has a size within reason. */
    READABLE_FILE,
    /** A directory with nothing in it but a bundle. */
    BUNDLE_ALONE,
    /** A {@code bundle.json} in its one form. */
    HEADER,
    /** The state that the writer of the bundle held. */
    WRITERS_STATE,
    /** A checkpoint that all sides with keys have cosigned. */
    COSIGNED_CHECKPOINT
  }
}
