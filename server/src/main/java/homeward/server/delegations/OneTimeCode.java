package homeward.server.delegations;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The second factor: six digits that change every thirty seconds (RFC 6238 over RFC 4226, HMAC-SHA-1, as phones know it). */
final class OneTimeCode {
  private static final long STEP = 30_000;
  /** A phone's clock may be half a minute off either way. */
  private static final long TOLERATED = 1;

  private OneTimeCode() {}

  /** The code of a step of the clock; a step is thirty seconds since 1970. */
  static String at(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA1", e);
    }
  }

  /**
   * The step that a code is of, if it is one of now and later than the last one used: a code that was read over somebody's shoulder
   * opens nothing again.
   *
   * @param now epoch ms
   * @param used the step of the last code that was used
   */
  static OptionalLong step(byte[] secret, String code, long now, long used) {
    long current = now / STEP;
    OptionalLong found = OptionalLong.empty();
    for (long step = current - TOLERATED; step <= current + TOLERATED; step++) {
      boolean same = java.security.MessageDigest.isEqual(ascii(at(secret, step)), ascii(code.strip()));
      found = same && step > used ? OptionalLong.of(step) : found;
    }
    return found;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  /** What phones read from a picture or by hand: base32 of the secret (RFC 4648, without padding). */
  static String base32(byte[] secret) {
    StringBuilder text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte each : secret) {
      held = (held << 8) | (each & 0xff);
      for (bits += 8; bits >= 5; bits -= 5) {
        text.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt((held >> (bits - 5)) & 31));
      }
    }
    if (bits > 0) {
      text.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt((held << (5 - bits)) & 31));
    }
    return text.toString();
  }
}
