package homeward.mutation;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Compiles the rules without one guard: the changed file alone, against the classes of all the others. */
final class Mutants {
  private final Workplace place;

  Mutants(Workplace place) {
    this.place = place;
  }

  /**
   * Writes the classes of the changed file.
   *
   * @param into an empty directory
   * @return why there is no mutant, or nothing when there is one
   */
  Optional<String> compile(Guard guard, Path into) {
    var said = new DiagnosticCollector<JavaFileObject>();
    var options =
        List.of(
            "-proc:none", "-nowarn", "-parameters", "-d", into.toString(),
            "-cp", place.classes() + File.pathSeparator + place.libraries());
    var text = new SourceText(guard.file(), guard.removedFrom(place.read(guard.file())));
    boolean compiles =
        ToolProvider.getSystemJavaCompiler().getTask(null, null, said, options, null, List.of(text)).call();
    return compiles ? Optional.empty() : Optional.of(firstError(said));
  }

  private static String firstError(DiagnosticCollector<JavaFileObject> said) {
    return said.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .map(each -> each.getMessage(Locale.ROOT).replaceAll("\\s+", " "))
        .findFirst()
        .orElse("the compiler gave no reason");
  }

  /** An empty directory for one mutant. */
  static Path directory() {
    try {
      return Files.createTempDirectory("homeward-mutant-");
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  static void discard(Path directory) {
    try (var files = Files.walk(directory)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException undeletable) {
      throw new UncheckedIOException(undeletable);
    }
  }
}
