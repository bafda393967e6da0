package homeward.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * Where the web server keeps what is being uploaded, people's files among it: a directory that nobody else on the machine may read, and
 * that is gone when the node ends.
 *
 * @param directory the directory
 */
record Uploads(Path directory) implements AutoCloseable {
  private static final List<String> REMEMBERED = List.of("catalina.base", "catalina.home");

  static Uploads make() {
    try {
      return new Uploads(Files.createTempDirectory("homeward-desks-"));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  @Override
  public void close() {
    // Tomcat remembers the last directory for the whole process, and the next node in it would make it again.
    REMEMBERED.stream().filter(name -> directory.toString().equals(System.getProperty(name))).forEach(System::clearProperty);
    try {
      FileSystemUtils.deleteRecursively(directory);
    } catch (IOException inUse) {
      throw new UncheckedIOException(inUse);
    }
  }
}
