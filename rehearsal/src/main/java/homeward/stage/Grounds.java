package homeward.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the databases of one play lie: a directory of its own, gone when it is over. PostgreSQL itself is unpacked once for all plays.
 * It lies where anybody may pass through, since PostgreSQL runs as somebody else where this runs as root.
 */
public record Grounds(Path directory) implements AutoCloseable {

  /**
   * A fresh one.
   *
   * @throws UncheckedIOException when nothing can be written there
   */
  public static Grounds fresh() {
    try {
      Path parent = Path.of(System.getProperty("java.io.tmpdir"), "homeward-" + System.getProperty("user.name"));
      Path programs = parent.resolve("programs");
      var everybodyMayPass = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.createDirectories(programs, everybodyMayPass);
      Path directory = Files.createTempDirectory(parent, "play-", everybodyMayPass);
      Files.createSymbolicLink(directory.resolve("programs"), programs);
      return new Grounds(directory);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Deletes it, PostgreSQL's programs apart. */
  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(directory)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }
}
