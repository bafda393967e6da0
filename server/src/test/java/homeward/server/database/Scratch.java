package homeward.server.database;

import homeward.node.Random;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Directories for databases of tests: where anybody may pass through, since PostgreSQL runs as somebody else where the tests run as
 * root. All of them share one unpacked PostgreSQL, and all are gone when the process ends.
 */
public final class Scratch {
  private static final SecureRandom CHANCE = new SecureRandom();

  public static final Random RANDOM =
      count -> {
        byte[] bytes = new byte[count];
        CHANCE.nextBytes(bytes);
        return bytes;
      };

  private static final Path ROOT = root();

  private static @Nullable Database shared;

  private static Path root() {
    try {
      Path root =
          Files.createTempDirectory(
              "homeward-test-", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(root)));
      return root;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static void end(Path root) {
    try {
      if (shared != null) {
        shared.close();
      }
      Programs.clear(root);
    } catch (IOException busy) {
      throw new UncheckedIOException(busy);
    }
  }

  /** A directory that is not there yet. */
  public static Path directory() {
    return ROOT.resolve("node-" + Long.toHexString(CHANCE.nextLong()));
  }

  /** Where PostgreSQL is unpacked for every test. */
  public static Path programs() {
    return ROOT.resolve("programs");
  }

  public static Where.Own at(Path directory) {
    return new Where.Own(directory, programs(), Optional.empty());
  }

  /** A database that has to open. */
  public static Database open(Path directory) {
    return switch (Database.open(at(directory), RANDOM)) {
      case Opening.Opened(Database database) -> database;
      case Opening.Refused(Refusal refusal) -> throw new AssertionError(refusal.sentence());
    };
  }

  /** One database for all tests of this process that do not ask for more than room for tables. */
  public static synchronized Database shared() {
    if (shared == null) {
      shared = open(directory());
    }
    return shared;
  }

  /** Kills the PostgreSQL of this directory, as kill -9 does. */
  public static void killPostgres(Path directory) {
    Path data = Cluster.data(directory);
    new Leftovers(Postmaster.mark(data), data.resolve("postmaster.pid"))
        .postmaster()
        .flatMap(ProcessHandle::of)
        .orElseThrow()
        .destroyForcibly();
  }

  private Scratch() {}
}
