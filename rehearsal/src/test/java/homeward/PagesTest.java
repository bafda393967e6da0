package homeward;

import static org.assertj.core.api.Assertions.assertThat;

import homeward.command.Exit;
import homeward.json.Json;
import homeward.json.JsonReader;
import homeward.json.Malformed;
import homeward.register.PeopleFile;
import homeward.register.Reading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages show can be used as it stands: their JSON and CSV is read by the readers that read people's files. */
class PagesTest {
  static Stream<String> pages() {
    return Tree.files(".md").stream().map(Tree::name);
  }

  private static List<String> blocks(String page, String language) {
    return Pattern.compile("(?ms)^```" + language + "\\R(.*?)^```").matcher(page).results().map(block -> block.group(1)).toList();
  }

  private static String read(String name) {
    return Tree.read(Tree.root().resolve(name));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyBlockOfJsonIsReadByTheStrictReader(String page) {
    List<String> wrong = new ArrayList<>();
    for (String block : blocks(read(page), "json")) {
      try {
        assertThat(JsonReader.read(block)).isInstanceOf(Json.class);
      } catch (Malformed e) {
        wrong.add(e.getMessage() + ":\n" + block);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyFileOfPeopleThatIsShownIsOne() {
    assertThat(blocks(read("docs/formats.md"), "csv")).isNotEmpty().allSatisfy(
        block -> assertThat(PeopleFile.read(block.getBytes(StandardCharsets.UTF_8), "shown.csv", shownAs(block)))
            .isInstanceOfSatisfying(Reading.Read.class, people -> assertThat(people.notices()).isEmpty()));
  }

  /** Who was seen is shown with where, and without a category. */
  private static PeopleFile.Kind shownAs(String block) {
    List<String> columns = List.of(block.lines().findFirst().orElse("").split(",", -1));
    return columns.contains("seen_place") && !columns.contains("category") ? PeopleFile.Kind.SEEN : PeopleFile.Kind.HELD;
  }

  @Test
  void theReadmeHasTheExitCodesThatCommandsEndWith() {
    List<String> shown = read("README.md").lines().filter(line -> line.matches("\\| \\d+ \\| .*")).toList();
    assertThat(shown).containsExactlyElementsOf(
        Arrays.stream(Exit.values()).map(exit -> "| " + exit.code() + " | " + exit.meaning() + " |").toList());
  }

  /** The last column of the glossary. */
  @Test
  void theReadmesWordsAreTypesOfTheCode() {
    Set<String> types = Tree.files(".java").stream()
        .filter(file -> !Tree.name(file).contains("/test/"))
        .flatMap(file -> Source.parse(Tree.name(file), Tree.read(file)).types().stream())
        .map(Source.Type::name)
        .collect(Collectors.toSet());
    List<String> words = Pattern.compile("(?m)\\| `(\\w+)` \\|$").matcher(read("README.md")).results().map(word -> word.group(1)).toList();
    assertThat(words).hasSizeGreaterThan(30).allMatch(types::contains);
  }

  @Test
  void thereAreNoOtherPages() {
    List<String> known = List.of(
        "README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/protocol.md", "docs/matching.md", "docs/operating.md",
        "docs/benchmarks.md", "docs/formats.md", "docs/risks.md");
    assertThat(pages()).allMatch(page -> known.contains(page) || page.matches("docs/decisions/\\d{3}-[a-z0-9-]+\\.md"));
    assertThat(Files.exists(Tree.root().resolve("docs/decisions"))).isTrue();
  }
}
