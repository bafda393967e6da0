package homeward.server.proceedings;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows of a database, read and written with a connection whose transaction is somebody else's. */
final class Rows {
  /** What a row stands for. */
  @FunctionalInterface
  interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  static <T> List<T> all(Connection connection, String question, Reading<T> reading) throws SQLException {
    return all(connection, question, List.of(), reading);
  }

  static <T> List<T> all(Connection connection, String question, List<Object> values, Reading<T> reading) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(question)) {
      bind(statement, values);
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reading.of(rows));
        }
      }
      return found;
    }
  }

  static long count(Connection connection, String question) throws SQLException {
    return all(connection, question, row -> row.getLong(1)).getFirst();
  }

  /** The statement once for each row of values; not at all without any. */
  static void change(Connection connection, String statement, List<List<Object>> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
      for (List<Object> row : rows) {
        bind(prepared, row);
        prepared.addBatch();
      }
      prepared.executeBatch();
    }
  }

  private static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
    for (int place = 0; place < values.size(); place++) {
      statement.setObject(place + 1, values.get(place));
    }
  }

  private Rows() {}
}
