package homeward.mutation;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where everything lies.
 *
 * @param sources the directory of the sources whose guards are removed
 * @param classes the root of the compiled classes, these among them
 * @param tests the root of the compiled tests
 * @param libraries what both need besides, JUnit and its launcher included, as a class path
 * @param rooms the packages whose tests are run
 * @param stand the directory in which the tests expect to run
 */
public record Workplace(Path sources, Path classes, Path tests, String libraries, List<String> rooms, Path stand) {
  private static final String RULES = "homeward.ruling";

  /** The rules of the protocol in a built project, under the tests of their own room. */
  public static Workplace ofRules(Path root) {
    Path protocol = root.resolve("protocol");
    return new Workplace(
        protocol.resolve("src/main/java").resolve(RULES.replace('.', '/')),
        protocol.resolve("target/classes"),
        protocol.resolve("target/test-classes"),
        jars(root.resolve("rehearsal/target/test-lib")),
        List.of(RULES),
        protocol);
  }

  private static String jars(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      Stream<String> jars = files.map(Path::toString).filter(name -> name.endsWith(".jar")).sorted();
      return jars.collect(Collectors.joining(File.pathSeparator));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  String read(String file) {
    try {
      return Files.readString(sources.resolve(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Every guard of every source file, file by file. */
  List<Guard> guards() {
    try (Stream<Path> files = Files.list(sources)) {
      return files.map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .sorted()
          .flatMap(name -> Guards.in(name, read(name)).stream())
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
