package homeward.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import homeward.node.Random;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** An open database. Closing it ends its connections, and PostgreSQL with them where that is the node's own. */
public final class Database implements AutoCloseable {
  private static final int OLDEST = 15;
  private static final int CONNECTIONS = 8;

  private final HikariDataSource pool;
  private final AutoCloseable behind;

  private Database(HikariDataSource pool, AutoCloseable behind) {
    this.pool = pool;
    this.behind = behind;
  }

  /**
   * Opens a database, and makes it first where there is none.
   *
   * @param random where the password of a new database comes from
   */
  public static Opening open(Where where, Random random) {
    try {
      return new Opening.Opened(
          switch (where) {
            case Where.Own own -> {
              OwnPostgres postgres = OwnPostgres.start(own, random);
              yield new Database(pool(postgres.source()), postgres);
            }
            case Where.Elsewhere elsewhere -> {
              PGSimpleDataSource source = reached(elsewhere);
              Alone alone = Alone.on(source, elsewhere.url());
              yield new Database(pool(source), alone);
            }
          });
    } catch (Refusing refused) {
      return new Opening.Refused(refused.refusal());
    }
  }

  /** Opens the database of a node that is running, without disturbing it; opens it like any other when none is. */
  public static Opening beside(Where where, Random random) {
    if (where instanceof Where.Elsewhere elsewhere) {
      try {
        return new Opening.Opened(new Database(pool(reached(elsewhere)), () -> {}));
      } catch (Refusing refused) {
        return new Opening.Refused(refused.refusal());
      }
    }
    Opening opening = open(where, random);
    boolean running = opening instanceof Opening.Refused(Refusal.InUse(Path directory));
    if (!running || !(where instanceof Where.Own(Path directory, Path programs, var account))) {
      return opening;
    }
    try {
      String port = Files.readString(directory.resolve("port")).strip();
      PGSimpleDataSource source = source(Cluster.USER, Files.readString(directory.resolve("password")).strip());
      source.setURL("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
      return new Opening.Opened(new Database(pool(source), () -> {}));
    } catch (IOException unreadable) {
      return opening;
    }
  }

  /** Connections; one that broke is replaced when the database is back. */
  public DataSource source() {
    return pool;
  }

  private static HikariDataSource pool(PGSimpleDataSource source) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setPoolName("database");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setIdleTimeout(60_000);
    config.setConnectionTimeout(15_000);
    return new HikariDataSource(config);
  }

  /** What every source has: details of an error may quote a row, so the driver is told not to ask for them. */
  static PGSimpleDataSource source(String user, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUser(user);
    source.setPassword(password);
    source.setApplicationName("homeward");
    source.setLogServerErrorDetail(false);
    return source;
  }

  private static PGSimpleDataSource reached(Where.Elsewhere elsewhere) throws Refusing {
    PGSimpleDataSource source = source(elsewhere.user(), password(elsewhere));
    try {
      source.setURL(elsewhere.url());
      try (Connection connection = source.getConnection()) {
        if (connection.getMetaData().getDatabaseMajorVersion() < OLDEST) {
          throw new Refusing(new Refusal.TooOld(elsewhere.url(), connection.getMetaData().getDatabaseProductVersion()));
        }
      }
      return source;
    } catch (SQLException unreachable) {
      throw new Refusing(new Refusal.NoAnswer(elsewhere.url(), Objects.requireNonNullElse(unreachable.getSQLState(), "none")));
    } catch (IllegalArgumentException noUrl) {
      throw new Refusing(new Refusal.NoAnswer(elsewhere.url(), "none"));
    }
  }

  private static String password(Where.Elsewhere elsewhere) throws Refusing {
    try {
      return Files.readString(elsewhere.passwordFile()).lines().findFirst().orElse("");
    } catch (IOException unreadable) {
      throw new Refusing(new Refusal.NoPassword(elsewhere.passwordFile()));
    }
  }

  @Override
  public void close() {
    pool.close();
    try {
      behind.close();
    } catch (Exception unexpected) {
      throw new IllegalStateException("the database did not close", unexpected);
    }
  }
}
