package homeward.transcript;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** The secret half of an Ed25519 key. Signing is deterministic (RFC 8032), so it needs no randomness. */
public final class SigningKey {
  private final byte[] seed;
  private final byte[] raw = new byte[Ed25519.PUBLIC_KEY_SIZE];
  private final PublicKey publicKey;
  private final KeyId id;

  /** The key of this 32-byte seed, which has to come from a good source of randomness. */
  public SigningKey(byte[] seed) {
    if (seed.length != Ed25519.SECRET_KEY_SIZE) {
      throw new IllegalArgumentException("A seed has " + Ed25519.SECRET_KEY_SIZE + " bytes, not " + seed.length);
    }
    this.seed = seed.clone();
    Ed25519.generatePublicKey(this.seed, 0, raw, 0);
    publicKey = PublicKey.of(raw);
    id = publicKey.id();
  }

  /** The half that everybody may know. */
  public PublicKey publicKey() {
    return publicKey;
  }

  /** The short name of the public key. */
  public KeyId id() {
    return id;
  }

  /** The 64-byte signature over the message. */
  public byte[] sign(byte[] message) {
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(seed, 0, raw, 0, message, 0, message.length, signature, 0);
    return signature;
  }
}
