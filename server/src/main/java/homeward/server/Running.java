package homeward.server;

import homeward.server.database.Database;
import homeward.server.proceedings.Proceedings;
import homeward.server.wire.Incoming;
import homeward.server.wire.Line;
import homeward.server.wire.Outgoing;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A node that runs. Closing it stops it in order: what was acknowledged is kept, and PostgreSQL ends with it. */
public final class Running implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final URI url;

  Running(ConfigurableApplicationContext context, URI url) {
    this.context = context;
    this.url = url;
  }

  /** Where its pages are. */
  public URI url() {
    return url;
  }

  /** The door to its node. */
  public Proceedings proceedings() {
    return context.getBean(Proceedings.class);
  }

  /** How things are on the lines to the other nodes. */
  public List<Line> lines() {
    return context.getBean(Outgoing.class).lines();
  }

  /** The port at which other nodes come in. */
  public int wirePort() {
    return context.getBean(Incoming.class).port();
  }

  /** Its database, for whoever makes a backup. */
  public Database database() {
    return context.getBean(Database.class);
  }

  /** Anything else in it, by its type. */
  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  static int port(ConfigurableApplicationContext context) {
    return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort();
  }

  /** Returns when it is closed, by whomever. */
  public void await() throws InterruptedException {
    while (context.isActive()) {
      Thread.sleep(500);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
