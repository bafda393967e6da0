package homeward.server.delegations;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.PasswordBasedDecrypter;
import com.nimbusds.jose.crypto.PasswordBasedEncrypter;
import java.text.ParseException;
import java.util.Base64;
import java.util.Optional;

/**
 * What only somebody's password opens: the second factor's secret, the signing key and the key to sealed stores (JWE with PBES2, RFC
 * 7518 section 4.8). Whoever takes the database away can sign nothing and open nothing with it.
 *
 * @param factor secret of the second factor, 20 bytes; like the others in base64url
 * @param signing seed of the signing key, 32 bytes, or empty
 * @param opening private key on P-256 (PKCS 8)
 */
record Secrets(String factor, String signing, String opening) {
  private static final int SALT = 16;
  /** OWASP's figure for PBKDF2 with SHA-512 (2023). */
  private static final int ROUNDS = 210_000;

  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  String seal(String password) {
    try {
      String parts = factor + "." + signing + "." + opening;
      JWEObject sealed = new JWEObject(new JWEHeader(JWEAlgorithm.PBES2_HS512_A256KW, EncryptionMethod.A256GCM), new Payload(parts));
      sealed.encrypt(new PasswordBasedEncrypter(password, SALT, ROUNDS));
      return sealed.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("sealing needs nothing that a JDK may lack", e);
    }
  }

  /** Empty when it is another password's. */
  static Optional<Secrets> open(String sealed, String password) {
    try {
      JWEObject object = JWEObject.parse(sealed);
      object.decrypt(new PasswordBasedDecrypter(password));
      String[] parts = object.getPayload().toString().split("\\.", -1);
      return Optional.of(new Secrets(parts[0], parts[1], parts[2]));
    } catch (JOSEException another) {
      return Optional.empty();
    } catch (ParseException e) {
      throw new IllegalStateException("an account's secrets are stored as they were sealed", e);
    }
  }

  static Secrets of(byte[] factor, byte[] signing, byte[] opening) {
    return new Secrets(TEXT.encodeToString(factor), TEXT.encodeToString(signing), TEXT.encodeToString(opening));
  }

  /** The bytes of one of them. */
  static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  /** Nothing secret is ever printed. */
  @Override
  public String toString() {
    return "secrets";
  }
}
