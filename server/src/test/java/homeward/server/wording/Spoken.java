package homeward.server.wording;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The words of some rooms, as pages find them. */
public final class Spoken {
  /** The languages that every page is written in. */
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("uk"));

  private Spoken() {}

  /** Bundles by room; a key that is missing is an error. */
  public static ResourceBundleMessageSource words(String... rooms) {
    ResourceBundleMessageSource words = new ResourceBundleMessageSource();
    words.setDefaultEncoding("UTF-8");
    words.setFallbackToSystemLocale(false);
    for (String room : rooms) {
      words.addBasenames("messages/" + room);
    }
    return words;
  }

  /** What stands in one file of words, as it is written. */
  public static Properties file(String name) {
    Properties file = new Properties();
    try (var in = Objects.requireNonNull(Spoken.class.getResourceAsStream("/messages/" + name + ".properties"), name);
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      file.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return file;
  }
}
