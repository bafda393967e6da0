package homeward.server.keys;

import homeward.node.Random;
import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates that vouch for themselves. All of them name the same, and so nobody. */
final class SelfSigned {
  private static final Duration VALID = Duration.ofDays(3650);
  private static final Duration SLOW_CLOCKS = Duration.ofDays(2);
  private static final int SERIAL_BYTES = 16;

  /** One over this key, as it travels; valid from two days before {@code now} (epoch milliseconds), for ten years. */
  @SuppressWarnings("JavaUtilDate") // The library that makes certificates takes no other.
  static byte[] over(KeyPair pair, long now, Random random) throws IOException {
    X500Name name = new X500Name("CN=homeward");
    try {
      return new JcaX509v3CertificateBuilder(
              name,
              new BigInteger(1, random.bytes(SERIAL_BYTES)),
              new Date(now - SLOW_CLOCKS.toMillis()),
              new Date(now + VALID.toMillis()),
              name,
              pair.getPublic())
          .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
          .getEncoded();
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("every Java platform has ECDSA on P-256", e);
    }
  }

  private SelfSigned() {}
}
