package homeward.exchange;

import java.util.Arrays;
import java.util.Base64;

/** The key that signed an entry, by its fingerprint: 22 characters of base64url. */
public record AuthorId(String value) implements Comparable<AuthorId> {
  public AuthorId {
    Codes.requireOpaque(value, "an author's key id");
  }

  /** The fingerprint of a public key (32 bytes in base64url): the first 16 bytes of its SHA-256. */
  public static AuthorId of(String publicKey) {
    byte[] digest = Digest.sha256(Base64.getUrlDecoder().decode(publicKey));
    return new AuthorId(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16)));
  }

  @Override
  public int compareTo(AuthorId other) {
    return value.compareTo(other.value);
  }
}
