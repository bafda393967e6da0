package homeward.server.proceedings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** This room's tables, empty, in a schema of their own, so that one PostgreSQL does for many nodes of a test. */
public final class Tables extends DelegatingDataSource {
  private static final AtomicLong NUMBER = new AtomicLong();

  private final String schema;

  private Tables(DataSource source, String schema) {
    super(source);
    this.schema = schema;
  }

  /** Fresh ones. */
  public static Tables in(DataSource source) {
    Tables tables = new Tables(source, "s" + NUMBER.incrementAndGet());
    try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
      statement.execute("create schema " + tables.schema);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    try (Connection connection = tables.getConnection(); Statement statement = connection.createStatement()) {
      statement.execute(migration());
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return tables;
  }

  private static String migration() {
    try (InputStream file = Objects.requireNonNull(Tables.class.getResourceAsStream("/db/migration/V001__proceedings.sql"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("set search_path to " + schema);
    }
    return connection;
  }
}
