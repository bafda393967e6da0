package homeward.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import homeward.exchange.Function;
import homeward.exchange.Move;
import homeward.node.ExchangeFixture;
import homeward.node.ExchangeStage;
import homeward.node.Store;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node hands out: three files, the same bytes for the same store, whole or not at all. */
class BundleTest {
  private static final ExchangeFixture EXCHANGE = ExchangeFixture.playedTo(ExchangeStage.AGREED);
  private static final Store.Contents CONTENTS = EXCHANGE.a().store().contents();

  @TempDir Path directory;

  private static Set<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return Set.copyOf(files.map(file -> file.getFileName().toString()).toList());
    }
  }

  @Test
  void aBundleIsThreeFilesAndNothingIsLeftBesideIt() throws IOException {
    Bundle.write(CONTENTS, ExchangeFixture.CODE, directory.resolve("bundle"));
    assertThat(names(directory)).containsExactly("bundle");
    assertThat(names(directory.resolve("bundle"))).isEqualTo(Bundle.FILES);
  }

  @Test
  void theSameStoreGivesTheSameBytes() throws IOException {
    Bundle.write(CONTENTS, ExchangeFixture.CODE, directory.resolve("one"));
    Bundle.write(CONTENTS, ExchangeFixture.CODE, directory.resolve("other"));
    for (String name : Bundle.FILES) {
      assertThat(directory.resolve("one").resolve(name)).hasSameBinaryContentAs(directory.resolve("other").resolve(name));
    }
  }

  @Test
  void theHeaderSaysWhatIsInIt() throws Exception {
    Bundle.write(CONTENTS, ExchangeFixture.CODE, directory.resolve("bundle"));
    Header header = Header.read(Files.readAllBytes(directory.resolve("bundle").resolve("bundle.json")));
    assertThat(header.exchange()).isEqualTo(ExchangeFixture.CODE);
    assertThat(header.entries()).isEqualTo(CONTENTS.lines().size());
    assertThat(header.root()).isEqualTo(EXCHANGE.a().node().chronicle().rootAt(header.entries()));
    assertThat(header.stateHash()).contains(EXCHANGE.stateHash());
  }

  @Test
  void everyLineOfTheLogIsALineOfTheFile() throws IOException {
    Bundle.write(CONTENTS, ExchangeFixture.CODE, directory.resolve("bundle"));
    assertThat(Files.readAllLines(directory.resolve("bundle").resolve("entries.log")))
        .isEqualTo(CONTENTS.lines().stream().map(Store.Line::leaf).toList());
  }

  @Test
  void aBundleTakesThePlaceOfAnEarlierOne() throws IOException {
    Path bundle = directory.resolve("bundle");
    Bundle.write(ExchangeFixture.playedTo(ExchangeStage.OPENED).a().store().contents(), ExchangeFixture.CODE, bundle);
    Bundle.write(CONTENTS, ExchangeFixture.CODE, bundle);
    assertThat(Verification.of(bundle)).isInstanceOf(Verdict.Valid.class);
  }

  @Test
  void whatAnInterruptedWritingLeftIsClearedAway() throws IOException {
    Path part = Files.createDirectory(directory.resolve("bundle.part"));
    Files.writeString(part.resolve("entries.log"), "half", UTF_8);
    Bundle.write(CONTENTS, ExchangeFixture.CODE, directory.resolve("bundle"));
    assertThat(names(directory)).containsExactly("bundle");
  }

  @Test
  void aDirectoryWithOtherThingsInItIsLeftAlone() throws IOException {
    Path photos = Files.createDirectory(directory.resolve("photos"));
    Files.writeString(photos.resolve("entries.log"), "somebody's", UTF_8);
    Files.writeString(photos.resolve("photo"), "somebody's", UTF_8);
    assertThatThrownBy(() -> Bundle.write(CONTENTS, ExchangeFixture.CODE, photos)).isInstanceOf(FileAlreadyExistsException.class);
    assertThat(photos.resolve("entries.log")).hasContent("somebody's");
    assertThat(photos.resolve("photo")).hasContent("somebody's");
  }

  @Test
  void noAttachmentAndNoOutboxIsHandedOut() throws IOException {
    ExchangeFixture exchange = ExchangeFixture.playedTo(ExchangeStage.ENROLLED);
    exchange.a().goesAway();
    exchange.a().says(0, Function.SIDE, new Move.Halt(Move.Cause.WEATHER));
    Store.Contents held = exchange.a().store().contents();
    Bundle.write(held, ExchangeFixture.CODE, directory.resolve("bundle"));
    List<String> lines = Files.readAllLines(directory.resolve("bundle").resolve("entries.log"));
    assertThat(held.outbox()).hasSize(1);
    assertThat(lines).noneMatch(line -> line.contains(held.outbox().getFirst()));
  }
}
