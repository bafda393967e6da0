package homeward.server.database;

import homeward.node.Random;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The files of a database in its directory: {@code postgres-18} the data, {@code password}, {@code port} where it listens at the
 * moment, {@code postgres.log} PostgreSQL's own account, {@code lock} held by the node that runs.
 */
record Cluster(Path directory, Programs programs, Account account) {
  static final String USER = "homeward";
  private static final String DATA = "postgres-";

  static Path data(Path directory) {
    return directory.resolve(DATA + Programs.VERSION);
  }

  Path data() {
    return data(directory);
  }

  Path log() {
    return directory.resolve("postgres.log");
  }

  /** Who owns data that is there already. */
  static Optional<String> owner(Path directory) {
    try {
      return Files.isDirectory(data(directory)) ? Optional.of(Files.getOwner(data(directory)).getName()) : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Makes the data where there are none; refuses those of another version or another owner. */
  void prepare(Random random) throws Refusing {
    try {
      requireOwner();
      requireVersion();
      if (!Files.isDirectory(data())) {
        initialise(random);
      }
    } catch (IOException unwritable) {
      throw new Refusing(new Refusal.NotWritable(directory));
    }
  }

  private void requireOwner() throws Refusing {
    String owner = owner(directory).orElse(account.name());
    if (!owner.equals(account.name())) {
      throw new Refusing(new Refusal.OtherOwner(data(), owner, account.name()));
    }
  }

  private void requireVersion() throws IOException, Refusing {
    Path version = data().resolve("PG_VERSION");
    String found = Files.isReadable(version) ? Files.readString(version).strip() : Files.isDirectory(data()) ? "unknown" : other();
    if (!found.isEmpty() && !found.equals(Programs.VERSION)) {
      throw new Refusing(new Refusal.OtherVersion(directory, found, Programs.VERSION));
    }
  }

  private String other() throws IOException {
    try (DirectoryStream<Path> data = Files.newDirectoryStream(directory, DATA + "[0-9]*")) {
      for (Path found : data) {
        if (Files.isDirectory(found)) {
          return found.getFileName().toString().substring(DATA.length());
        }
      }
      return "";
    }
  }

  /** Under another name first: half a database would be taken for one. */
  private void initialise(Random random) throws IOException, Refusing {
    Path staging = directory.resolve("initialising");
    Programs.clear(staging);
    Files.createDirectory(staging);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random.bytes(32));
    Path forPostgres = secret(staging.resolve("password"), password);
    account.give(forPostgres);
    account.give(staging);
    Path made = staging.resolve("data");
    int code =
        account.run(
            List.of(
                programs.program("initdb").toString(), "-D", made.toString(), "-U", USER, "-A", "scram-sha-256",
                "--pwfile=" + forPostgres, "-E", "UTF8", "--locale-provider=builtin", "--locale=C.UTF-8", "--no-instructions"),
            directory);
    if (code != 0) {
      throw new Refusing(new Refusal.DidNotStart(log(), "initdb ended with " + code));
    }
    secret(directory.resolve("password"), password);
    Files.move(made, data());
    Programs.clear(staging);
  }

  private static Path secret(Path file, String password) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(file, password + "\n");
  }

  String password() throws Refusing {
    Path file = directory.resolve("password");
    try {
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      throw new Refusing(new Refusal.NoPassword(file));
    }
  }
}
