package homeward.server;

import homeward.node.Random;
import java.security.SecureRandom;

/** Where keys, passwords and references of a real node come from. */
final class Chance implements Random {
  private final SecureRandom source = new SecureRandom();

  @Override
  public byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    source.nextBytes(bytes);
    return bytes;
  }
}
