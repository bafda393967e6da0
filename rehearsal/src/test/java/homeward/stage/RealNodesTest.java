package homeward.stage;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.play.Plays;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The same play on programs with databases, over HTTPS, as in one thread. */
class RealNodesTest {
  private static final SecureRandom SOURCE = new SecureRandom();

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    SOURCE.nextBytes(bytes);
    return bytes;
  }

  private static Plays.Wish wish() {
    try {
      Path folder = Path.of(Objects.requireNonNull(RealNodesTest.class.getResource("/homeward/play/one-for-one-and-nobody-else")).toURI());
      return new Plays.Wish(
          Optional.of(folder.resolve("agreement.json")), Optional.of(folder), "reference", Optional.empty(), 1, Optional.empty());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theyGiveTheSameAccountToTheHash() {
    List<String> told = new ArrayList<>();
    List<String> toldByTheCore = new ArrayList<>();
    Plays.Result core = Plays.run(wish(), toldByTheCore::add);
    try (Grounds grounds = Grounds.fresh()) {
      Plays.Result real =
          Plays.run(wish(), told::add, stores -> {}, plan -> RealNodes.start(plan, grounds.directory(), Map.of(), RealNodesTest::bytes));
      assertThat(core).isInstanceOf(Plays.Result.Played.class);
      assertThat(real).isEqualTo(core);
      assertThat(told).isEqualTo(toldByTheCore);
    }
  }
}
