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
import java.util.Optional;

/**
 * What only somebody's password opens: the second factor's secret and the signing key (JWE with PBES2, RFC 7518 section 4.8). Whoever
 * takes the database away can sign nothing with it.
 */
final class Secrets {
  private static final int SALT = 16;
  /** OWASP's figure for PBKDF2 with SHA-512 (2023). */
  private static final int ROUNDS = 210_000;

  private Secrets() {}

  static String seal(byte[] secret, String password) {
    try {
      JWEObject sealed = new JWEObject(new JWEHeader(JWEAlgorithm.PBES2_HS512_A256KW, EncryptionMethod.A256GCM), new Payload(secret));
      sealed.encrypt(new PasswordBasedEncrypter(password, SALT, ROUNDS));
      return sealed.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("sealing needs nothing that a JDK may lack", e);
    }
  }

  /** Empty when it is another password's. */
  static Optional<byte[]> open(String sealed, String password) {
    try {
      JWEObject object = JWEObject.parse(sealed);
      object.decrypt(new PasswordBasedDecrypter(password));
      return Optional.of(object.getPayload().toBytes());
    } catch (JOSEException another) {
      return Optional.empty();
    } catch (ParseException e) {
      throw new IllegalStateException("an account's secrets are stored as they were sealed", e);
    }
  }
}
