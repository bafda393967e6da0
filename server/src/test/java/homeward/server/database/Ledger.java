package homeward.server.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/** A table of numbers in a database, and a process that writes numbers into it until it is killed, telling each that was committed. */
final class Ledger {
  static void create(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists number (value bigint primary key)");
    }
  }

  static void write(DataSource source, long value) throws SQLException {
    try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
      statement.executeUpdate("insert into number values (" + value + ")");
    }
  }

  static long count(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select count(*) from number")) {
      result.next();
      return result.getLong(1);
    }
  }

  /** The directory, then where PostgreSQL is unpacked. */
  public static void main(String[] arguments) throws SQLException {
    Where.Own own = new Where.Own(Path.of(arguments[0]), Path.of(arguments[1]), Optional.empty());
    if (Database.open(own, new java.security.SecureRandom()::generateSeed) instanceof Opening.Opened(Database database)) {
      create(database.source());
      for (long value = 0; ; value++) {
        write(database.source(), value);
        System.out.println(value);
      }
    }
    throw new IllegalStateException("not opened");
  }

  /** Starts such a process. */
  static Process start(Path directory) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"), "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
            Ledger.class.getName(), directory.toString(), Scratch.programs().toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private Ledger() {}
}
