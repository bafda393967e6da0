package homeward.transcript;

import static java.nio.charset.StandardCharsets.US_ASCII;

import homeward.json.Malformed;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * One signature line of a C2SP signed note: an em dash, the signer's name, and in base64 four bytes that hint at the
 * key followed by the signature, of which only the right verifier knows the inside.
 */
record NoteLine(String name, int keyHint, String signature) {
  /** An Ed25519 signature over the note's text. */
  static final byte ED25519 = 0x01;

  /** A timestamped cosignature: eight bytes of POSIX seconds, then an Ed25519 signature. */
  static final byte COSIGNATURE = 0x04;

  private static final int HINT = Integer.BYTES;
  private static final Pattern NAME = Pattern.compile("[!-*,-~]{1,200}");
  private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9_-]{22}");
  private static final Pattern FORM = Pattern.compile("— ([!-*,-~]{1,200}) ([A-Za-z0-9+/]{1,8000}={0,2})");

  static NoteLine of(String name, byte kind, PublicKey key, byte[] signature) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a signer's name must be printable ASCII without spaces and plus signs");
    }
    return new NoteLine(name, hint(name, kind, key), Base64.getEncoder().encodeToString(signature));
  }

  static NoteLine read(String line) throws Malformed {
    Matcher matcher = FORM.matcher(line);
    if (!matcher.matches()) {
      throw new Malformed("signature line", "expected \"— name base64\"");
    }
    ByteBuffer bytes = ByteBuffer.wrap(decode(matcher.group(2)));
    if (bytes.remaining() <= HINT) {
      throw new Malformed("signature line", "too short for a key hint and a signature");
    }
    int hint = bytes.getInt();
    byte[] signature = new byte[bytes.remaining()];
    bytes.get(signature);
    return new NoteLine(matcher.group(1), hint, Base64.getEncoder().encodeToString(signature));
  }

  private static byte[] decode(String base64) throws Malformed {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      if (Base64.getEncoder().encodeToString(bytes).equals(base64)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      throw new Malformed("signature line", "not base64: " + e.getMessage());
    }
    throw new Malformed("signature line", "not base64 in its one padded spelling");
  }

  /** C2SP signed-note: the first four bytes of SHA-256(name, line feed, kind, public key). */
  private static int hint(String name, byte kind, PublicKey key) {
    return ByteBuffer.wrap(Sha256.of(name.getBytes(US_ASCII), new byte[] {'\n', kind}, key.raw())).getInt();
  }

  boolean claims(String signer, byte kind, PublicKey key) {
    return name.equals(signer) && keyHint == hint(signer, kind, key);
  }

  boolean sameSigner(NoteLine other) {
    return name.equals(other.name) && keyHint == other.keyHint;
  }

  /** By form a signature or a timestamped cosignature, under a key's id. */
  boolean isPlain() {
    int length = bytes().length;
    boolean signature = length == Ed25519.SIGNATURE_SIZE || length == Long.BYTES + Ed25519.SIGNATURE_SIZE;
    return signature && KEY_ID.matcher(name).matches();
  }

  byte[] bytes() {
    return Base64.getDecoder().decode(signature);
  }

  String text() {
    byte[] inside = bytes();
    byte[] all = ByteBuffer.allocate(HINT + inside.length).putInt(keyHint).put(inside).array();
    return "— " + name + " " + Base64.getEncoder().encodeToString(all) + "\n";
  }
}
