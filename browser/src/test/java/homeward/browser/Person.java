package homeward.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody at a browser: sees pages, types, presses. */
record Person(String name, String home, Page page) {
  static final String PASSWORD = "a long walk home at dusk";

  /** Goes to a page of this person's node, which has to be there. */
  Person at(String path) {
    var answer = page.navigate(home + path);
    assertThat(answer.status()).as("%s at %s", name, path).isEqualTo(200);
    return this;
  }

  /** What the node answers to an address that is asked for outside the page, whatever it is. */
  String gets(String path) {
    return page.request().get(home + path).text();
  }

  /** Comes in by the door, with a phone that shows the code of the node's time. */
  Person comesIn(String secret, LongSupplier clock) {
    at("/login");
    page.fill("#username", name);
    page.fill("#password", PASSWORD);
    page.fill("#code", code(secret, clock.getAsLong()));
    page.locator("main form button").click();
    assertThat(page.url()).as("%s comes in", name).endsWith("/desk");
    return this;
  }

  void fill(String field, String text) {
    page.fill(field, text);
  }

  void chooses(String field, String value) {
    page.selectOption(field, value);
  }

  void ticks(String field) {
    page.check(field);
  }

  void brings(String field, String file, String content) {
    page.setInputFiles(field, new FilePayload(file, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8)));
  }

  /** Presses the first button that matches; the page that comes back has to be one. */
  void presses(String button) {
    page.locator(button).first().click();
    page.waitForLoadState();
    assertThat(page.title()).as("%s after pressing %s", name, button).isNotEqualTo("Something went wrong on our side");
  }

  /** Presses it if it is there. */
  boolean pressesIfThere(String button) {
    Locator found = page.locator(button);
    if (found.count() == 0) {
      return false;
    }
    presses(button);
    return true;
  }

  String sees() {
    return page.locator("main").innerText();
  }

  Optional<String> reads(String where) {
    Locator found = page.locator(where);
    return found.count() == 0 ? Optional.empty() : Optional.of(found.first().innerText());
  }

  /** What the phone shows (RFC 6238), computed apart from the node's own code. */
  private static String code(String base32, long now) {
    byte[] secret = new byte[base32.length() * 5 / 8];
    int bits = 0;
    int held = 0;
    int at = 0;
    for (int letter = 0; letter < base32.length(); letter++) {
      held = (held << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(base32.charAt(letter));
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        secret[at++] = (byte) (held >> bits);
      }
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(now / 30_000).array());
      int number = ByteBuffer.wrap(hash, hash[hash.length - 1] & 0xf, Integer.BYTES).getInt() & Integer.MAX_VALUE;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
