package homeward.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Agreements and registers that somebody wrote by hand from docs/formats.md, odd and lawful: each is played as it stands and comes to
 * what an adder over the files gives. A folder more is a case more.
 */
class ForeignFilesTest {
  static List<Path> folders() {
    try (Stream<Path> folders = Files.list(root())) {
      return folders.filter(folder -> Files.exists(folder.resolve("agreement.json"))).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    try {
      return Path.of(Objects.requireNonNull(ForeignFilesTest.class.getResource("one-for-one-and-nobody-else")).toURI()).resolveSibling("");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void whatSomebodyElseWroteComesToWhatAnAdderSays(Path folder) {
    Path agreement = folder.resolve("agreement.json");
    assertThat(Played.account(agreement, folder, 1)).isEqualTo(Adder.account(agreement, folder));
  }
}
