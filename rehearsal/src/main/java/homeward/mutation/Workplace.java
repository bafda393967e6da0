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
 * @param sources the directory in which the rooms below lie as directories of sources
 * @param rooms those whose guards are removed
 * @param classes the root of the compiled classes, these among them
 * @param tests the root of the compiled tests
 * @param libraries what both need besides, JUnit and its launcher included, as a class path
 * @param tested the packages whose tests are run
 * @param besides a pattern of the names of classes in them that are not asked
 * @param stand the directory in which the tests expect to run
 */
public record Workplace(
    Path sources, List<String> rooms, Path classes, Path tests, String libraries, List<String> tested, String besides, Path stand) {

  /**
   * All that deciding asks in a built project: the rules, the sums over receipts, and the language with what its records
   * demand of their parts; under the tests of these rooms. The test that a page is as the code makes it is not asked: whatever
   * the rules do, it would be written down there as it is.
   */
  public static Workplace ofRules(Path root) {
    Path protocol = root.resolve("protocol");
    List<String> rooms = List.of("ruling", "balance", "exchange");
    return new Workplace(
        protocol.resolve("src/main/java/homeward"),
        rooms,
        protocol.resolve("target/classes"),
        protocol.resolve("target/test-classes"),
        jars(root.resolve("rehearsal/target/test-lib")),
        rooms.stream().map("homeward."::concat).toList(),
        ".*PageTest",
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

  /** Every guard of every source file, room by room and file by file. */
  List<Guard> guards() {
    return rooms.stream().flatMap(this::files).flatMap(file -> Guards.in(file, read(file)).stream()).toList();
  }

  private Stream<String> files(String room) {
    try (Stream<Path> files = Files.list(sources.resolve(room))) {
      List<String> names = files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".java")).sorted().toList();
      return names.stream().map(name -> room + "/" + name);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
