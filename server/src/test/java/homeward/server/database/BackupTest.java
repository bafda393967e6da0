package homeward.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class BackupTest {
  private static void run(Database database, String statement) throws SQLException {
    try (Connection connection = database.source().getConnection(); Statement running = connection.createStatement()) {
      running.execute(statement);
    }
  }

  private static List<String> entries(Database database) throws SQLException {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select entry from outbox order by place")) {
      List<String> entries = new ArrayList<>();
      while (result.next()) {
        entries.add(result.getString(1));
      }
      return entries;
    }
  }

  private static void queue(Database database, String entry) throws SQLException {
    run(database, "insert into outbox (entry, entry_hash) values ('" + entry + "', sha256(convert_to('" + entry + "', 'UTF8')))");
  }

  @Test
  void whatARunningNodeHoldsIsWrittenAndComesBackIntoAnEmptyOneOnly() throws Exception {
    Path directory = Scratch.directory();
    Path file = Files.createDirectories(Scratch.directory()).resolve("node.backup");
    try (Database database = Scratch.open(directory)) {
      Flyway.configure().dataSource(database.source()).load().migrate();
      queue(database, "one\ttwo\\three");
      queue(database, "four");
      assertThat(Database.beside(Scratch.at(directory), Scratch.RANDOM)).isInstanceOfSatisfying(
          Opening.Opened.class, beside -> write(beside.database(), file));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
      assertThat(Backup.restore(database.source(), file)).isEqualTo(Backup.Restored.NOT_EMPTY);
    }
    try (Database other = Scratch.open(Scratch.directory())) {
      assertThat(Backup.restore(other.source(), Files.writeString(file.resolveSibling("none"), "none"))).isEqualTo(Backup.Restored.NOT_UNDERSTOOD);
      assertThat(Backup.restore(other.source(), file)).isEqualTo(Backup.Restored.DONE);
      queue(other, "five");
      assertThat(entries(other)).containsExactly("one\ttwo\\three", "four", "five");
    }
  }

  private static void write(Database database, Path file) {
    try (database) {
      Backup.write(database.source(), file);
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }
}
