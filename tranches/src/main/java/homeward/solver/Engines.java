package homeward.solver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The engines that run on this machine. Nothing is loaded before somebody asks for one. */
public final class Engines {
  private Engines() {}

  /** An engine, or why there is none. */
  public sealed interface Choice {
    record Ready(Engine engine) implements Choice {}

    /** In words, for whoever asked. */
    record Absent(String why) implements Choice {}
  }

  /** The engines by the names that people type. */
  public enum Name { HIGHS, CPSAT }

  /** The engine of this name on this machine. */
  public static Choice find(Name name) {
    return on(name, NativeFile.platform(System.getProperty("os.name", ""), System.getProperty("os.arch", "")));
  }

  static Choice on(Name name, String platform) {
    var known = NativeFile.of(platform);
    if (known.isEmpty()) {
      return new Choice.Absent("There is no native library of a solver for " + platform
          + ". Plans are made on Linux, macOS (x86-64 and aarch64) and Windows (x86-64); a plan made there can be checked here with --check.");
    }
    return switch (name) {
      case HIGHS -> Loaded.HIGHS_HERE.computeIfAbsent(platform, here -> load(known.get()));
      case CPSAT -> cpSat();
    };
  }

  /** Loaded once: a library cannot be unloaded while something may point into it. */
  private static final class Loaded {
    private static final Map<String, Choice> HIGHS_HERE = new ConcurrentHashMap<>();
  }

  private static Choice cpSat() {
    try {
      return new Choice.Ready(new CpSat());
    } catch (RuntimeException | UnsatisfiedLinkError cannotBeLoaded) {
      return new Choice.Absent("The native libraries of CP-SAT cannot be loaded here: " + cannotBeLoaded.getMessage());
    }
  }

  private static Choice load(NativeFile file) {
    try {
      Path directory = Files.createTempDirectory("homeward-solver");
      try {
        return switch (file.unpackInto(directory)) {
          case NativeFile.Unpacked.Not(String why) -> new Choice.Absent(why);
          case NativeFile.Unpacked.At(Path library) -> new Choice.Ready(new Highs(library));
        };
      } catch (IllegalArgumentException cannotBeLoaded) {
        return new Choice.Absent("The native library of the solver cannot be loaded here: " + cannotBeLoaded.getMessage());
      } finally {
        remove(directory);
      }
    } catch (IOException cannotWrite) {
      throw new UncheckedIOException(cannotWrite);
    }
  }

  /** What is loaded stays usable; a system that does not let go of an open file keeps it until the JVM ends. */
  private static void remove(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        if (!file.toFile().delete()) {
          file.toFile().deleteOnExit();
        }
      }
    }
    if (!directory.toFile().delete()) {
      directory.toFile().deleteOnExit();
    }
  }
}
