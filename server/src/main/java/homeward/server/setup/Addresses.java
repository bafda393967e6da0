package homeward.server.setup;

import java.net.InetSocketAddress;

/** Addresses to listen at. */
final class Addresses {
  private static final int LARGEST_PORT = 65_535;

  /** Of this machine; anything else is an IllegalArgumentException that says whose it was to be. */
  static InetSocketAddress of(String whose, String host, int port) {
    if (port < 0 || port > LARGEST_PORT) {
      throw new IllegalArgumentException("expected a port from 0 to " + LARGEST_PORT + " for the " + whose);
    }
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new IllegalArgumentException("expected an address of this machine for the " + whose + ", such as 127.0.0.1 or 0.0.0.0");
    }
    return address;
  }

  private Addresses() {}
}
