package homeward.command;

import homeward.bench.NodeBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures real nodes with their databases. */
@Command(
    name = "node",
    description = "Starts real nodes with their databases; prints entries a second, processor time to the first page, and memory.")
final class BenchNode implements Callable<Exit> {
  private static final String COMMAND = "./homeward bench node";

  @Mixin private Console console = new Console();

  @Option(names = "--json", paramLabel = "FILE", description = "write the figures here as well")
  private Optional<Path> json = Optional.empty();

  @Override
  public Exit call() throws IOException {
    // Where PostgreSQL runs as somebody else, it has to be able to pass through.
    Path temporary =
        Files.createTempDirectory("homeward-bench", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    try {
      Figures figures = new Figures(COMMAND, new NodeBench(temporary, console::say).measure());
      figures.print(console.out());
      if (json.isPresent()) {
        Files.writeString(json.get(), figures.json().pretty());
      }
      return Exit.DONE;
    } finally {
      delete(temporary);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
