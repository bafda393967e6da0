package homeward.server.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** One language a browser: what was chosen, kept in a cookie for a year, else what the browser prefers. */
final class Languages implements LocaleResolver {
  private static final String COOKIE = "language";
  private static final int YEAR = 365 * 24 * 3600;

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
        .flatMap(cookie -> known(cookie.getValue()))
        .or(() -> preferred(request))
        .orElse(Locale.ENGLISH);
  }

  private static Optional<Locale> preferred(HttpServletRequest request) {
    return Stream.of(request.getLocales()).flatMap(list -> java.util.Collections.list(list).stream())
        .flatMap(locale -> known(locale.getLanguage()).stream())
        .findFirst();
  }

  static Optional<Locale> known(String language) {
    return Pages.languages().stream().filter(locale -> locale.getLanguage().equals(language)).findFirst();
  }

  @Override
  public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    if (response != null && locale != null) {
      Cookie cookie = new Cookie(COOKIE, locale.getLanguage());
      cookie.setPath("/");
      cookie.setMaxAge(YEAR);
      cookie.setHttpOnly(true);
      cookie.setAttribute("SameSite", "Lax");
      response.addCookie(cookie);
    }
  }

  /** Whether a language is written from right to left (ISO 639). */
  static boolean rightToLeft(Locale locale) {
    return Arrays.asList("ar", "fa", "he", "ps", "ur").contains(locale.getLanguage());
  }
}
