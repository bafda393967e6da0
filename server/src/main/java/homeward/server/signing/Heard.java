package homeward.server.signing;

import homeward.server.wording.Objection;
import homeward.server.wording.Saying;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What became of something that was said.
 *
 * @param saying what it was, in words
 * @param place its index in the log, where it has one
 * @param objection why it was not sent, or was refused in the log
 */
public record Heard(Kind kind, Saying saying, OptionalLong place, Optional<Objection> objection) {

  /** How far it came. */
  public enum Kind {
    /** It stands in the log and took effect. */
    STANDS,
    /** It stands in the log, refused. */
    REFUSED,
    /** It is durable here; its place is not known yet. */
    ON_ITS_WAY,
    /** The rules would refuse it: nothing was sent. */
    NOT_SENT,
    /** Whoever has come in has no key: nothing was sent. */
    NO_KEY,
    /** It names more people or things than one entry holds: nothing was sent. */
    TOO_LARGE
  }

  static Heard of(Kind kind, Saying saying) {
    return new Heard(kind, saying, OptionalLong.empty(), Optional.empty());
  }

  /** Whether it was signed, whatever becomes of it. */
  public boolean sent() {
    return switch (kind) {
      case STANDS, REFUSED, ON_ITS_WAY -> true;
      case NOT_SENT, NO_KEY, TOO_LARGE -> false;
    };
  }

  /** The key of the sentence. */
  public String key() {
    return "heard." + kind.name().toLowerCase(java.util.Locale.ROOT);
  }
}
