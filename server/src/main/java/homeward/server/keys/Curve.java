package homeward.server.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/** Keys on the curve P-256, the one that every browser, card and library of the other side has, too. */
final class Curve {
  private static final int BITS = 256;

  static KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has P-256", e);
    }
  }

  /** Of its form in PKCS#8; anything else is an IllegalArgumentException. */
  static ECPrivateKey privateKey(byte[] encoded) {
    try {
      return (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException unfit) {
      throw new IllegalArgumentException("no private key on P-256", unfit);
    }
  }

  /** Of its SubjectPublicKeyInfo; anything else is an IllegalArgumentException. */
  static ECPublicKey publicKey(byte[] encoded) {
    try {
      ECPublicKey key = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
      if (key.getParams().getCurve().getField().getFieldSize() != BITS) {
        throw new IllegalArgumentException("a sealing key is on P-256");
      }
      return key;
    } catch (GeneralSecurityException unfit) {
      throw new IllegalArgumentException("no public key on P-256", unfit);
    }
  }

  private Curve() {}
}
