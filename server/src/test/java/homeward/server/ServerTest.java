package homeward.server;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.server.database.Scratch;
import homeward.server.setup.NewNode;
import homeward.server.setup.NodeConfig;
import homeward.server.setup.Reading;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServerTest {
  private static final long NOW = 1_747_386_000_000L;

  /** A new node of its own exchange, as serve --new makes one, except that tests share one unpacked PostgreSQL. */
  private static NodeConfig made(int desks, int wire) throws IOException {
    Path directory = Scratch.directory();
    NewNode fresh = new NewNode("may-2025", NewNode.party(Scratch.RANDOM), "127.0.0.1", desks, wire);
    var card = fresh.make(directory, Optional.empty(), NOW, Scratch.RANDOM);
    fresh.write(directory, fresh.party(), List.of(card), Optional.of(Scratch.programs()));
    return switch (Reading.of(NewNode.file(directory))) {
      case Reading.Read(NodeConfig config) -> config;
      case Reading.Refused(String sentence) -> throw new AssertionError(sentence);
    };
  }

  private static Running started(NodeConfig config) {
    return switch (Server.start(config)) {
      case Start.Started(Running node) -> node;
      case Start.Refused(String sentence) -> throw new AssertionError(sentence);
    };
  }

  @Test
  void aNodeStartsFromItsFileAloneAndRefusesASecondOneOnItsData() throws Exception {
    NodeConfig config = made(0, 0);
    try (Running node = started(config)) {
      HttpURLConnection page = (HttpURLConnection) node.url().resolve("/nothing-here").toURL().openConnection();
      page.setInstanceFollowRedirects(false);
      assertThat(page.getResponseCode()).isBetween(300, 499);
      assertThat(node.proceedings().party()).isEqualTo(config.me());
      assertThat(Server.start(config)).isInstanceOfSatisfying(
          Start.Refused.class, refused -> assertThat(refused.sentence()).contains("Another node is running on"));
    }
  }

  @Test
  void anAddressThatIsTakenIsNamedAndTheDatabaseIsLeftInOrder() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      NodeConfig config = made(0, taken.getLocalPort());
      assertThat(Server.start(config)).isInstanceOfSatisfying(
          Start.Refused.class, refused -> assertThat(refused.sentence()).contains("the wire").contains(":" + taken.getLocalPort()));
      NodeConfig desks = made(taken.getLocalPort(), 0);
      assertThat(Server.start(desks)).isInstanceOfSatisfying(
          Start.Refused.class, refused -> assertThat(refused.sentence()).contains("the desks").contains(":" + taken.getLocalPort()));
    }
  }

  @Test
  void whatIsUploadedPassesThroughADirectoryThatIsTheNodesAloneAndGoneWithIt() throws Exception {
    List<Path> before = passing();
    for (int start = 0; start < 2; start++) {
      try (Running node = started(made(0, 0))) {
        Path passing = node.part(Uploads.class).directory();
        assertThat(Files.getPosixFilePermissions(passing)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(passing.resolve("work")).isDirectory();
        assertThat(passing()).contains(passing);
      }
    }
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Server.start(made(0, taken.getLocalPort()))).isInstanceOf(Start.Refused.class);
      assertThat(Server.start(made(taken.getLocalPort(), 0))).isInstanceOf(Start.Refused.class);
    }
    assertThat(passing()).isEqualTo(before);
  }

  private static List<Path> passing() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(path -> path.getFileName().toString().startsWith("homeward-desks-")).sorted().toList();
    }
  }
}
