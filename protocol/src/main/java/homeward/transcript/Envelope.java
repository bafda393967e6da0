package homeward.transcript;

import homeward.json.Json;
import java.util.regex.Pattern;

/**
 * What an author signs.
 *
 * @param exchange code of the exchange: 1 to 40 of a-z, 0-9 and -
 * @param author the key that signs
 * @param function the function in which the author speaks: 1 to 20 of A-Z and _
 * @param sequence counts this author's entries from 1
 * @param previous hash of this author's entry before, {@link Hash#EMPTY} before the first; whether the chain holds is
 *     for the reader of the whole log to judge
 * @param seen the checkpoint last seen
 * @param sentAt the author's clock, in milliseconds since 1970-01-01T00:00Z
 * @param body one act, observation, report or statement
 */
public record Envelope(
    String exchange,
    KeyId author,
    String function,
    long sequence,
    Hash previous,
    Seen seen,
    long sentAt,
    Json body) {
  private static final Pattern EXCHANGE = Pattern.compile("[a-z0-9-]{1,40}");
  private static final Pattern FUNCTION = Pattern.compile("[A-Z_]{1,20}");

  public Envelope {
    require(EXCHANGE.matcher(exchange).matches(), "exchange must be 1 to 40 of a-z, 0-9 and -");
    require(FUNCTION.matcher(function).matches(), "function must be 1 to 20 of A-Z and _");
    require(sequence >= 1 && sequence <= Json.LARGEST_WHOLE, "sequence must count from 1");
    require(sentAt >= 0 && sentAt <= Json.LARGEST_WHOLE, "sentAt must be milliseconds since 1970");
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
