package homeward.server;

import homeward.node.Clock;
import homeward.node.Random;
import homeward.server.database.Database;
import homeward.server.database.Opening;
import homeward.server.setup.Card;
import homeward.server.setup.NewNode;
import homeward.server.setup.NodeConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.support.GenericApplicationContext;

/** One party's node: its rooms under one roof. Several may run in one process, each with a directory and ports of its own. */
@SpringBootApplication(proxyBeanMethods = false, exclude = UserDetailsServiceAutoConfiguration.class)
public class Server {

  /** Starts a node by this machine's clock. */
  public static Start start(NodeConfig config) {
    return start(config, System::currentTimeMillis, new Chance());
  }

  /**
   * Makes the directory of a new node, with fresh keys and a configuration that can be started as it is.
   *
   * @param called who the party is for people; it gets a root key then
   * @return the card that is handed to the other parties, in person
   * @throws IOException when there is a node in it already, or nothing can be written
   */
  public static Card make(Path directory, String exchange, String host, int desks, int wire, Optional<NewNode.Called> called)
      throws IOException {
    Random random = new Chance();
    return new NewNode(exchange, NewNode.party(random), host, desks, wire).make(directory, called, System.currentTimeMillis(), random);
  }

  /**
   * Starts a node.
   *
   * @param clock the node's own
   * @param random where the password of a new database comes from
   */
  public static Start start(NodeConfig config, Clock clock, Random random) {
    return switch (Database.open(config.database(), random)) {
      case Opening.Refused(var refusal) -> new Start.Refused(refusal.sentence());
      case Opening.Opened(Database database) -> on(database, config, clock, random);
    };
  }

  private static Start on(Database database, NodeConfig config, Clock clock, Random random) {
    // Whoever ends the process before the context can close anything leaves no database running.
    Thread stopped = new Thread(database::close);
    Runtime.getRuntime().addShutdownHook(stopped);
    try {
      return started(new SpringApplicationBuilder(Server.class).initializers(
          (GenericApplicationContext fresh) -> {
            fresh.registerBean(NodeConfig.class, () -> config);
            fresh.registerBean(Database.class, () -> database);
            fresh.registerBean(Clock.class, () -> clock);
            fresh.registerBean(Random.class, () -> random);
          }), config, Uploads.make());
    } catch (RuntimeException failed) {
      database.close();
      return new Start.Refused(Surroundings.sentence(config, failed));
    } finally {
      forget(stopped);
    }
  }

  private static Start started(SpringApplicationBuilder server, NodeConfig config, Uploads uploads) {
    try {
      ConfigurableApplicationContext context = server
          .bannerMode(Banner.Mode.OFF)
          .logStartupInfo(false)
          // Rooms do not know each other's names for things.
          .beanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE)
          .properties(properties(config, uploads))
          .initializers((GenericApplicationContext fresh) -> fresh.registerBean(Uploads.class, () -> uploads))
          .run();
      return new Start.Started(new Running(context, url(config, Running.port(context))));
    } catch (RuntimeException failed) {
      uploads.close();
      throw failed;
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      // Then it runs.
    }
  }

  private static Map<String, Object> properties(NodeConfig config, Uploads uploads) {
    Map<String, Object> properties = new TreeMap<>();
    properties.put("server.tomcat.basedir", uploads.directory().toString());
    properties.put("server.address", config.desks().address().getHostString());
    properties.put("server.port", config.desks().address().getPort());
    properties.put("server.servlet.session.cookie.name", config.cookie());
    config.desks().certificate().ifPresent(
        certificate -> {
          properties.put("server.ssl.certificate", certificate.certificate().toUri().toString());
          properties.put("server.ssl.certificate-private-key", certificate.key().toUri().toString());
          properties.put("server.servlet.session.cookie.secure", true);
        });
    return properties;
  }

  private static URI url(NodeConfig config, int port) {
    String scheme = config.desks().certificate().isPresent() ? "https" : "http";
    return URI.create(scheme + "://" + config.desks().address().getHostString() + ":" + port);
  }
}
