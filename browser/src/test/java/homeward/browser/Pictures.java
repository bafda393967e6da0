package homeward.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Pictures of pages. They lie beside the tests; with {@code -Dhomeward.pictures=true} they take the place of those that the README shows.
 */
final class Pictures {
  private static final boolean KEPT = Boolean.getBoolean("homeward.pictures");

  private Pictures() {}

  /** Where the project's README is. */
  static Path readme() {
    return Path.of("..", "README.md").toAbsolutePath().normalize();
  }

  /** Takes one for people to look at beside the tests. */
  static void beside(Page page, String name) {
    taken(page, Path.of("target", "pictures"), name);
  }

  /** Takes one that the README shows; how large it is, bytes. */
  static long take(Page page, String name) {
    return taken(page, KEPT ? readme().resolveSibling("docs").resolve("pictures") : Path.of("target", "pictures"), name);
  }

  private static long taken(Page page, Path folder, String name) {
    Path file = folder.resolve(name + ".png");
    try {
      Files.createDirectories(folder);
      page.screenshot(new Page.ScreenshotOptions().setPath(file));
      return Files.size(file);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
