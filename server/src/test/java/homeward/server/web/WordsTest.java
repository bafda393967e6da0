package homeward.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of the pages: as much in one language as in the other. */
class WordsTest {
  private static final Path WORDS = Path.of("src/main/resources/messages");
  private static final Pattern GAP = Pattern.compile("\\{(\\d)");

  static List<String> bundles() throws IOException {
    try (Stream<Path> files = Files.list(WORDS)) {
      return files.map(file -> file.getFileName().toString()).filter(name -> !name.contains("_")).sorted().toList();
    }
  }

  private static Properties read(String name) throws IOException {
    Properties words = new Properties();
    words.load(new StringReader(Files.readString(WORDS.resolve(name))));
    return words;
  }

  private static Properties other(String name) throws IOException {
    return read(name.replace(".properties", "_uk.properties"));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void bothLanguagesSayTheSameThings(String name) throws IOException {
    assertThat(other(name).stringPropertyNames()).isEqualTo(read(name).stringPropertyNames());
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void bothLanguagesHaveTheSameGaps(String name) throws IOException {
    Properties english = read(name);
    Properties ukrainian = other(name);
    for (String key : english.stringPropertyNames()) {
      assertThat(gaps(ukrainian.getProperty(key))).as(key).isEqualTo(gaps(english.getProperty(key)));
    }
  }

  private static Set<String> gaps(String text) {
    return new TreeSet<>(GAP.matcher(text).results().map(found -> found.group(1)).toList());
  }

  /** A straight apostrophe begins a quotation in these files: what follows would lose its gaps. */
  @ParameterizedTest
  @MethodSource("bundles")
  void apostrophesAreTypographic(String name) throws IOException {
    for (Properties words : List.of(read(name), other(name))) {
      assertThat(words.values()).noneMatch(text -> text.toString().contains("'"));
    }
  }
}
