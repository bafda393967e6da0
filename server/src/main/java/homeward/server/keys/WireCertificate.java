package homeward.server.keys;

import homeward.node.Random;
import homeward.transcript.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The certificate of a node's wire with its key: self-made for a first run, or one from an authority. */
public final class WireCertificate {
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
    KeyPair pair = Curve.generate();
    Pem.write(keyFile, pair.getPrivate());
    byte[] certificate = SelfSigned.over(pair, now, random);
    Files.writeString(certificateFile, Pem.block("CERTIFICATE", certificate));
    return Hash.of(certificate);
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
