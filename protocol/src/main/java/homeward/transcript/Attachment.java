package homeward.transcript;

import homeward.json.Json;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Describes a sealed file that lies beside the log: lists with names, manifests. Both hashes are needed, because a
 * GCM ciphertext alone does not commit: two keys can open it to two texts.
 *
 * @param ciphertext hash of nonce and ciphertext
 * @param contentKey hash of the random 32-byte key
 * @param size bytes of nonce and ciphertext together
 */
public record Attachment(Hash ciphertext, Hash contentKey, long size) {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  public Attachment {
    if (size < NONCE_BYTES + TAG_BITS / 8 || size > Json.LARGEST_WHOLE) {
      throw new IllegalArgumentException("no sealed file has " + size + " bytes");
    }
  }

  /** A sealed file and its descriptor. */
  public static final class Sealed {
    private final Attachment descriptor;
    private final byte[] ciphertext;

    private Sealed(Attachment descriptor, byte[] ciphertext) {
      this.descriptor = descriptor;
      this.ciphertext = ciphertext;
    }

    /** What goes into the log. */
    public Attachment descriptor() {
      return descriptor;
    }

    /** What lies beside it: 12 bytes of nonce, then the ciphertext with its tag. */
    public byte[] ciphertext() {
      return ciphertext.clone();
    }
  }

  /** What came of opening. */
  public sealed interface Opened {}

  /** It fitted. */
  public static final class Content implements Opened {
    private final byte[] bytes;

    private Content(byte[] bytes) {
      this.bytes = bytes;
    }

    /** What was sealed. */
    public byte[] bytes() {
      return bytes.clone();
    }
  }

  /** It did not fit: another file, another key, or a file that its own key does not open. */
  public enum Unfit implements Opened {
    ANOTHER_FILE,
    ANOTHER_KEY,
    DOES_NOT_OPEN
  }

  /**
   * Seals with AES-256-GCM. Key (32 bytes) and nonce (12 bytes) must be random and used for nothing else; other
   * lengths are an IllegalArgumentException.
   */
  public static Sealed seal(byte[] plaintext, byte[] contentKey, byte[] nonce) {
    if (contentKey.length != KEY_BYTES || nonce.length != NONCE_BYTES) {
      throw new IllegalArgumentException("A content key has " + KEY_BYTES + " bytes and a nonce " + NONCE_BYTES);
    }
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, contentKey, nonce);
      byte[] sealed = new byte[NONCE_BYTES + cipher.getOutputSize(plaintext.length)];
      System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
      cipher.doFinal(plaintext, 0, plaintext.length, sealed, NONCE_BYTES);
      return new Sealed(new Attachment(Hash.of(sealed), Hash.of(contentKey), sealed.length), sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES-GCM", e);
    }
  }

  /** Opens the file that this describes, with the key that this names. */
  public Opened open(byte[] file, byte[] key) {
    if (file.length != size || !Hash.of(file).equals(ciphertext)) {
      return Unfit.ANOTHER_FILE;
    } else if (key.length != KEY_BYTES || !Hash.of(key).equals(contentKey)) {
      return Unfit.ANOTHER_KEY;
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, file);
      return new Content(cipher.doFinal(file, NONCE_BYTES, file.length - NONCE_BYTES));
    } catch (GeneralSecurityException _) {
      return Unfit.DOES_NOT_OPEN;
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonceFirst) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonceFirst, 0, NONCE_BYTES));
    return cipher;
  }
}
