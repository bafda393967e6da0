package homeward.server.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/**
 * All rows of a database in one file, as they stood at one moment, and back into an empty one. The rows are PostgreSQL's own text form
 * (COPY), so that another version can read them. Names are in it: the file is as secret as the database.
 */
public final class Backup {
  private static final String VERSION = "version";
  private static final String TABLES = "tables/";

  /** What came of bringing a backup back. */
  public enum Restored {
    DONE,
    /** The database has entries already: nothing was changed. */
    NOT_EMPTY,
    /** No backup, or one of a later program: nothing was changed. */
    NOT_UNDERSTOOD
  }

  /**
   * Writes a backup; the file appears under its name when it is complete.
   *
   * @throws IOException when it cannot be written
   */
  public static void write(DataSource source, Path file) throws IOException, SQLException {
    Path staging = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(staging);
    Files.createFile(staging, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (Connection connection = source.getConnection();
        ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(staging))) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      zip.putNextEntry(new ZipEntry(VERSION));
      zip.write(version(connection).getBytes(StandardCharsets.US_ASCII));
      for (String table : tables(connection)) {
        zip.putNextEntry(new ZipEntry(TABLES + table));
        copyOut(connection, table, zip);
      }
      connection.rollback();
    }
    Files.move(staging, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void copyOut(Connection connection, String table, OutputStream to) throws SQLException, IOException {
    connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + quoted(table) + " to stdout", to);
  }

  /** Brings a backup back into a database without entries: makes the tables as they were then, and fills them. All or nothing. */
  public static Restored restore(DataSource source, Path file) throws IOException, SQLException {
    try (ZipFile zip = new ZipFile(file.toFile()); Connection connection = source.getConnection()) {
      ZipEntry version = zip.getEntry(VERSION);
      if (version == null) {
        return Restored.NOT_UNDERSTOOD;
      }
      String target = text(zip, version);
      if (!isEmpty(connection)) {
        return Restored.NOT_EMPTY;
      }
      Flyway flyway = Flyway.configure().dataSource(source).target(target).load();
      if (java.util.Arrays.stream(flyway.info().all()).noneMatch(known -> String.valueOf(known.getVersion()).equals(target))) {
        return Restored.NOT_UNDERSTOOD;
      }
      flyway.migrate();
      fill(connection, zip);
      return Restored.DONE;
    } catch (java.util.zip.ZipException noBackup) {
      return Restored.NOT_UNDERSTOOD;
    }
  }

  private static String text(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream content = zip.getInputStream(entry)) {
      return new String(content.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private static void fill(Connection connection, ZipFile zip) throws SQLException, IOException {
    connection.setAutoCommit(false);
    List<String> tables = tables(connection);
    run(connection, "truncate " + String.join(", ", tables.stream().map(Backup::quoted).toList()) + " cascade");
    for (String table : tables) {
      ZipEntry rows = zip.getEntry(TABLES + table);
      if (rows != null) {
        try (InputStream content = zip.getInputStream(rows)) {
          connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + quoted(table) + " from stdin", content);
        }
      }
    }
    goOnCounting(connection);
    connection.commit();
  }

  /** Numbers that the database gives go on where they had come to. */
  private static void goOnCounting(Connection connection) throws SQLException {
    String question =
        "select table_name, column_name from information_schema.columns where table_schema = current_schema()"
            + " and (is_identity = 'YES' or column_default like 'nextval(%') order by 1, 2";
    Map<String, String> columns = new LinkedHashMap<>();
    for (List<String> row : rows(connection, question)) {
      columns.put(row.get(0), row.get(1));
    }
    for (Map.Entry<String, String> column : columns.entrySet()) {
      String table = quoted(column.getKey());
      run(
          connection,
          "select setval(pg_get_serial_sequence('" + table + "', '" + column.getValue() + "'), coalesce(max("
              + quoted(column.getValue()) + "), 0) + 1, false) from " + table);
    }
  }

  private static boolean isEmpty(Connection connection) throws SQLException {
    boolean made = !rows(connection, "select 1, 1 from pg_tables where schemaname = current_schema() and tablename = 'log_line'").isEmpty();
    return !made
        || rows(connection, "select 1, 1 from log_line union all select 1, 1 from outbox union all select 1, 1 from attachment limit 1").isEmpty();
  }

  private static String version(Connection connection) throws SQLException {
    return rows(connection, "select version, 1 from flyway_schema_history where success and version is not null order by installed_rank desc limit 1")
        .getFirst()
        .getFirst();
  }

  /** Those that others refer to come first. */
  private static List<String> tables(Connection connection) throws SQLException {
    String question =
        """
        with recursive name as (
          select c.oid, c.relname::text as relname from pg_class c
          where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> 'flyway_schema_history'
        ), depth as (
          select oid, 0 as level from name
          union
          select k.conrelid, d.level + 1 from depth d join pg_constraint k on k.confrelid = d.oid
          where k.contype = 'f' and k.conrelid <> k.confrelid and d.level < 50
        )
        select n.relname, max(d.level)::text from name n join depth d on d.oid = n.oid group by n.relname order by max(d.level), n.relname
        """;
    return rows(connection, question).stream().map(List::getFirst).toList();
  }

  private static List<List<String>> rows(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(question)) {
      List<List<String>> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(List.of(result.getString(1), result.getString(2)));
      }
      return rows;
    }
  }

  private static void run(Connection connection, String statement) throws SQLException {
    try (Statement running = connection.createStatement()) {
      running.execute(statement);
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private Backup() {}
}
