package homeward;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The project as it lies on disk: where its root is, and which files belong to it. */
final class Tree {
  private Tree() {}

  /** The directory with the pom that lists the modules; the suite may be started from it or from a module. */
  static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (at != null) {
      Path pom = at.resolve("pom.xml");
      if (Files.exists(pom) && read(pom).contains("<modules>")) {
        return at;
      }
      at = at.getParent();
    }
    throw new IllegalStateException("no pom with modules above " + Path.of("").toAbsolutePath());
  }

  /** The directories that hold a pom of their own. */
  static List<Path> modules() {
    try (Stream<Path> children = Files.list(root())) {
      return children.filter(child -> Files.exists(child.resolve("pom.xml"))).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Files that are tracked or about to be; without git (an unpacked archive) everything but what was built. */
  static List<Path> files() {
    try {
      var git = new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
          .directory(root().toFile())
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      var names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (git.waitFor() == 0) {
        Stream<Path> paths = Arrays.stream(names.split("\0")).map(root()::resolve);
        return paths.filter(Files::isRegularFile).distinct().sorted().toList();
      }
    } catch (IOException noGit) {
      return walk();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    return walk();
  }

  private static List<Path> walk() {
    try (Stream<Path> all = Files.walk(root())) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !("/" + root().relativize(file)).matches(".*/(target|\\.git|\\.idea)/.*"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static List<Path> files(String suffix) {
    return files().stream().filter(file -> file.toString().endsWith(suffix)).toList();
  }

  /** The path as a reader names it: from the root, with slashes. */
  static String name(Path file) {
    return root().relativize(file).toString().replace('\\', '/');
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file.toString(), unreadable);
    }
  }
}
