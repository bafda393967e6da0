package homeward.server.database;

import homeward.node.Random;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL itself, as it comes in a jar: unpacked once and then shared. */
record Programs(Path home) {
  /** The major version in the jar: files of one major version cannot be read by another. */
  static final String VERSION = "18";

  /** The whole version in its jar's name, so that a newer one is unpacked beside an older one that may still run. */
  private static final String RELEASE = "18.6";

  Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  /**
   * The programs under this directory, unpacked first where they are not there yet. They appear under their name when they are
   * complete, so that neither a crash nor a second node in the middle of it leaves half of them.
   */
  static Programs in(Path directory, Random random) throws Refusing {
    Path home = directory.resolve("postgres-" + RELEASE);
    if (Files.isDirectory(home)) {
      return new Programs(home);
    }
    try (InputStream archive = archive()) {
      Files.createDirectories(directory);
      Path staging = Files.createDirectory(directory.resolve("unpacking-" + HexFormat.of().formatHex(random.bytes(8))));
      unpack(archive, staging);
      put(staging, home);
      return new Programs(home);
    } catch (IOException unwritable) {
      throw new Refusing(new Refusal.NotWritable(directory));
    }
  }

  private static void put(Path staging, Path home) throws IOException {
    try {
      Files.move(staging, home);
    } catch (IOException occupied) {
      clear(staging);
      if (!Files.isDirectory(home)) {
        throw occupied;
      }
    }
  }

  /** The names of the systems that the jars of PostgreSQL use. */
  private static InputStream archive() throws Refusing {
    String platform = platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    @Nullable InputStream archive = Programs.class.getResourceAsStream("/postgres-" + platform + ".txz");
    if (archive == null) {
      throw new Refusing(new Refusal.NoProgram(platform));
    }
    return archive;
  }

  static String platform(String system, String processor) {
    String name = system.toLowerCase(Locale.ROOT);
    String family = name.startsWith("linux") ? "linux" : name.startsWith("mac") ? "darwin" : name.replace(' ', '-');
    String architecture =
        switch (processor.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          case String other -> other;
        };
    return family + "-" + architecture;
  }

  private static void unpack(InputStream archive, Path into) throws IOException {
    try (var tar = new TarArchiveInputStream(new BufferedInputStream(new XZInputStream(archive), 1 << 16))) {
      for (@Nullable TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
          throw new IOException("an archive that leaves its directory");
        }
        write(entry, tar, target);
      }
    }
    try (Stream<Path> all = Files.walk(into)) {
      for (Path directory : all.filter(Files::isDirectory).toList()) {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(java.util.Objects.requireNonNull(target.getParent()));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, target);
      boolean runs = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  static void clear(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
