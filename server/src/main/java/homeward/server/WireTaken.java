package homeward.server;

import java.io.IOException;
import java.net.InetSocketAddress;

/** The address at which other nodes were to come in is not free. */
final class WireTaken extends IOException {
  private final transient InetSocketAddress address;

  WireTaken(InetSocketAddress address, IOException cause) {
    super(cause);
    this.address = address;
  }

  String sentence() {
    return Surroundings.taken("the wire", address, "wire");
  }
}
