package homeward.ruling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages that have sections made from the code. Each section stands between two marks that no reader sees. */
final class Page {
  private static final Pattern SECTION =
      Pattern.compile("(<!-- made from the code: ([a-z-]+) -->\\n)(.*?)(<!-- end -->)", Pattern.DOTALL);
  private static final Pattern JSON = Pattern.compile("(?ms)^```json\\n(.*?)^```");
  private static final List<Path> PAGES = List.of(root().resolve("docs/protocol.md"), root().resolve("docs/formats.md"));

  private Page() {}

  /** The project's root, whether the suite was started from it or from this module. */
  static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (at != null && !(Files.exists(at.resolve("pom.xml")) && read(at.resolve("pom.xml")).contains("<modules>"))) {
      at = at.getParent();
    }
    if (at == null) {
      throw new IllegalStateException("no pom with modules above " + Path.of("").toAbsolutePath());
    }
    return at;
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file.toString(), unreadable);
    }
  }

  /** What stands in each marked section now. */
  static Map<String, String> sections() {
    Map<String, String> sections = new LinkedHashMap<>();
    for (Path page : PAGES) {
      SECTION.matcher(read(page)).results().forEach(section -> sections.put(section.group(2), section.group(3)));
    }
    return sections;
  }

  /** The blocks of JSON on the pages. */
  static List<String> json() {
    return PAGES.stream().flatMap(page -> JSON.matcher(read(page)).results()).map(block -> block.group(1)).toList();
  }

  /** Writes every marked section that is among these anew. */
  static void write(Map<String, Supplier<String>> made) {
    try {
      for (Path page : PAGES) {
        Files.writeString(page, SECTION.matcher(read(page)).replaceAll(section -> Matcher.quoteReplacement(remade(section, made))));
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static String remade(MatchResult section, Map<String, Supplier<String>> made) {
    Supplier<String> maker = made.get(section.group(2));
    return maker == null ? section.group() : section.group(1) + maker.get() + section.group(4);
  }

  /** A table; cells must not hold a bar. */
  static String table(List<String> head, List<List<String>> rows) {
    StringBuilder text = new StringBuilder("\n").append(row(head)).append("|").append("---|".repeat(head.size())).append('\n');
    rows.forEach(row -> text.append(row(row)));
    return text.append('\n').toString();
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  static String code(String text) {
    return "`" + text + "`";
  }

  /** A block of text that stands as it is. */
  static String block(String language, String text) {
    return "\n```" + language + "\n" + text.stripTrailing() + "\n```\n";
  }
}
