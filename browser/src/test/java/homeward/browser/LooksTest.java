package homeward.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import homeward.play.Plays;
import homeward.stage.Grounds;
import homeward.stage.Show;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page that a role can come to, in Ukrainian, in dark mode, on a phone: nothing sticks out, and axe finds no fault. */
class LooksTest {
  private static final int PHONE = 360;
  private static final int DESKTOP = 1100;
  private static final SecureRandom SOURCE = new SecureRandom();

  private static Chromium chromium;
  private static Grounds grounds;
  private static Show show;

  @BeforeAll
  static void playsAnExchange() {
    chromium = Chromium.start();
    grounds = Grounds.fresh();
    show = new Show(grounds.directory(), Optional.of(0), Show.Pace.HURRIED, LooksTest::bytes, line -> {});
    Plays.Result result = show.play(new Plays.Wish(Optional.empty(), Optional.empty(), "outside", Optional.of("none"), 1, Optional.empty()));
    assertThat(result).isInstanceOf(Plays.Result.Played.class);
  }

  @AfterAll
  static void closes() {
    if (show != null) {
      show.close();
      grounds.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    SOURCE.nextBytes(bytes);
    return bytes;
  }

  /** Pages that differ in a code alone are one page. */
  private static String kind(String path) {
    return path.replaceAll("\\?.*", "").replaceAll("/[0-9]+(?=/|$)", "/1").replaceAll("/[A-Za-z0-9_-]{20,}(?=/|$)", "/code").replaceAll("/(day|direct)-\\d", "/day-1");
  }

  private static boolean isPage(String path) {
    return path.startsWith("/") && !path.startsWith("//") && !path.contains("/webjars/") && !path.matches(".*\\.(csv|json|zip|xlsx|css|svg)(\\?.*)?$");
  }

  /** What axe finds, with where (WCAG 2.1, levels A and AA). */
  private static List<String> faults(Page page) {
    List<String> faults = new ArrayList<>();
    new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")).analyze().getViolations().forEach(rule ->
        faults.add(rule.getId() + ": " + rule.getNodes().stream().limit(2).map(CheckedNode::getHtml).toList()));
    return faults;
  }

  private static List<String> looks(Page page) {
    List<String> faults = faults(page);
    int wide = ((Number) Objects.requireNonNull(page.evaluate("document.documentElement.scrollWidth"))).intValue();
    if (wide > PHONE) {
      faults.add("it is " + wide + " wide");
    }
    if (page.content().contains("??")) {
      faults.add("a word is missing");
    }
    if (page.content().contains("Ljava.lang")) {
      faults.add("a gap was not filled");
    }
    return faults;
  }

  @ParameterizedTest
  @CsvSource({
    "delegate-1, A", "registrar, A", "security, A", "field, A", "auditor, A", "administrator, A", "delegate-3, M", "field, M"
  })
  void everyPageCanBeUsedOnAPhoneInTheDarkByAnybody(String login, String party) {
    Map<String, List<String>> faults = new TreeMap<>();
    try (BrowserContext context = chromium.looking("uk", ColorScheme.DARK, PHONE)) {
      Page page = context.newPage();
      page.navigate(show.address().orElseThrow() + "desk/" + login + "/" + party);
      String home = page.url().replaceAll("/desk.*", "");
      Deque<String> ahead = new ArrayDeque<>(List.of("/desk", "/public", "/parts"));
      Set<String> seen = new HashSet<>();
      while (!ahead.isEmpty()) {
        String path = ahead.poll();
        if (seen.add(kind(path))) {
          Response answer = page.navigate(home + path);
          List<String> found = answer.status() == 200 ? looks(page) : List.of("answered " + answer.status());
          if (!found.isEmpty()) {
            faults.put(path, found);
          }
          links(page).stream().filter(LooksTest::isPage).forEach(ahead::add);
        }
      }
      assertThat(seen).as("%s of %s came far", login, party).hasSizeGreaterThan(3);
    }
    assertThat(faults).isEmpty();
  }

  /** What the README shows, in words there and here: a page each, as somebody at a desk has it before them. */
  @ParameterizedTest
  @CsvSource({
    "register, registrar, A, /register/held", "list, delegate-1, A, /lists/theirs", "journey, delegate-1, A, /journeys/day-1", "public, delegate-1, A, /public"
  })
  void thePicturesOfTheReadmeAreOfPagesThatStand(String name, String login, String party, String path) throws IOException {
    try (BrowserContext context = chromium.looking("en", ColorScheme.LIGHT, DESKTOP)) {
      Page page = context.newPage();
      page.navigate(show.address().orElseThrow() + "desk/" + login + "/" + party);
      assertThat(page.navigate(page.url().replaceAll("/desk.*", "") + path).status()).isEqualTo(200);
      assertThat(Pictures.take(page, name)).as("a picture that shows something").isGreaterThan(10_000);
    }
    assertThat(Files.readString(Pictures.readme())).contains("docs/pictures/" + name + ".png");
    assertThat(Pictures.readme().resolveSibling("docs").resolve("pictures").resolve(name + ".png")).exists();
  }

  /** No language of the desks is written from right to left yet; their look is ready for one. */
  @ParameterizedTest
  @CsvSource({"delegate-1, /desk", "registrar, /register/held", "delegate-1, /lists/theirs", "delegate-1, /journeys/day-1", "field, /handover", "auditor, /transcript", "delegate-1, /public"})
  void pagesHoldFromRightToLeftToo(String login, String path) {
    try (BrowserContext context = chromium.looking("en", ColorScheme.LIGHT, PHONE)) {
      Page page = context.newPage();
      page.navigate(show.address().orElseThrow() + "desk/" + login + "/A");
      page.navigate(page.url().replaceAll("/desk.*", "") + path);
      page.evaluate("document.documentElement.dir = 'rtl'");
      page.evaluate("document.querySelector('link[href*=bootstrap]').href = '/webjars/bootstrap/5.3.8/css/bootstrap.rtl.min.css'");
      page.waitForLoadState(LoadState.NETWORKIDLE);
      Pictures.beside(page, "rtl" + path.replace('/', '-'));
      assertThat(looks(page)).isEmpty();
      assertThat(page.evaluate("getComputedStyle(document.querySelector('h1')).direction")).isEqualTo("rtl");
    }
  }

  private static List<String> links(Page page) {
    List<String> links = new ArrayList<>();
    Object found = page.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))");
    ((List<?>) Objects.requireNonNull(found)).forEach(link -> links.add(String.valueOf(link)));
    return links;
  }
}
