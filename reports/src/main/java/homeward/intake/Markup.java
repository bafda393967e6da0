package homeward.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an HTML page, in one pass over its characters and with no tree, so that neither depth nor size can hurt:
 * tags go, blocks become lines, scripts, styles, navigation and forms are left out, entities become characters.
 */
final class Markup {
  private static final Set<String> LEFT_OUT = Set.of("script", "style", "noscript", "template", "svg", "nav", "aside",
      "footer", "form", "iframe", "object", "select", "button", "head", "figcaption", "textarea", "math", "canvas");
  private static final Set<String> BLOCKS = Set.of("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5",
      "h6", "tr", "td", "th", "table", "section", "article", "header", "main", "blockquote", "pre", "figure", "hr", "dd",
      "dt", "dl", "title", "body", "caption");
  private static final Set<String> VERBATIM = Set.of("script", "style", "textarea", "iframe", "noscript");
  private static final Map<String, String> ENTITIES = Map.ofEntries(Map.entry("amp", "&"), Map.entry("lt", "<"),
      Map.entry("gt", ">"), Map.entry("quot", "\""), Map.entry("apos", "'"), Map.entry("nbsp", "\u00a0"),
      Map.entry("thinsp", "\u2009"), Map.entry("ensp", "\u2002"), Map.entry("emsp", "\u2003"),
      Map.entry("ndash", "\u2013"), Map.entry("mdash", "\u2014"), Map.entry("lsquo", "\u2018"),
      Map.entry("rsquo", "\u2019"), Map.entry("ldquo", "\u201c"), Map.entry("rdquo", "\u201d"),
      Map.entry("hellip", "\u2026"), Map.entry("laquo", "\u00ab"), Map.entry("raquo", "\u00bb"),
      Map.entry("bull", "\u2022"), Map.entry("shy", ""), Map.entry("eacute", "\u00e9"), Map.entry("uuml", "\u00fc"),
      Map.entry("copy", "\u00a9"), Map.entry("middot", "\u00b7"), Map.entry("zwnj", ""));
  private static final Pattern PUBLISHED = Pattern.compile(
      "(?:article:published_time|datePublished|date\\.published|pubdate|<time[^<>]{0,200}datetime)[^<>]{0,80}?"
          + "(\\d{4}-\\d{2}-\\d{2})");
  private static final int HEAD = 400_000;

  private final String page;
  private final StringBuilder text = new StringBuilder();
  private int at;
  private String hidden = "";
  private int depth;

  private Markup(String page) {
    this.page = page;
  }

  static String text(String page) {
    Markup markup = new Markup(page);
    while (markup.at < page.length()) {
      markup.next();
    }
    return markup.text.toString().replaceAll("[ \\t]+", " ").replaceAll(" ?\\n[ \\n]*", "\n").strip();
  }

  /** The day of publication that the page's own metadata names. */
  static Optional<LocalDate> published(String page) {
    Matcher found = PUBLISHED.matcher(page.substring(0, Math.min(page.length(), HEAD)));
    try {
      return found.find() ? Optional.of(LocalDate.parse(found.group(1))) : Optional.empty();
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private void next() {
    char here = page.charAt(at);
    if (here == '<' && page.startsWith("<!--", at)) {
      skipTo("-->");
    } else if (here == '<' && at + 1 < page.length() && tagStart(page.charAt(at + 1))) {
      tag();
    } else if (here == '&') {
      entity();
    } else {
      write(here == '\n' || here == '\r' ? " " : Character.toString(here));
      at++;
    }
  }

  private static boolean tagStart(char letter) {
    return Character.isLetter(letter) || letter == '/' || letter == '!' || letter == '?';
  }

  private void write(String characters) {
    if (hidden.isEmpty()) {
      text.append(characters);
    }
  }

  private void skipTo(String mark) {
    int found = page.indexOf(mark, at);
    at = found < 0 ? page.length() : found + mark.length();
  }

  private void tag() {
    boolean closing = page.charAt(at + 1) == '/';
    int name = at + (closing ? 2 : 1);
    int end = name;
    while (end < page.length() && end - name < 20 && Character.isLetterOrDigit(page.charAt(end))) {
      end++;
    }
    String element = page.substring(name, end).toLowerCase(Locale.ROOT);
    at = end;
    boolean selfClosed = endOfTag();
    if (BLOCKS.contains(element)) {
      write("\n");
    }
    if (!selfClosed) {
      hide(element, closing);
    }
  }

  /** Goes past the closing bracket, minding quoted attributes; says whether the tag closes itself. */
  private boolean endOfTag() {
    char quote = 0;
    int limit = Math.min(page.length(), at + 100_000);
    while (at < limit) {
      char here = page.charAt(at++);
      if (quote == 0 && here == '>') {
        return page.charAt(at - 2) == '/';
      }
      if (here == '"' || here == '\'') {
        quote = quote == 0 ? here : quote == here ? 0 : quote;
      }
    }
    return false;
  }

  private void hide(String element, boolean closing) {
    if (hidden.isEmpty() && !closing && LEFT_OUT.contains(element)) {
      hidden = element;
      depth = 1;
      if (VERBATIM.contains(element)) {
        verbatim(element);
      }
    } else if (hidden.equals(element)) {
      depth += closing ? -1 : 1;
      if (depth == 0) {
        hidden = "";
      }
    }
  }

  /** What stands in a script is no markup: it ends at its own closing tag only. */
  private void verbatim(String element) {
    int end = at;
    do {
      end = page.indexOf("</", end);
      if (end < 0) {
        at = page.length();
        return;
      }
      end += 2;
    } while (!page.regionMatches(true, end, element, 0, element.length()));
    at = end - 2;
  }

  private void entity() {
    int end = page.indexOf(';', at);
    if (end < 0 || end - at > 10) {
      write("&");
      at++;
      return;
    }
    write(character(page.substring(at + 1, end)));
    at = end + 1;
  }

  private static String character(String entity) {
    if (!entity.startsWith("#")) {
      return ENTITIES.getOrDefault(entity, "&" + entity + ";");
    }
    try {
      boolean hex = entity.startsWith("#x") || entity.startsWith("#X");
      int code = Integer.parseInt(entity.substring(hex ? 2 : 1), hex ? 16 : 10);
      boolean whole = Character.isValidCodePoint(code) && code > 0 && !(code >= 0xD800 && code <= 0xDFFF);
      return whole ? Character.toString(code) : "\ufffd";
    } catch (NumberFormatException noNumber) {
      return "&" + entity + ";";
    }
  }
}
