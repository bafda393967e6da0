package homeward.server.keys;

import homeward.node.Random;
import homeward.transcript.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The certificate of a node's wire with its key: self-made for a first run, or one from an authority. */
public final class WireCertificate {
  private static final Duration VALID = Duration.ofDays(3650);
  private static final Duration SLOW_CLOCKS = Duration.ofDays(2);
  private static final int SERIAL_BYTES = 16;

  private final Certificate[] chain;
  private final PrivateKey key;

  private WireCertificate(Certificate[] chain, PrivateKey key) {
    this.chain = chain.clone();
    this.key = key;
  }

  /**
   * Makes one that vouches for itself: whoever is told its fingerprint knows it again. It names nobody.
   *
   * @param now epoch milliseconds; it is valid from two days earlier, for ten years
   * @return its fingerprint
   */
  public static Hash make(Path certificateFile, Path keyFile, long now, Random random) throws IOException {
    KeyPair pair = Pem.generate();
    Pem.write(keyFile, pair.getPrivate());
    byte[] certificate = selfSigned(pair, now, random).getEncoded();
    Files.writeString(certificateFile, Pem.block("CERTIFICATE", certificate));
    return Hash.of(certificate);
  }

  @SuppressWarnings("JavaUtilDate") // The library that makes certificates takes no other.
  private static X509CertificateHolder selfSigned(KeyPair pair, long now, Random random) {
    X500Name name = new X500Name("CN=homeward");
    try {
      return new JcaX509v3CertificateBuilder(
              name,
              new BigInteger(1, random.bytes(SERIAL_BYTES)),
              new Date(now - SLOW_CLOCKS.toMillis()),
              new Date(now + VALID.toMillis()),
              name,
              pair.getPublic())
          .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("every Java platform has ECDSA on P-256", e);
    }
  }

  /** The one in these files, in PEM form; the node's own certificate comes first, then those that vouch for it. */
  public static WireCertificate read(Path certificateFile, Path keyFile) throws KeyProblem {
    try (InputStream file = Files.newInputStream(certificateFile)) {
      Collection<? extends Certificate> chain = CertificateFactory.getInstance("X.509").generateCertificates(file);
      if (chain.isEmpty()) {
        throw new KeyProblem(certificateFile, "holds no certificate in PEM form.");
      }
      return new WireCertificate(chain.toArray(Certificate[]::new), Pem.read(keyFile));
    } catch (IOException unreadable) {
      throw new KeyProblem(certificateFile, "cannot be read: it has to be there, and be readable for whoever runs the node.");
    } catch (GeneralSecurityException unfit) {
      throw new KeyProblem(certificateFile, "holds no certificate in PEM form.");
    }
  }

  /** By which others know it. */
  public Hash fingerprint() {
    return fingerprint(chain[0]);
  }

  /** The hash of a certificate as it travels. */
  public static Hash fingerprint(Certificate certificate) {
    try {
      return Hash.of(certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }

  /** For a server that shows this certificate. */
  public SSLContext server() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("wire", key, new char[0], chain);
      KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(store, new char[0]);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("a key and its certificate that do not fit each other", e);
    }
  }
}
