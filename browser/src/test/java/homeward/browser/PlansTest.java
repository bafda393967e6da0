package homeward.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import homeward.play.Plays;
import homeward.stage.Grounds;
import homeward.stage.Show;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A plan made, explained, changed and taken up at the desks, on the day on which both lists are frozen. */
class PlansTest {
  private static final SecureRandom SOURCE = new SecureRandom();
  private static final int DESKTOP = 1100;
  private static final int LOOKS = 300;

  private final Chromium chromium = Chromium.start();
  private final Grounds grounds = Grounds.fresh();
  private final Show show = new Show(grounds.directory(), Optional.of(0), Show.Pace.HURRIED, PlansTest::bytes, this::told);
  private boolean planned;

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    SOURCE.nextBytes(bytes);
    return bytes;
  }

  /** The play waits while people plan. */
  private void told(String line) {
    if (line.contains("Both lists are frozen") && !planned) {
      planned = true;
      plan();
    }
  }

  private Page comesIn(BrowserContext context, String login, String party) {
    Page page = context.newPage();
    page.navigate(show.address().orElseThrow() + "desk/" + login + "/" + party);
    return page;
  }

  private static void goes(Page page, String path) {
    assertThat(page.navigate(page.url().replaceAll("(https?://[^/]+).*", "$1") + path).status()).isEqualTo(200);
  }

  private static void untilMade(Page page) {
    for (int look = 0; look < LOOKS && page.locator("#next").count() == 0; look++) {
      page.reload();
    }
    assertThat(page.locator("#next").count()).as(page.locator("main").innerText()).isEqualTo(1);
  }

  private static void noFault(Page page) {
    assertThat(new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")).analyze().getViolations()).isEmpty();
    assertThat(page.content()).doesNotContain("??");
  }

  private void plan() {
    try (BrowserContext context = chromium.looking("en", ColorScheme.LIGHT, DESKTOP); BrowserContext other = chromium.looking("uk", ColorScheme.DARK, DESKTOP)) {
      Page registrar = comesIn(context, "registrar", "A");
      goes(registrar, "/plans");
      noFault(registrar);
      registrar.locator("main form button").first().click();
      untilMade(registrar);
      noFault(registrar);
      assertThat(registrar.locator("main").innerText()).contains("45 people");
      assertThat(registrar.locator("section[aria-labelledby=wishes] tbody td:last-child").allInnerTexts()).containsOnly("proven");
      Pictures.beside(registrar, "plan");
      explains(registrar);
      Page delegate = comesIn(other, "delegate-1", "A");
      changes(delegate, registrar.url());
      asks(registrar, comesIn(other, "registrar", "B"));
    } catch (RuntimeException | AssertionError failed) {
      throw new AssertionError("while people plan", failed);
    }
  }

  private void explains(Page registrar) {
    String plan = registrar.url();
    registrar.locator("table a[href*='/why']").first().click();
    noFault(registrar);
    assertThat(registrar.locator("main").innerText()).contains("Goes");
    assertThat(registrar.locator("main li").count()).isPositive();
    registrar.navigate(plan);
    tellsWhatWouldHaveToChange(registrar, plan);
    tellsWhatOneMoreIsWorth(registrar);
    registrar.navigate(plan);
  }

  private static void tellsWhatWouldHaveToChange(Page registrar, String plan) {
    String problem = registrar.request().get(registrar.url().replaceAll("/plans/.*", "/plans/problem.json")).text();
    String going = registrar.request().get(plan + "/people.csv").text();
    assertThat(going.lines().count()).as("everybody who goes, below a header").isEqualTo(46);
    Optional<String> stays = Pattern.compile("\"ref\": \"([^\"]+)\"").matcher(problem).results().map(hit -> hit.group(1)).filter(ref -> !going.contains(ref)).findFirst();
    registrar.navigate(plan + "/why?ref=" + stays.orElseThrow());
    noFault(registrar);
    assertThat(registrar.locator("main").innerText()).contains("Does not go").contains("So that this person goes");
    assertThat(registrar.locator("#change li").count()).isPositive();
    registrar.navigate(plan);
  }

  private static void tellsWhatOneMoreIsWorth(Page registrar) {
    registrar.selectOption("#one-more", new SelectOption().setIndex(0));
    registrar.locator("form[action$='/more'] button").click();
    untilMade(registrar);
    noFault(registrar);
    assertThat(registrar.locator("#difference").innerText()).contains("vehicle on route");
    assertThat(registrar.locator("section[aria-labelledby=difference] tbody tr").count()).isEqualTo(8);
    assertThat(registrar.locator("form[action$='/adjust'], form[action$='/stands']").count()).as("what there is not is nothing to go by").isZero();
  }

  /** Somebody falls out: the changed plan has another in that place, and the desk goes by it. */
  private static void changes(Page delegate, String plan) {
    delegate.navigate(plan);
    noFault(delegate);
    assertThat(delegate.locator("a[href*='/why']").count()).as("who may not see health is not told why").isZero();
    Locator references = delegate.locator("#people ~ div th[scope=row]");
    String out = references.first().innerText();
    delegate.fill("#out", out);
    delegate.locator("form[action$='/adjust'] button").click();
    untilMade(delegate);
    assertThat(delegate.locator("#difference ~ ul li").allInnerTexts()).hasSize(2).last().asString().isEqualTo(out + " не їде");
    delegate.locator("form[action$='/stands'] button").click();
    assertThat(delegate.locator("form[action$='/stands']").count()).isZero();
    noFault(delegate);
  }

  /** One side asks for its own people, by references and counts; the holder brings the file and plans with it. */
  private static void asks(Page registrar, Page holder) {
    goes(registrar, "/plans");
    registrar.check("#purpose-REQUEST");
    registrar.locator("main form button").first().click();
    untilMade(registrar);
    noFault(registrar);
    assertThat(registrar.locator("form[action$='/stands']").count()).as("a desk fills no seats by a request").isZero();
    String file = new String(registrar.request().get(registrar.url() + "/submission.json").body(), StandardCharsets.UTF_8);
    assertThat(file).contains("submission/1").doesNotContain("wish", "lot", "health");

    goes(holder, "/plans");
    holder.setInputFiles("#request", new FilePayload("submission.json", "application/json", file.getBytes(StandardCharsets.UTF_8)));
    holder.locator("main form button").first().click();
    untilMade(holder);
    noFault(holder);
    long asked = file.lines().filter(line -> line.contains("\"H")).count();
    assertThat(asked).isPositive();
    assertThat(holder.locator("#next ~ p").allInnerTexts().toString()).contains(": " + asked + ";");
    assertThat(holder.locator("section[aria-labelledby=wishes] tbody tr").first().innerText()).contains(Long.toString(asked));
  }

  @Test
  void aPlanIsMadeExplainedChangedAndTakenUp() {
    try (chromium; grounds; show) {
      Plays.Result result = show.play(new Plays.Wish(Optional.empty(), Optional.empty(), "outside", Optional.of("none"), 1, Optional.empty()));
      assertThat(result).isInstanceOf(Plays.Result.Played.class);
      assertThat(planned).isTrue();
    }
  }
}
