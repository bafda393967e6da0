package homeward.server.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import homeward.server.database.Scratch;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadingTest {
  private static final long NOW = 1_747_386_000_000L;

  private final Path directory = Scratch.directory();
  private final NewNode fresh = new NewNode("may-2025", NewNode.party(Scratch.RANDOM), "node.example", 8080, 7443);

  @BeforeEach
  void make() throws IOException {
    fresh.make(directory, Optional.empty(), NOW, Scratch.RANDOM);
  }

  private String refusal() {
    return switch (Reading.of(NewNode.file(directory))) {
      case Reading.Refused(String sentence) -> sentence;
      case Reading.Read(NodeConfig config) -> throw new AssertionError("it was read: " + config);
    };
  }

  private void replace(String old, String by) throws IOException {
    Path file = NewNode.file(directory);
    String text = Files.readString(file);
    assertThat(text).contains(old);
    Files.writeString(file, text.replace(old, by));
  }

  @Test
  void whatWasMadeCanBeReadAndNothingSecretStandsInIt() throws IOException {
    assertThat(Reading.of(NewNode.file(directory))).isInstanceOfSatisfying(
        Reading.Read.class, read -> assertThat(read.config().me()).isEqualTo(fresh.party()));
    String seed = Files.readString(directory.resolve("node.key")).strip();
    assertThat(Files.readString(NewNode.file(directory)) + Files.readString(directory.resolve("card.json"))).doesNotContain(seed);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("node.key")))).isEqualTo("rw-------");
  }

  @Test
  void nothingIsMadeOverANodeThatIsThere() {
    assertThatThrownBy(() -> fresh.make(directory, Optional.empty(), NOW, Scratch.RANDOM)).isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void whatIsNotUnderstoodIsNamedWithItsPlace() throws IOException {
    replace("\"tickSeconds\"", "\"ticks\"");
    assertThat(refusal()).contains("node.json").contains("ticks");
  }

  @Test
  void aKeyThatOthersCanReadIsNotUsed() throws IOException {
    Files.setPosixFilePermissions(directory.resolve("node.key"), PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(refusal()).contains("node.key").contains("chmod 600");
  }

  @Test
  void aNodeThatIsNotAmongTheCardsByItsOwnKeyDoesNotStart() throws IOException {
    Files.delete(directory.resolve("node.key"));
    homeward.server.keys.NodeKey.make(directory.resolve("node.key"), Scratch.RANDOM);
    assertThat(refusal()).contains("the card of this node itself");
  }

  @Test
  void anAddressWithoutEncryptionIsRefused() throws IOException {
    replace("https://node.example:7443", "http://node.example:7443");
    assertThat(refusal()).contains("https://host:port");
  }

  @Test
  void theExampleInTheDocumentIsUnderstood() throws Exception {
    String page = Files.readString(Path.of("../docs/formats.md"));
    String example = page.substring(page.indexOf("## Configuration of a node")).replaceFirst("(?s).*?```json\\n(.*?)```.*", "$1");
    NodeFile written = NodeFile.SHAPE.read(homeward.json.JsonReader.read(example));
    assertThat(written.homeward()).isEqualTo(NodeFile.FORM);
    assertThat(written.parties().getFirst().peer().party().value()).isEqualTo(written.party());
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path missing = directory.resolve("missing.json");
    assertThat(Reading.of(missing)).isEqualTo(
        new Reading.Refused(missing + " cannot be read: name the configuration of a node (./homeward serve --new DIR makes one)."));
  }
}
