package homeward.server.proceedings;

import homeward.node.Store;
import homeward.transcript.Hash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What a node must not lose, in PostgreSQL. Every change is a transaction of its own, or a part of the group that was begun. One
 * thread at a time; another process on the same database waits until this one's transaction is over.
 */
public final class PostgresStore implements Store {
  /** Any number that nobody else takes for a lock of theirs. */
  private static final long LOCK = 0x686f6d6577617264L;

  private final DataSource source;
  private @Nullable Connection group;
  private long size;
  private long changes;

  /** On a database with this room's tables. */
  public PostgresStore(DataSource source) {
    this.source = source;
  }

  /** Something done with a connection. */
  @FunctionalInterface
  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** From here on changes belong to one transaction, until it is committed or abandoned. */
  void begin() {
    try {
      Connection connection = source.getConnection();
      try {
        enter(connection);
        group = connection;
      } catch (SQLException failed) {
        connection.close();
        throw failed;
      }
    } catch (SQLException failed) {
      throw new StoreFailure(failed);
    }
  }

  /**
   * A connection that broke while it committed may have left a backend that still does: whoever looks afterwards waits for it here,
   * and then sees what came of it.
   */
  private static void enter(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
      lock.setLong(1, LOCK);
      lock.execute();
    }
  }

  /** Durable once this returns. */
  void commit() {
    try (Connection connection = left()) {
      connection.commit();
    } catch (SQLException failed) {
      throw new StoreFailure(failed);
    }
  }

  /** As if nothing had been done since the group began. */
  void abandon() {
    if (group == null) {
      return;
    }
    try (Connection connection = left()) {
      connection.rollback();
    } catch (SQLException broken) {
      // Then the database does it as soon as it notices that nobody is there any more.
    }
  }

  private Connection left() {
    Connection connection = java.util.Objects.requireNonNull(group, "no group was begun");
    group = null;
    return connection;
  }

  private <T> T inTransaction(Work<T> work) {
    try {
      if (group != null) {
        return work.with(group);
      }
      try (Connection connection = source.getConnection()) {
        enter(connection);
        T result = work.with(connection);
        connection.commit();
        return result;
      }
    } catch (SQLException failed) {
      throw new StoreFailure(failed);
    }
  }

  @Override
  public Contents contents() {
    return inTransaction(
        connection -> {
          List<Line> lines = Rows.all(connection, "select leaf, leaf_hash from log_line order by index", PostgresStore::line);
          size = lines.size();
          return new Contents(
              lines,
              Rows.all(connection, "select note from checkpoint_latest", row -> row.getString(1)).stream().findFirst(),
              Rows.all(connection, "select note from checkpoint_common order by place", row -> row.getString(1)),
              Rows.all(connection, "select entry from outbox order by place", row -> row.getString(1)),
              Rows.all(connection, "select kind, size, one, other from alarm order by place", PostgresStore::alarm));
        });
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(row.getString(1), hash(row.getBytes(2)));
  }

  private static Alarm alarm(ResultSet row) throws SQLException {
    return new Alarm(AlarmKind.valueOf(row.getString(1)), row.getLong(2), row.getString(3), row.getString(4));
  }

  private static Hash hash(byte[] raw) {
    return new Hash(Base64.getUrlEncoder().withoutPadding().encodeToString(raw));
  }

  static byte[] raw(Hash hash) {
    return Base64.getUrlDecoder().decode(hash.value());
  }

  @Override
  public void apply(Change change) {
    inTransaction(
        connection -> {
          put(connection, change);
          return change;
        });
  }

  /** Grows with every change that was asked for, kept or not. */
  long changes() {
    return changes;
  }

  private void put(Connection connection, Change change) throws SQLException {
    changes++;
    long held = group == null ? Rows.count(connection, "select count(*) from log_line") : size;
    if (change.keep() > held) {
      throw new IllegalArgumentException("a log of " + held + " lines cannot go on from " + change.keep());
    }
    if (change.keep() < held) {
      Rows.change(connection, "delete from log_line where index >= ?", List.of(List.of(change.keep())));
    }
    List<List<Object>> lines = new ArrayList<>();
    for (Line line : change.lines()) {
      lines.add(List.of(change.keep() + lines.size(), line.leaf(), raw(line.leafHash())));
    }
    Rows.change(connection, "insert into log_line (index, leaf, leaf_hash) values (?, ?, ?)", lines);
    Rows.change(
        connection,
        "insert into checkpoint_latest (note) values (?) on conflict (one) do update set note = excluded.note",
        rows(change.latest().stream().toList()));
    Rows.change(connection, "insert into checkpoint_common (note) values (?)", rows(change.common().stream().toList()));
    putBesides(connection, change);
    size = change.keep() + change.lines().size();
  }

  private static void putBesides(Connection connection, Change change) throws SQLException {
    Rows.change(
        connection,
        "insert into outbox (entry, entry_hash) values (?, ?)",
        change.queued().stream().<List<Object>>map(entry -> List.of(entry, raw(hashOf(entry)))).toList());
    Rows.change(
        connection,
        "delete from outbox where entry_hash = ?",
        change.settled().stream().<List<Object>>map(entry -> List.of(raw(entry))).toList());
    Rows.change(
        connection,
        "insert into attachment (ciphertext_hash, ciphertext) values (?, ?) on conflict (ciphertext_hash) do nothing",
        change.attachments().entrySet().stream().<List<Object>>map(sealed -> List.of(raw(sealed.getKey()), sealed.getValue())).toList());
    Rows.change(
        connection,
        "insert into alarm (kind, size, one, other) values (?, ?, ?, ?)",
        change.alarms().stream()
            .<List<Object>>map(alarm -> List.of(alarm.kind().name(), alarm.size(), alarm.one(), alarm.other()))
            .toList());
  }

  private static List<List<Object>> rows(List<String> values) {
    return values.stream().<List<Object>>map(List::of).toList();
  }

  private static Hash hashOf(String entry) {
    return Hash.of(entry.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  @Override
  public Optional<byte[]> attachment(Hash ciphertext) {
    return inTransaction(
        connection ->
            Rows.all(
                    connection, "select ciphertext from attachment where ciphertext_hash = ?", List.of(raw(ciphertext)), row -> row.getBytes(1))
                .stream()
                .findFirst());
  }

  /** The same on any thread, and beside the group: only what is durable is found. */
  Optional<byte[]> attachmentApart(Hash hash) {
    return new PostgresStore(source).attachment(hash);
  }

  /** Whether a sealed file or a key is there, on any thread. */
  boolean holdsApart(Hash hash) {
    return new PostgresStore(source).inTransaction(
        connection -> !Rows.all(connection, "select 1 from attachment where ciphertext_hash = ?", List.of(raw(hash)), row -> row.getInt(1)).isEmpty());
  }

  /** A parcel for somebody, kept until it is known to have arrived. */
  record Due(Parcel parcel, String to) {}

  /** A sealed file and its key, each by its hash. */
  record Parcel(Hash ciphertext, Hash contentKey) {}

  /** This parcel has to reach that party. */
  void due(Due due) {
    change(
        "insert into parcel_due (ciphertext_hash, key_hash, recipient) values (?, ?, ?) on conflict do nothing",
        List.of(raw(due.parcel().ciphertext()), raw(due.parcel().contentKey()), due.to()));
  }

  /** It has arrived. */
  void arrived(Hash ciphertext, String to) {
    change("delete from parcel_due where ciphertext_hash = ? and recipient = ?", List.of(raw(ciphertext), to));
  }

  /** What has not arrived yet, as far as is known. */
  List<Due> due() {
    return inTransaction(
        connection ->
            Rows.all(
                connection,
                "select ciphertext_hash, key_hash, recipient from parcel_due order by place",
                row -> new Due(new Parcel(hash(row.getBytes(1)), hash(row.getBytes(2))), row.getString(3))));
  }

  /** Forgets a sealed file or a key. What the log says of it stands, and nobody can open it any more here. */
  void erase(Hash attachment) {
    change("delete from attachment where ciphertext_hash = ?", List.of(raw(attachment)));
    change("delete from parcel_due where ciphertext_hash = ? or key_hash = ?", List.of(raw(attachment), raw(attachment)));
  }

  private void change(String statement, List<Object> values) {
    inTransaction(
        connection -> {
          Rows.change(connection, statement, List.of(values));
          return Map.of();
        });
  }
}
