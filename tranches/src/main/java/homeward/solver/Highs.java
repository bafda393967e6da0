package homeward.solver;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/** HiGHS (MIT licence), called through the foreign-function interface: the engine that plans are found with. */
final class Highs implements Engine {
  private static final int LONGEST_VERSION = 64;

  private final HighsLibrary library;
  private final String name;

  Highs(Path file) {
    this.library = new HighsLibrary(file);
    this.name = "HiGHS " + version();
  }

  @SuppressWarnings("restricted") // reads a text of the library whose hash is known
  private String version() {
    try {
      return ((MemorySegment) library.version.invoke()).reinterpret(LONGEST_VERSION).getString(0);
    } catch (Throwable fault) {
      throw new IllegalStateException("HiGHS does not tell its version", fault);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Session open(Model model) {
    return new HighsSession(library, model.copy());
  }
}
