package homeward.server;

import homeward.server.setup.NodeConfig;
import java.net.InetSocketAddress;
import java.util.stream.Stream;
import org.springframework.boot.web.server.PortInUseException;

/** What keeps a node from starting although nothing is wrong with it. */
final class Surroundings {
  /** What of the surroundings is no fault of ours; anything else is one, and is thrown on. */
  static String sentence(NodeConfig config, RuntimeException failed) {
    for (Throwable cause : Stream.<Throwable>iterate(failed, found -> found != null, Throwable::getCause).toList()) {
      if (cause instanceof WireTaken wire) {
        return wire.sentence();
      } else if (cause instanceof PortInUseException) {
        return taken("the desks", config.desks().address(), "desks");
      }
    }
    throw failed;
  }

  static String taken(String whose, InetSocketAddress address, String field) {
    return "The address of " + whose + ", " + address.getHostString() + ":" + address.getPort()
        + ", is not free: end what listens there, or give " + field + " another port in the configuration.";
  }

  private Surroundings() {}
}
