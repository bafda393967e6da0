package homeward.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusalTest {
  private static Refusal refusal(Opening opening) {
    if (opening instanceof Opening.Refused(Refusal refusal)) {
      return refusal;
    }
    throw new AssertionError("it was opened");
  }

  @Test
  void anyPostgresByItsAddressIsAskedForItsPassword() throws IOException {
    Path directory = Scratch.directory();
    try (Database database = Scratch.open(directory)) {
      String url = "jdbc:postgresql://127.0.0.1:" + Files.readString(directory.resolve("port")).strip() + "/postgres";
      Opening right = Database.open(new Where.Elsewhere(url, Cluster.USER, directory.resolve("password")), Scratch.RANDOM);
      assertThat(right).isInstanceOf(Opening.Opened.class);
      ((Opening.Opened) right).database().close();
      Path wrong = Files.writeString(directory.resolve("wrong"), "wrong\n");
      assertThat(refusal(Database.open(new Where.Elsewhere(url, Cluster.USER, wrong), Scratch.RANDOM)))
          .isEqualTo(new Refusal.NoAnswer(url, "28P01"));
      assertThat(database.source()).isNotNull();
    }
  }

  @Test
  void twoNodesDoNotWorkWithOneDatabaseButABackupMayReadIt() throws Exception {
    Path directory = Scratch.directory();
    try (Database database = Scratch.open(directory)) {
      String url = "jdbc:postgresql://127.0.0.1:" + Files.readString(directory.resolve("port")).strip() + "/postgres";
      Where.Elsewhere where = new Where.Elsewhere(url, Cluster.USER, directory.resolve("password"));
      try (Database first = ((Opening.Opened) Database.open(where, Scratch.RANDOM)).database()) {
        String before = sessions(database);
        assertThat(refusal(Database.open(where, Scratch.RANDOM))).isEqualTo(new Refusal.Shared(url));
        boolean nothingStaysOpen = false;
        for (int asked = 0; asked < 500 && !nothingStaysOpen; asked++) {
          nothingStaysOpen = sessions(database).equals(before);
        }
        assertThat(nothingStaysOpen).as("whoever was refused keeps no connection").isTrue();
        ((Opening.Opened) Database.beside(where, Scratch.RANDOM)).database().close();
        assertThat(first.source()).isNotNull();
      }
      ((Opening.Opened) Database.open(where, Scratch.RANDOM)).database().close();
      assertThat(database.source()).isNotNull();
    }
  }

  private static String sessions(Database database) throws SQLException {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select count(*) from pg_stat_activity where backend_type = 'client backend'")) {
      result.next();
      return result.getString(1);
    }
  }

  @Test
  void aDatabaseThatIsNotThereIsNamedWithItsAddress() throws IOException {
    Path password = Files.writeString(Files.createDirectories(Scratch.directory()).resolve("password"), "x\n");
    String url = "jdbc:postgresql://127.0.0.1:1/none";
    assertThat(refusal(Database.open(new Where.Elsewhere(url, "a", password), Scratch.RANDOM)))
        .isEqualTo(new Refusal.NoAnswer(url, "08001"));
    Path missing = password.resolveSibling("missing");
    assertThat(refusal(Database.open(new Where.Elsewhere(url, "a", missing), Scratch.RANDOM)))
        .isEqualTo(new Refusal.NoPassword(missing));
  }

  @Test
  void aPlatformWithoutPostgresInTheJarsIsNamed() {
    assertThat(Programs.platform("Linux", "amd64")).isEqualTo("linux-x86_64");
    assertThat(Programs.platform("Mac OS X", "aarch64")).isEqualTo("darwin-arm_64");
    assertThat(new Refusal.NoProgram("darwin-arm_64").sentence()).contains("darwin-arm_64").contains("15");
  }

  @Test
  void rootBecomesSomebodyElseByTheFirstWayThatWorks() throws Refusing {
    List<List<String>> tried = new ArrayList<>();
    Account byLast =
        Account.becoming("nobody", prefix -> tried.add(prefix) && prefix.getFirst().equals("su"));
    assertThat(tried).extracting(List::getFirst).containsExactly("setpriv", "runuser", "su");
    assertThat(byLast.prefix().getFirst()).isEqualTo("su");
    assertThatThrownBy(() -> Account.becoming("nobody", prefix -> false)).isInstanceOf(Refusing.class);
  }

  @Test
  void everyWayThatRootHasRunsTheCommandAsTheOther() throws Exception {
    boolean root = Account.current().equals("root");
    for (List<String> way : root ? Account.ways("nobody") : List.of(List.<String>of())) {
      Process process = new Account("nobody", way).builder(List.of("id", "-un"), Path.of("/")).start();
      assertThat(new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII).strip())
          .as("%s", way)
          .isEqualTo(root ? "nobody" : Account.current());
    }
  }

  @Test
  void everySentenceNamesWhatItIsAbout() {
    Path path = Path.of("there");
    List<Refusal> refusals =
        List.of(
            new Refusal.InUse(path), new Refusal.OtherVersion(path, "17", "18"), new Refusal.OtherOwner(path, "root", "nobody"),
            new Refusal.NotReachable(path, "nobody"), new Refusal.NotWritable(path), new Refusal.DidNotStart(path, "no"),
            new Refusal.NoPassword(path), new Refusal.NoAnswer("there", "08001"), new Refusal.TooOld("there", "14.2"));
    assertThat(refusals).allMatch(refusal -> refusal.sentence().contains("there") && refusal.sentence().endsWith("."));
    assertThat(Optional.of(new Refusal.NoAccount("nobody").sentence())).hasValueSatisfying(text -> assertThat(text).contains("nobody"));
  }
}
