package homeward.transcript;

import java.util.Base64;

/** Base64url without padding (RFC 4648 section 5, RFC 7515 section 2), where one sequence of bytes has one spelling. */
final class Base64Url {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final byte[] VALUES = values();

  private Base64Url() {}

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The bytes; IllegalArgumentException unless {@link #isStrict}. */
  static byte[] decode(String text) {
    if (!isStrict(text)) {
      throw new IllegalArgumentException("not base64url without padding: " + abbreviated(text));
    }
    return Base64.getUrlDecoder().decode(text);
  }

  /** Refuses anything but the one spelling of exactly so many bytes. */
  static void require(String text, int bytes, String what) {
    if (text.length() != (bytes * 8 + 5) / 6 || !isStrict(text)) {
      throw new IllegalArgumentException(
          "not " + what + ", which is " + (bytes * 8 + 5) / 6 + " characters of base64url: " + abbreviated(text));
    }
  }

  /** Only letters of the alphabet, no impossible length, and zero in the bits that stand for no byte. */
  static boolean isStrict(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (value(text.charAt(i)) < 0) {
        return false;
      }
    }
    return switch (text.length() % 4) {
      case 0 -> true;
      case 2 -> value(text.charAt(text.length() - 1)) % 16 == 0;
      case 3 -> value(text.charAt(text.length() - 1)) % 4 == 0;
      default -> false;
    };
  }

  private static int value(char letter) {
    return letter < VALUES.length ? VALUES[letter] : -1;
  }

  private static byte[] values() {
    byte[] values = new byte[128];
    for (int letter = 0; letter < values.length; letter++) {
      values[letter] = (byte) ALPHABET.indexOf(letter);
    }
    return values;
  }

  private static String abbreviated(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
