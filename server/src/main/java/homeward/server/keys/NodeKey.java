package homeward.server.keys;

import homeward.node.Random;
import homeward.transcript.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;

/** The key that signs as the node, in a file: the 32 bytes of its seed in base64url. */
public final class NodeKey {
  private static final int SEED_BYTES = 32;

  /** A fresh one in a new file. */
  public static SigningKey make(Path file, Random random) throws IOException {
    byte[] seed = random.bytes(SEED_BYTES);
    SecretFile.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(seed) + "\n");
    return new SigningKey(seed);
  }

  /** The one in this file. */
  public static SigningKey read(Path file) throws KeyProblem {
    try {
      return new SigningKey(Base64.getUrlDecoder().decode(SecretFile.read(file).strip()));
    } catch (IllegalArgumentException unfit) {
      throw new KeyProblem(file, "holds no key of a node (32 bytes in base64url): bring back the one this node was made with.");
    }
  }

  private NodeKey() {}
}
