package homeward.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The node's own PostgreSQL, with real processes that are really killed. */
class OwnPostgresTest {
  private static Leftovers of(Path directory) {
    Path data = Cluster.data(directory);
    return new Leftovers(Postmaster.mark(data), data.resolve("postmaster.pid"));
  }

  private static Refusal refusal(Where where) {
    return switch (Database.open(where, Scratch.RANDOM)) {
      case Opening.Refused(Refusal refusal) -> refusal;
      case Opening.Opened(Database database) -> {
        database.close();
        throw new AssertionError("it was opened");
      }
    };
  }

  private static String asked(Database database, String question) throws SQLException {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(question)) {
      result.next();
      return result.getString(1);
    }
  }

  @Test
  void whatWasCommittedIsThereAtTheNextStart() throws SQLException {
    Path directory = Scratch.directory();
    try (Database database = Scratch.open(directory)) {
      Ledger.create(database.source());
      Ledger.write(database.source(), 1);
    }
    assertThat(of(directory).alive()).isEmpty();
    try (Database again = Scratch.open(directory)) {
      assertThat(Ledger.count(again.source())).isEqualTo(1);
    }
  }

  @Test
  void nothingIsTradedForSpeedAndNobodyGetsInWithoutThePassword() throws Exception {
    Path directory = Scratch.directory();
    try (Database database = Scratch.open(directory)) {
      assertThat(asked(database, "show fsync")).isEqualTo("on");
      assertThat(asked(database, "show synchronous_commit")).isEqualTo("on");
      assertThat(asked(database, "show data_checksums")).isEqualTo("on");
      assertThat(asked(database, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(asked(database, "select datlocprovider::text || datlocale from pg_database where datname = 'postgres'"))
          .isEqualTo("bC.UTF-8");
      String port = Files.readString(directory.resolve("port")).strip();
      Optional<String> refused = stateOf("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "wrong");
      assertThat(refused).contains("28P01");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("password")))).isEqualTo("rw-------");
    }
  }

  private static Optional<String> stateOf(String url, String password) {
    try (Connection _ = DriverManager.getConnection(url, Cluster.USER, password)) {
      return Optional.empty();
    } catch (SQLException refused) {
      return Optional.ofNullable(refused.getSQLState());
    }
  }

  @Test
  void nothingThatANodeCommittedIsLostWhenItIsKilledAndItsOrphanIsTakenOver() throws Exception {
    Path directory = Scratch.directory();
    long told = killedAfter(directory, 20, process -> {});
    assertThat(of(directory).alive()).as("PostgreSQL outlives the node that started it").isNotEmpty();
    List<ProcessHandle> orphans = of(directory).alive();
    try (Database database = Scratch.open(directory)) {
      assertThat(Ledger.count(database.source())).isGreaterThan(told);
      assertThat(of(directory).alive()).isNotEmpty().doesNotContainAnyElementsOf(orphans);
    }
  }

  @Test
  void nothingIsLostWhenNodeAndPostgresAreKilledTogether() throws Exception {
    Path directory = Scratch.directory();
    long told = killedAfter(directory, 20, process -> Scratch.killPostgres(directory));
    try (Database database = Scratch.open(directory)) {
      assertThat(Ledger.count(database.source())).isGreaterThan(told);
    }
  }

  /** The last number that the process told before it was killed. */
  private static long killedAfter(Path directory, int count, java.util.function.Consumer<Process> besides) throws IOException, InterruptedException {
    Process process = Ledger.start(directory);
    long told = -1;
    try (BufferedReader output = new BufferedReader(process.inputReader(StandardCharsets.US_ASCII))) {
      for (int line = 0; line < count; line++) {
        told = Long.parseLong(output.readLine());
      }
      process.toHandle().destroyForcibly();
      besides.accept(process);
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        told = Long.parseLong(line);
      }
    }
    process.waitFor();
    return told;
  }

  @Test
  void aPostgresThatIsKilledAloneComesBackAndItsConnectionsToo() throws SQLException {
    Path directory = Scratch.directory();
    try (Database database = Scratch.open(directory)) {
      Ledger.create(database.source());
      Ledger.write(database.source(), 1);
      Scratch.killPostgres(directory);
      assertThat(firstCountAfter(database)).isEqualTo(1);
    }
  }

  /** The connections that broke fail once each; then they are new ones. */
  private static long firstCountAfter(Database database) throws SQLException {
    SQLException last = new SQLException("not asked");
    for (int tried = 0; tried < 20; tried++) {
      try {
        return Ledger.count(database.source());
      } catch (SQLException broken) {
        last = broken;
      }
    }
    throw last;
  }

  @Test
  void aNumberThatADeadProcessStillHasIsNotTakenForARunningPostgres() throws Exception {
    Path directory = Scratch.directory();
    Scratch.open(directory).close();
    Account account = Account.choose(Optional.empty(), Cluster.owner(directory));
    Process parent = account.builder(List.of("sh", "-c", "(exit 0) & echo $!; exec sleep 600"), Path.of("/")).start();
    try (BufferedReader output = new BufferedReader(parent.inputReader(StandardCharsets.US_ASCII))) {
      String zombie = output.readLine();
      Path pidFile = Cluster.data(directory).resolve("postmaster.pid");
      Files.writeString(pidFile, zombie + "\n" + Cluster.data(directory) + "\n1\n1\n\n127.0.0.1\n1 1\nready   \n");
      account.give(pidFile);
      Scratch.open(directory).close();
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void aProcessIsAPostgresThatLivesByItsOwnLine() {
    assertThat(Leftovers.isPostgres("17 (postgres) S 1 17")).isTrue();
    assertThat(Leftovers.isPostgres("17 (postgres) Z 1 17")).isFalse();
    assertThat(Leftovers.isPostgres("17 (cat) S 1 17")).isFalse();
    assertThat(Leftovers.isPostgres("")).isFalse();
  }

  @Test
  void twoNodesDoNotShareADirectory() {
    Path directory = Scratch.directory();
    try (Database database = Scratch.open(directory)) {
      assertThat(refusal(Scratch.at(directory))).isEqualTo(new Refusal.InUse(directory));
      assertThat(database.source()).isNotNull();
    }
  }

  @Test
  void dataOfAnotherVersionAreLeftAloneAndNamed() throws IOException {
    Path directory = Scratch.directory();
    Path old = Files.createDirectories(directory.resolve("postgres-17"));
    Files.writeString(old.resolve("PG_VERSION"), "17\n");
    assertThat(refusal(Scratch.at(directory))).isEqualTo(new Refusal.OtherVersion(directory, "17", "18"));
    assertThat(old.resolve("PG_VERSION")).hasContent("17");
  }

  @Test
  void aBeginningThatWasCutOffIsBegunAgain() throws Exception {
    Path directory = Scratch.directory();
    Files.createDirectories(directory.resolve("initialising/data/base"));
    try (Database database = Scratch.open(directory)) {
      assertThat(asked(database, "show server_version_num")).startsWith("18");
    }
    assertThat(directory.resolve("initialising")).doesNotExist();
  }

  @Test
  void whatIsNoDirectoryIsRefused() throws IOException {
    Path file = Files.writeString(Files.createDirectories(Scratch.directory()).resolve("file"), "");
    assertThat(refusal(Scratch.at(file))).isEqualTo(new Refusal.NotWritable(file));
  }
}
