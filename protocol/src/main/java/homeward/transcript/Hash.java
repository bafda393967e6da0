package homeward.transcript;

/** A SHA-256 hash in base64url without padding (43 characters). */
public record Hash(String value) implements Comparable<Hash> {
  /** The hash of nothing: before an author's first entry, and the root of the empty tree (RFC 6962, section 2.1). */
  public static final Hash EMPTY = Hash.of(new byte[0]);

  static final int BYTES = 32;

  public Hash {
    Base64Url.require(value, BYTES, "a hash");
  }

  /** The hash of these bytes. */
  public static Hash of(byte[] bytes) {
    return wrap(Sha256.of(bytes));
  }

  /** Takes 32 bytes that are a hash already. */
  static Hash wrap(byte[] hash) {
    return new Hash(Base64Url.encode(hash));
  }

  /** The 32 bytes. */
  public byte[] bytes() {
    return Base64Url.decode(value);
  }

  @Override
  public int compareTo(Hash other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
