package homeward.names;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes one text of the many that look the same: Unicode compatibility forms (NFKC, Unicode Standard Annex 15),
 * apostrophes, hyphens, spaces, stress marks, and Latin letters inside Cyrillic words and the other way round.
 */
final class Repair {
  /** What lies beyond is not a name any more; fields of millions of characters must cost nothing. */
  static final int LONGEST = 160;

  private static final String APOSTROPHES = "'\u2019\u02BC\u02B9\u02BB\u2018\u201B\u2032\u00B4`\uFF07\u055A";
  private static final String HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE63\uFF0D";
  private static final String LATIN_TWINS = "ABCEHIKMOPTXYaceiopxykmt\u00EF\u00EB";
  private static final String CYRILLIC_TWINS = "АВСЕНІКМОРТХУасеіорхукмтїё";

  private static final Pattern SPACES = Pattern.compile(" +");
  private static final Pattern EDGES = Pattern.compile("^[-']+|[-']+$");

  private Repair() {}

  /**
   * The text in small letters, its words parted by one space each; only letters, digits, apostrophes and hyphens inside
   * a word remain. An empty text is what has none of these.
   */
  static String text(String raw) {
    String cut = raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
    String plain = plain(cut);
    if (plain != null) {
      return plain;
    }
    StringBuilder repaired = new StringBuilder(cut.length());
    String composed = Normalizer.normalize(signs(cut), Normalizer.Form.NFKC);
    for (String word : words(composed)) {
      String lower = twins(word).toLowerCase(Locale.ROOT);
      if (!lower.isEmpty()) {
        repaired.append(repaired.isEmpty() ? "" : " ").append(lower);
      }
    }
    return repaired.toString();
  }

  /**
   * Most fields need no repair but small letters: words of the two languages or of plain Latin letters, each in one
   * alphabet. Null for all others.
   */
  private static @Nullable String plain(String text) {
    char[] lower = new char[text.length()];
    int length = 0;
    int alphabet = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = lower(text.charAt(i));
      boolean inside = length > 0 && lower[length - 1] != ' ';
      if (c == 0 || (!inside && (c == '-' || c == '\''))) {
        return null;
      }
      if (c == ' ') {
        alphabet = 0;
        if (inside && (lower[length - 1] == '-' || lower[length - 1] == '\'')) {
          return null;
        }
        if (inside) {
          lower[length++] = c;
        }
        continue;
      }
      int own = c >= 'а' ? 2 : c >= 'a' ? 1 : 0;
      if (own + alphabet == 3 && own > 0 && alphabet > 0) {
        return null;
      }
      alphabet = own == 0 ? alphabet : own;
      lower[length++] = c;
    }
    if (length > 0 && (lower[length - 1] == '-' || lower[length - 1] == '\'')) {
      return null;
    }
    length -= length > 0 && lower[length - 1] == ' ' ? 1 : 0;
    return new String(lower, 0, length);
  }

  /** The small letter of a plain character, 0 for what needs the whole repair. */
  private static char lower(char c) {
    if ((c >= 'а' && c <= 'я') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ' ' || c == '-' || c == '\'') {
      return c;
    }
    if ((c >= 'А' && c <= 'Я') || (c >= 'A' && c <= 'Z')) {
      return (char) (c + 32);
    }
    int at = "ІЇЄҐЁ".indexOf(c);
    return at >= 0 ? "іїєґё".charAt(at) : "іїєґё".indexOf(c) >= 0 ? c : 0;
  }

  private static String signs(String text) {
    StringBuilder same = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean surrogate = Character.isSurrogate(c);
      boolean paired = surrogate && (Character.isHighSurrogate(c)
          ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
          : i > 0 && Character.isHighSurrogate(text.charAt(i - 1)));
      same.append(surrogate && !paired ? ' ' : APOSTROPHES.indexOf(c) >= 0 ? '\'' : HYPHENS.indexOf(c) >= 0 ? '-' : c);
    }
    return same.toString();
  }

  private static String[] words(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().forEach(c -> {
      boolean mark = Character.getType(c) == Character.NON_SPACING_MARK || Character.getType(c) == Character.FORMAT;
      if (Character.isLetterOrDigit(c) || c == '\'' || c == '-') {
        kept.appendCodePoint(c);
      } else if (!mark) {
        kept.append(' ');
      }
    });
    String[] words = SPACES.split(kept.toString().strip(), -1);
    for (int i = 0; i < words.length; i++) {
      words[i] = EDGES.matcher(words[i]).replaceAll("");
    }
    return words;
  }

  /** A word of two alphabets is one of the one that has more letters in it, or letters that the other has no twin of. */
  private static String twins(String word) {
    int latin = 0;
    int cyrillic = 0;
    int onlyLatin = 0;
    int onlyCyrillic = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean isLatin = Letters.isLatin(c);
      boolean isCyrillic = Letters.isCyrillic(c);
      latin += isLatin ? 1 : 0;
      cyrillic += isCyrillic ? 1 : 0;
      onlyLatin += isLatin && LATIN_TWINS.indexOf(c) < 0 ? 1 : 0;
      onlyCyrillic += isCyrillic && CYRILLIC_TWINS.indexOf(c) < 0 ? 1 : 0;
    }
    if (latin == 0 || cyrillic == 0) {
      return word;
    }
    boolean toCyrillic = onlyLatin != onlyCyrillic ? onlyCyrillic > onlyLatin : cyrillic >= latin;
    return toCyrillic ? mapped(word, LATIN_TWINS, CYRILLIC_TWINS) : mapped(word, CYRILLIC_TWINS, LATIN_TWINS);
  }

  private static String mapped(String word, String from, String to) {
    StringBuilder mapped = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      int at = from.indexOf(word.charAt(i));
      mapped.append(at < 0 ? word.charAt(i) : to.charAt(at));
    }
    return mapped.toString();
  }
}
