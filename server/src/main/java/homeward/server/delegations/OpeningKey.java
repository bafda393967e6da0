package homeward.server.delegations;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.Optional;

/** Opens what was sealed for one account alone (JWE with ECDH-ES on P-256, RFC 7518 section 4.6). It lives as long as the session. */
public final class OpeningKey {
  private final byte[] secret;

  OpeningKey(byte[] secret) {
    this.secret = secret.clone();
  }

  /** A fresh pair, in base64url: the secret half as PKCS 8, the open half as SubjectPublicKeyInfo. */
  record Pair(String secret, String open) {}

  static Pair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      Base64.Encoder text = Base64.getUrlEncoder().withoutPadding();
      return new Pair(text.encodeToString(pair.getPrivate().getEncoded()), text.encodeToString(pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has P-256", e);
    }
  }

  /** Seals something for whoever has the secret half of this key. */
  public static String seal(byte[] content, String open) {
    try {
      ECPublicKey key = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(Base64.getUrlDecoder().decode(open)));
      JWEObject sealed = new JWEObject(new JWEHeader(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM), new Payload(content));
      sealed.encrypt(new ECDHEncrypter(key));
      return sealed.serialize();
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException("an account's key is stored as it was made", e);
    }
  }

  /** Empty when it was sealed for somebody else. */
  public Optional<byte[]> open(String sealed) {
    try {
      JWEObject object = JWEObject.parse(sealed);
      object.decrypt(new ECDHDecrypter((ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(secret))));
      return Optional.of(object.getPayload().toBytes());
    } catch (JOSEException another) {
      return Optional.empty();
    } catch (GeneralSecurityException | ParseException e) {
      throw new IllegalStateException("what is sealed is stored as it was sealed", e);
    }
  }
}
