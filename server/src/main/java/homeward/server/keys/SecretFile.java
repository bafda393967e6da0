package homeward.server.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that nobody but its owner may read, from the moment it is there. */
final class SecretFile {
  private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

  /** Writes a new file; one that is there already stays as it is and is an exception. */
  static void write(Path file, String text) throws IOException {
    Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER));
    Files.writeString(file, text);
  }

  static String read(Path file) throws KeyProblem {
    try {
      if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
        throw new KeyProblem(file, "can be read by others than its owner: chmod 600 it, and think about whether it was read.");
      }
      return Files.readString(file, StandardCharsets.US_ASCII);
    } catch (IOException unreadable) {
      throw new KeyProblem(file, "cannot be read: it has to be there, and be readable for whoever runs the node.");
    }
  }

  private SecretFile() {}
}
