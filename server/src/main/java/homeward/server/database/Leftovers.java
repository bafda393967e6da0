package homeward.server.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Processes of a database that outlived the node which started them. They carry a mark that is made from their directory, so that
 * nobody else's PostgreSQL is touched. A dead process that nobody has buried yet still has its number, which makes PostgreSQL
 * believe that it runs: it does not count as alive here.
 */
record Leftovers(String mark, Path pidFile) {
  private static final Path PROCESSES = Path.of("/proc");

  /** Those that are alive. */
  List<ProcessHandle> alive() {
    return Files.isDirectory(PROCESSES.resolve("self")) ? marked() : recorded();
  }

  private List<ProcessHandle> marked() {
    List<ProcessHandle> found = new ArrayList<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
      for (Path process : processes) {
        if (isPostgres(read(process.resolve("stat"))) && read(process.resolve("cmdline")).contains(mark)) {
          ProcessHandle.of(Long.parseLong(process.getFileName().toString())).ifPresent(found::add);
        }
      }
      return found;
    } catch (IOException unreadable) {
      return recorded();
    }
  }

  /** A line such as "4711 (postgres) S 1 …": the letter is the state, Z or X for what is dead. */
  static boolean isPostgres(String stat) {
    return stat.matches("(?s)\\d+ \\(postgres\\) [^ZXx] .*");
  }

  /** It may have ended while it was looked at. */
  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      return "";
    }
  }

  /** Where the system shows no processes as files: the one whose number PostgreSQL wrote down, if it is a PostgreSQL. */
  private List<ProcessHandle> recorded() {
    return postmaster()
        .flatMap(ProcessHandle::of)
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().command().map(command -> command.endsWith("postgres")).orElse(false))
        .map(List::of)
        .orElse(List.of());
  }

  /** The number that PostgreSQL wrote down when it started. */
  Optional<Long> postmaster() {
    return read(pidFile).lines().findFirst().filter(line -> line.matches("\\d{1,18}")).map(Long::valueOf);
  }
}
