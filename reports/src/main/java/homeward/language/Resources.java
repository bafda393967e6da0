package homeward.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** The text files that stand beside this package. */
final class Resources {
  private Resources() {}

  /** The pieces between what an expression matches. */
  static List<String> split(String text, String expression) {
    return Pattern.compile(expression).splitAsStream(text).toList();
  }

  /** Its lines without comments (# at the start) and empty ones; a missing file is our own fault. */
  static List<String> lines(String name) {
    try (InputStream file = Resources.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("the resource " + name + " is missing from this program");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
