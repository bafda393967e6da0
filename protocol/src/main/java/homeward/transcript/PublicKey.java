package homeward.transcript;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * An Ed25519 public key (RFC 8032): 32 bytes in base64url. Only canonical encodings of points of the prime-order
 * group are keys here: with any other a signature could fit several messages, or two verifiers could disagree.
 */
public record PublicKey(String value) implements Comparable<PublicKey> {
  public PublicKey {
    Base64Url.require(value, Ed25519.PUBLIC_KEY_SIZE, "a public key");
    Points.of(value);
  }

  static PublicKey of(byte[] raw) {
    return new PublicKey(Base64Url.encode(raw));
  }

  /** The short name of this key. */
  public KeyId id() {
    return KeyId.of(raw());
  }

  /** Whether this key's holder made the 64-byte signature over exactly this message. */
  public boolean verifies(byte[] message, byte[] signature) {
    return signature.length == Ed25519.SIGNATURE_SIZE
        && Ed25519.verify(signature, 0, Points.of(value), message, 0, message.length);
  }

  byte[] raw() {
    return Base64Url.decode(value);
  }

  @Override
  public int compareTo(PublicKey other) {
    return value.compareTo(other.value);
  }
}
