package homeward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the documents tell a reader to type works as they say. Each document's {@code sh} blocks are run in order in one
 * empty directory; a command ends with 0 unless a comment behind it says otherwise ({@code # exits 3}).
 */
class DocsTest {
  private static final List<String> DOCUMENTS = List.of(
      "README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/protocol.md", "docs/formats.md", "docs/risks.md", "docs/operating.md");

  /** Not run here, with the reason. What reads something that one of these would have written is not run here either. */
  private static final Map<String, String> RUN_ELSEWHERE = Map.of(
      "test", "it would start the suite inside the suite",
      "bench", "it takes minutes, and its figures are this machine's",
      "backup", "it needs a node that has something to keep; ServeTest and BackupTest run it",
      "mutate", "it runs the suite once for every guard");

  /** A command of a document, after the name of the script, and the code it says it ends with. */
  record Typed(List<String> words, int exit) {}

  static Stream<String> documents() {
    return DOCUMENTS.stream();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyCommandDoesWhatTheDocumentSays(String name, @TempDir Path place) throws Exception {
    var notMade = new HashSet<String>();
    for (Typed typed : commands(Tree.read(Tree.root().resolve(name)))) {
      if (RUN_ELSEWHERE.containsKey(typed.words().getFirst()) || reads(typed, notMade)) {
        typed.words().stream().skip(1).filter(word -> !word.startsWith("-")).forEach(notMade::add);
        continue;
      }
      Path said = place.resolve("homeward-said.txt");
      int exit = run(withoutWaiting(typed.words()), place, said);
      assertThat(exit).as("%s: ./homeward %s%n%s", name, String.join(" ", typed.words()), Files.readString(said))
          .isEqualTo(typed.exit());
    }
  }

  /** A demo is told at a pace to read along by; here nobody reads along. */
  private static List<String> withoutWaiting(List<String> words) {
    boolean waits = words.getFirst().equals("demo") && !words.contains("--pace");
    return waits ? Stream.concat(words.stream(), Stream.of("--pace", "fast")).toList() : words;
  }

  private static boolean reads(Typed typed, Set<String> notMade) {
    return typed.words().getFirst().equals("verify") && typed.words().stream().anyMatch(notMade::contains);
  }

  /** In a JVM of its own, since a command's relative paths are meant from where the reader stands. */
  private static int run(List<String> words, Path place, Path said) throws IOException, InterruptedException {
    boolean verify = words.getFirst().equals("verify");
    var line = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-ea", "-cp", System.getProperty("java.class.path"),
        verify ? "homeward.verify.Main" : "homeward.command.Main"));
    line.addAll(verify ? words.subList(1, words.size()) : words);
    return new ProcessBuilder(line)
        .directory(place.toFile())
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start()
        .waitFor();
  }

  static List<Typed> commands(String document) {
    return Pattern.compile("(?ms)^```sh\\R(.*?)^```").matcher(document).results()
        .flatMap(block -> block.group(1).replaceAll("\\\\\\R\\s*", " ").lines())
        .map(line -> line.replaceFirst("^\\$ ", "").strip())
        .filter(line -> line.startsWith("./homeward"))
        .map(DocsTest::typed)
        .toList();
  }

  private static Typed typed(String line) {
    var exit = Pattern.compile("#.*\\bexits (\\d+)").matcher(line);
    int code = exit.find() ? Integer.parseInt(exit.group(1)) : 0;
    String command = line.replaceFirst("\\s#.*", "").substring("./homeward".length());
    List<String> words = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)").matcher(command).results()
        .map(word -> Stream.of(1, 2, 3).map(word::group).filter(part -> part != null).findFirst().orElseThrow())
        .toList();
    return new Typed(words.isEmpty() ? List.of("help") : words, code);
  }

  @Test
  void aCommandIsReadAsAShellReadsIt() {
    String document = """
        ```sh
        git clone somewhere
        $ ./homeward rehearse --seeds 1..3 \\
            --json "an out.json"   # exits 1, since something is broken
        ./homeward verify 'a bundle'
        ```
        ./homeward not in a block
        ```json
        {}
        ```
        ```sh
        ./homeward --help # the page
        ```
        """;
    assertThat(commands(document)).containsExactly(
        new Typed(List.of("rehearse", "--seeds", "1..3", "--json", "an out.json"), 1),
        new Typed(List.of("verify", "a bundle"), 0),
        new Typed(List.of("--help"), 0));
  }

  @Test
  void aWrongCommandIsNoticed(@TempDir Path place) throws Exception {
    Path said = place.resolve("said.txt");
    assertThat(run(List.of("--hlp"), place, said)).isEqualTo(2);
    assertThat(said).content(StandardCharsets.UTF_8).contains("Did you mean '--help'?");
  }
}
