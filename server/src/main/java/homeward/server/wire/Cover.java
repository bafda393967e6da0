package homeward.server.wire;

import homeward.exchange.PartyId;
import homeward.transcript.Hash;
import homeward.transcript.PublicKey;
import homeward.transcript.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands on the outside of a letter, and is read before anything of its inside: who writes to whom in which exchange, how long
 * the letter is, and its hash. Signed with the writer's node key, in a form that no checkpoint has, so that neither passes for the
 * other. A letter that somebody shows twice does no harm: every message can be handled again.
 */
record Cover(String exchange, PartyId from, PartyId to, long length, Hash letter) {
  static final String HEADER = "Homeward-Cover";

  private static final Pattern FORM =
      Pattern.compile(
          "1 ([a-z0-9][a-z0-9_-]{0,39}) ([A-Za-z0-9_-]{22}) ([A-Za-z0-9_-]{22}) (0|[1-9][0-9]{0,9}) ([A-Za-z0-9_-]{43}) ([A-Za-z0-9_-]{86})");

  /** A cover with its signature, as it stands in the header. */
  record Signed(Cover cover, String signature) {
    boolean isBy(PublicKey key) {
      return key.verifies(cover.signedBytes(), Base64.getUrlDecoder().decode(signature));
    }

    String text() {
      return cover.text() + " " + signature;
    }
  }

  static Cover of(String exchange, PartyId from, PartyId to, byte[] letter) {
    return new Cover(exchange, from, to, letter.length, Hash.of(letter));
  }

  private String text() {
    return "1 " + exchange + " " + from.value() + " " + to.value() + " " + length + " " + letter.value();
  }

  private byte[] signedBytes() {
    return ("homeward letter\n" + text() + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  Signed signed(SigningKey key) {
    return new Signed(this, Base64.getUrlEncoder().withoutPadding().encodeToString(key.sign(signedBytes())));
  }

  /** Nothing when it is no cover. */
  static Optional<Signed> read(String header) {
    Matcher fields = FORM.matcher(header);
    if (!fields.matches()) {
      return Optional.empty();
    }
    try {
      Cover cover =
          new Cover(
              fields.group(1),
              new PartyId(fields.group(2)),
              new PartyId(fields.group(3)),
              Long.parseLong(fields.group(4)),
              new Hash(fields.group(5)));
      return Optional.of(new Signed(cover, fields.group(6)));
    } catch (IllegalArgumentException unfit) {
      return Optional.empty();
    }
  }
}
