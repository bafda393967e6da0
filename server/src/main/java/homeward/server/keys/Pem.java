package homeward.server.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Base64;

/** Private keys on the curve P-256 in the text form that other programs read, too (RFC 7468). */
final class Pem {
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  static void write(Path file, PrivateKey key) throws IOException {
    SecretFile.write(file, block("PRIVATE KEY", key.getEncoded()));
  }

  static String block(String label, byte[] content) {
    return "-----BEGIN " + label + "-----\n" + LINES.encodeToString(content) + "\n-----END " + label + "-----\n";
  }

  static PrivateKey read(Path file) throws KeyProblem {
    String text = SecretFile.read(file);
    try {
      String base64 = text.replaceAll("(?s).*-----BEGIN PRIVATE KEY-----(.*)-----END PRIVATE KEY-----.*", "$1");
      return Curve.privateKey(Base64.getMimeDecoder().decode(base64));
    } catch (IllegalArgumentException unfit) {
      throw new KeyProblem(file, "holds no private key on P-256 in PEM form (PRIVATE KEY): bring back the one this node was made with.");
    }
  }

  private Pem() {}
}
