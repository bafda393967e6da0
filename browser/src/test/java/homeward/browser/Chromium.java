package homeward.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The system's own chromium. Where there is none the tests are skipped, and the start script says so. */
final class Chromium implements AutoCloseable {
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
          "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage");
  private static final double LONGEST = 120_000;

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Chromium start() {
    Optional<Path> program = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .flatMap(folder -> List.of("chromium", "chromium-browser", "google-chrome").stream().map(name -> Path.of(folder).resolve(name)))
        .filter(Files::isExecutable)
        .findFirst();
    assumeTrue(program.isPresent(), "there is no chromium on the PATH");
    Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser = playwright.chromium().launch(
        new BrowserType.LaunchOptions().setExecutablePath(program.orElseThrow()).setArgs(FLAGS).setTimeout(LONGEST));
    return new Chromium(playwright, browser);
  }

  /** A browser of one person's own: nothing of anybody else's session is in it, and scripts are off, as the pages promise to do without. */
  BrowserContext withoutScripts(String language) {
    return opened(new Browser.NewContextOptions().setLocale(language).setJavaScriptEnabled(false));
  }

  /** One in which tests may look into the page. */
  BrowserContext looking(String language, ColorScheme scheme, int width) {
    return opened(new Browser.NewContextOptions().setLocale(language).setColorScheme(scheme).setViewportSize(width, 780).setBypassCSP(true));
  }

  /** Asks for little motion: where frames come late, a page that scrolls smoothly never stands still long enough to be clicked. */
  private BrowserContext opened(Browser.NewContextOptions options) {
    BrowserContext context = browser.newContext(options.setReducedMotion(ReducedMotion.REDUCE));
    context.setDefaultTimeout(LONGEST);
    return context;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
