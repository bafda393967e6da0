package homeward.exchange;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A SHA-256, 43 characters of base64url. It names an entry, a manifest, a paper, a sealed attachment. */
public record Digest(String value) implements Comparable<Digest> {
  /** The digest of nothing: what the first entry of an author names as its previous one. */
  public static final Digest OF_NOTHING = of(new byte[0]);

  public Digest {
    Codes.require(Codes.DIGEST, value, "a SHA-256 in base64url, 43 characters");
  }

  /** The digest of these bytes. */
  public static Digest of(byte[] bytes) {
    return new Digest(Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(bytes)));
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public int compareTo(Digest other) {
    return value.compareTo(other.value);
  }
}
