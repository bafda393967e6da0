package homeward.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about the format of an agreement says what is so. */
class AgreementFormatTest {
  private static final String SECTION = section();

  private static String section() {
    Path at = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
        .filter(directory -> Files.exists(directory.resolve("docs/formats.md")))
        .findFirst()
        .orElseThrow();
    try {
      String page = Files.readString(at.resolve("docs/formats.md"));
      return Pattern.compile("(?ms)^## Agreement$.*?(?=^## |\\z)").matcher(page).results().findFirst().orElseThrow().group();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Test
  void theWorkedExampleIsRead() {
    List<String> examples = Pattern.compile("(?ms)^```json\\R(.*?)^```").matcher(SECTION).results().map(block -> block.group(1)).toList();
    assertThat(examples).hasSize(1);
    Agreement example = Samples.read(examples.getFirst());
    assertThat(example.quota("A", "military")).isEqualTo(230);
    assertThat(example.quota("B", "military")).isEqualTo(240);
    assertThat(Proposed.refusal(example)).isEmpty();
  }

  @Test
  void everyFieldIsExplained() {
    Stream<String> fields = Stream.of(
            Written.AGREEMENT, Written.PARTY, Written.CATEGORY, Written.TRANCHE, Written.WINDOW, Written.SURPLUS, Written.DEBT,
            Written.DEADLINES, Written.CLAUSE)
        .flatMap(List::stream);
    assertThat(fields).allSatisfy(field -> assertThat(SECTION).contains("`" + field + "`"));
    assertThat(Written.FUNCTIONS.sequencedKeySet()).allSatisfy(function -> assertThat(SECTION).contains("`" + function + "`"));
  }

  @Test
  void everyRefusalIsShownInItsOwnWords() {
    assertThat(rows()).allSatisfy(row -> assertThat(SECTION).contains(row));
  }

  /** One row a reason; of unknown names the one that shows a nearest right one. */
  static List<String> rows() {
    Map<Class<?>, String> rows = new LinkedHashMap<>();
    RefusalCase.all()
        .filter(refused -> !(refused.fault() instanceof Fault.Unknown unknown) || unknown.what() == Fault.Unknown.What.CATEGORY)
        .forEach(refused -> rows.putIfAbsent(refused.fault().getClass(), row(refused)));
    return List.copyOf(rows.values());
  }

  private static String row(RefusalCase refused) {
    String place = refused.path().isEmpty() ? "the file" : "`" + refused.path() + "`";
    return "| " + place + " | " + refused.fault().inWords() + " |";
  }
}
