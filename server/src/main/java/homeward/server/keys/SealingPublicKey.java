package homeward.server.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import homeward.exchange.PartyId;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;

/**
 * What anybody may know of the key under which a party wants to be written to.
 *
 * @param value the public key on P-256 as SubjectPublicKeyInfo (RFC 5280, 4.1.2.7), in base64url
 */
public record SealingPublicKey(String value) {
  public SealingPublicKey {
    of(value);
  }

  private static ECPublicKey of(String value) {
    return Curve.publicKey(Base64.getUrlDecoder().decode(value));
  }

  /**
   * A content key for this party's eyes alone, as compact JWE (RFC 7516) with ECDH-ES on P-256 and A256GCM. The header names the
   * recipient, so that it cannot be handed on as if it had been meant for another.
   */
  public String seal(byte[] contentKey, PartyId recipient) {
    JWEObject sealed = new JWEObject(SealedForm.header(recipient), new Payload(contentKey));
    try {
      sealed.encrypt(new ECDHEncrypter(of(value)));
      return sealed.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform has ECDH on P-256 and AES-GCM", e);
    }
  }
}
