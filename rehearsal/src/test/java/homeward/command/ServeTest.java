package homeward.command;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.server.Nodes;
import homeward.server.Running;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServeTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<String> pages = new ArrayList<>();
  private Path place = Path.of("");

  /** Where anybody may pass through: as root, PostgreSQL runs as somebody else. */
  @BeforeEach
  void make() throws IOException {
    place = Files.createTempDirectory("homeward-serve", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
  }

  @AfterEach
  void clear() throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private Exit serve(String... words) {
    Serve serve = new Serve();
    serve.meanwhile = this::look;
    var line = new picocli.CommandLine(serve).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    line.execute(words);
    return line.getExecutionResult() instanceof Exit exit ? exit : Exit.NOT_UNDERSTOOD;
  }

  private void look(Running node) {
    pages.add(node.url() + " " + node.proceedings().state().course().exchange());
  }

  private String made(int desks, int wire) {
    String directory = place.resolve("node-" + desks).toString();
    assertThat(serve("--new", directory, "--exchange", "spring", "--desks-port", "" + desks, "--wire-port", "" + wire)).isEqualTo(Exit.DONE);
    return directory;
  }

  @Test
  void aNewNodeRunsFromItsConfigurationAndStopsInOrder() throws IOException {
    int desks = Nodes.freePort();
    String directory = made(desks, Nodes.freePort());
    assertThat(out.toString()).contains("\"nodeKey\"").doesNotContain(Files.readString(Path.of(directory, "node.key")).strip());
    assertThat(serve("--config", directory + "/node.json")).isEqualTo(Exit.DONE);
    assertThat(pages).containsExactly("http://127.0.0.1:" + desks + " spring");
    assertThat(serve("--new", directory)).as("nothing is made over it").isEqualTo(Exit.NOT_UNDERSTOOD);
  }

  @Test
  void theFirstAccountIsMadeOnceAndTheRootKeyLiesApart() throws IOException {
    String directory = place.resolve("named").toString();
    assertThat(serve("--new", directory, "--id", "A", "--name", "First side", "--desks-port", "" + Nodes.freePort(), "--wire-port", "" + Nodes.freePort())).isEqualTo(Exit.DONE);
    String root = Files.readString(Path.of(directory, "root.key")).strip();
    assertThat(out.toString()).contains("First side").doesNotContain(root);
    assertThat(Files.readString(Path.of(directory, "node.json"))).doesNotContain(root);
    assertThat(serve("--config", directory + "/node.json", "--administrator", "admin")).isEqualTo(Exit.DONE);
    assertThat(out.toString()).contains("The first account: admin", "secret for the phone");
    assertThat(serve("--config", directory + "/node.json", "--administrator", "another")).isEqualTo(Exit.DONE);
    assertThat(out.toString()).doesNotContain("The first account: another");
    assertThat(err.toString()).contains("There are accounts already");
  }

  @Test
  void whatItIsGivenAndWhatItFindsEndDifferently() throws IOException {
    assertThat(serve("--config", place.resolve("missing.json").toString())).isEqualTo(Exit.INPUT_REFUSED);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String directory = made(Nodes.freePort(), taken.getLocalPort());
      assertThat(serve("--config", directory + "/node.json")).isEqualTo(Exit.NOT_STARTED);
      assertThat(err.toString()).contains(":" + taken.getLocalPort() + ", is not free");
    }
    assertThat(pages).isEmpty();
  }
}
