package homeward.server.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Holds a database of somebody else's PostgreSQL for one node alone, as the lock file does for a node's own: two programs that write one
 * log would tell two histories. The lock lasts as long as its connection.
 */
final class Alone implements AutoCloseable {
  /** The letters of "homeward" as a number. */
  private static final long LOCK = 0x686f_6d65_7761_7264L;

  private final Connection connection;

  private Alone(Connection connection) {
    this.connection = connection;
  }

  static Alone on(DataSource source, String url) throws Refusing {
    try {
      Connection connection = source.getConnection();
      if (taken(connection)) {
        return new Alone(connection);
      }
      connection.close();
      throw new Refusing(new Refusal.Shared(url));
    } catch (SQLException unreachable) {
      throw new Refusing(new Refusal.NoAnswer(url, Objects.requireNonNullElse(unreachable.getSQLState(), "none")));
    }
  }

  private static boolean taken(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
      return result.next() && result.getBoolean(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
