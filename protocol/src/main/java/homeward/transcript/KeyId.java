package homeward.transcript;

import java.util.Arrays;

/** Names a key: the first 16 bytes of SHA-256 of the raw Ed25519 public key, in base64url (22 characters). */
public record KeyId(String value) implements Comparable<KeyId> {
  private static final int BYTES = 16;

  public KeyId {
    Base64Url.require(value, BYTES, "a key id");
  }

  static KeyId of(byte[] publicKey) {
    return new KeyId(Base64Url.encode(Arrays.copyOf(Sha256.of(publicKey), BYTES)));
  }

  @Override
  public int compareTo(KeyId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
