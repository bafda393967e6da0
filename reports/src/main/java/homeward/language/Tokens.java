package homeward.language;

import homeward.language.Token.Kind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a text into words, numbers and marks, in one pass. Spaces of any width inside a number are thousands
 * separators, digits of any script are digits, and a word broken at a line's end is one word.
 */
final class Tokens {
  private static final String THIS_CENTURY = "20";
  /** Stands behind a sign to have it drawn in colours. */
  private static final char EMOJI_FORM = '\ufe0f';

  private final String text;
  private final int end;
  private final List<Token> found = new ArrayList<>();
  private int at;

  private Tokens(String text, Span span) {
    this.text = text;
    this.at = span.start();
    this.end = span.end();
  }

  static List<Token> of(String text, Span span) {
    Tokens tokens = new Tokens(text, span);
    while (tokens.at < tokens.end) {
      tokens.next();
    }
    return tokens.found;
  }

  private void next() {
    char here = text.charAt(at);
    if (digit(at)) {
      number();
    } else if (Character.isLetter(here)) {
      word();
    } else if (dash(here)) {
      dash();
    } else {
      if (!Character.isWhitespace(here) && !Character.isSpaceChar(here) && !ignorable(here)) {
        mark(here == '%' ? "percent" : Character.toString(here), here == '%' ? Kind.WORD : Kind.MARK);
      }
      at++;
    }
  }

  private void mark(String form, Kind kind) {
    found.add(new Token(form, at, at + 1, kind, false));
  }

  private static boolean ignorable(char letter) {
    return Character.getType(letter) == Character.FORMAT || letter == EMOJI_FORM
        || "\"'\u201c\u201d\u2018\u2019\u00ab\u00bb*_#".indexOf(letter) >= 0;
  }

  private static boolean dash(char letter) {
    return letter == '-' || (letter >= '\u2010' && letter <= '\u2015') || letter == '\u2212';
  }

  /** A dash between digits is a range, one inside a word joins, one between spaces sets a clause apart. */
  private void dash() {
    boolean before = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
    boolean after = at + 1 < end && Character.isLetterOrDigit(text.charAt(at + 1));
    if (before && after && nameOfAModel()) {
      at++;
      takeDigits(new StringBuilder());
      Token letters = found.removeLast();
      found.add(new Token(text.substring(letters.start(), at).toLowerCase(Locale.ROOT), letters.start(), at, Kind.WORD, true));
      return;
    }
    if (before && after && digit(at - 1) && digit(at + 1)) {
      mark("-", Kind.MARK);
    } else if (!(before && after) || text.charAt(at) == '\u2014') {
      mark("\u2013", Kind.MARK);
    }
    at++;
  }

  /** Il-76 and F-16 are names: their numbers count nothing. */
  private boolean nameOfAModel() {
    Token last = found.isEmpty() ? null : found.getLast();
    return last != null && last.end() == at && last.capital() && last.form().length() <= 2 && digit(at + 1);
  }

  private void word() {
    int start = at;
    StringBuilder form = new StringBuilder();
    while (at < end && (wordLetter(at) || brokenLine(form))) {
      form.append(text.charAt(at++));
    }
    String repaired = repair(form.toString());
    boolean capital = Character.isUpperCase(text.charAt(start));
    found.add(new Token(repaired, start, at, Kind.WORD, capital));
  }

  /** A letter, a digit after a letter, an apostrophe inside, or a full stop inside an abbreviation such as U.S. */
  private boolean wordLetter(int position) {
    char letter = text.charAt(position);
    if (Character.isLetterOrDigit(letter) || Character.getType(letter) == Character.NON_SPACING_MARK) {
      return true;
    }
    boolean letterAfter = position + 1 < end && Character.isLetter(text.charAt(position + 1));
    if (letter == '\'' || letter == '\u2019' || letter == '\u02bc') {
      return letterAfter;
    }
    return letter == '.' && position > 0 && loneCapital(position - 1) && (!letterAfter || loneCapital(position + 1))
        && (letterAfter || (position > 2 && text.charAt(position - 2) == '.'));
  }

  private boolean loneCapital(int position) {
    boolean startsThere = position == 0 || !Character.isLetterOrDigit(text.charAt(position - 1));
    boolean endsThere = position + 1 >= end || !Character.isLetterOrDigit(text.charAt(position + 1));
    return Character.isUpperCase(text.charAt(position)) && startsThere && endsThere;
  }

  /** Skips a hyphen at a line's end when the next line goes on in small letters. */
  private boolean brokenLine(StringBuilder form) {
    if (form.isEmpty() || !dash(text.charAt(at)) || at + 1 >= end || text.charAt(at + 1) != '\n') {
      return false;
    }
    int next = at + 1;
    while (next < end && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    if (next >= end || !Character.isLowerCase(text.charAt(next))) {
      return false;
    }
    at = next;
    return true;
  }

  private static String repair(String word) {
    String plain = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
        .replace('\u2019', '\'').replace('\u02bc', '\'').replace("\u00ad", "");
    String bare = plain.endsWith("'s") ? plain.substring(0, plain.length() - 2) : plain;
    return bare.endsWith(".") && bare.length() == 2 ? bare.substring(0, 1) : bare;
  }

  private void number() {
    int start = at;
    if (writtenDate()) {
      return;
    }
    StringBuilder digits = new StringBuilder();
    takeDigits(digits);
    boolean grouped = takeGroups(digits);
    takeFraction(digits, grouped);
    if (clock()) {
      while (clock()) {
        at++;
        takeDigits(new StringBuilder());
      }
      found.add(new Token("clock", start, at, Kind.WORD, false));
    } else if (at < end && Character.isLetter(text.charAt(at)) && !ordinal(start, digits)) {
      letters(start, digits);
    } else if (found.isEmpty() || found.getLast().start() != start) {
      found.add(new Token(grouped ? digits + "," : digits.toString(), start, at, Kind.NUMBER, false));
    }
  }

  /** Whether the minutes or seconds of a time of day follow. */
  private boolean clock() {
    return at + 1 < end && text.charAt(at) == ':' && digit(at + 1);
  }

  /** 64th is the word ORDINAL: it counts no people; as the day of a date it keeps its number. */
  private boolean ordinal(int start, StringBuilder digits) {
    String ending = text.substring(at, Math.min(end, at + 2)).toLowerCase(Locale.ROOT);
    boolean stops = at + 2 >= end || !Character.isLetterOrDigit(text.charAt(at + 2));
    if (!stops || !(ending.equals("st") || ending.equals("nd") || ending.equals("rd") || ending.equals("th"))) {
      return false;
    }
    at += 2;
    found.add(new Token(digits + "th", start, at, Kind.WORD, false));
    return true;
  }

  /** Letters glued to digits: a unit or a name, hence a word. */
  private void letters(int start, StringBuilder digits) {
    while (at < end && Character.isLetterOrDigit(text.charAt(at))) {
      digits.append(text.charAt(at++));
    }
    found.add(new Token(digits.toString().toLowerCase(Locale.ROOT), start, at, Kind.WORD, false));
  }

  private boolean digit(int position) {
    return position >= 0 && position < end && Character.isDigit(text.charAt(position));
  }

  private void takeDigits(StringBuilder into) {
    while (digit(at)) {
      into.append(Character.digit(text.charAt(at++), 10));
    }
  }

  /** Groups of three digits after a comma, full stop, apostrophe or any space: 1,000 or 1 000. */
  private boolean takeGroups(StringBuilder digits) {
    boolean grouped = false;
    while (digits.length() <= (grouped ? 12 : 3) && groupFollows()) {
      at++;
      takeDigits(digits);
      grouped = true;
    }
    return grouped;
  }

  private boolean groupFollows() {
    if (at + 3 >= end || !digit(at + 1) || !digit(at + 2) || !digit(at + 3) || digit(at + 4)) {
      return false;
    }
    char separator = text.charAt(at);
    boolean space = separator == ' ' && !found.isEmpty() && !found.getLast().capital() && !found.getLast().number();
    return space || ",.'\u2019\u00a0\u202f\u2009\u2007\u2008\u200a\u066c".indexOf(separator) >= 0;
  }

  private void takeFraction(StringBuilder digits, boolean grouped) {
    boolean separator = at < end && (text.charAt(at) == '.' || (text.charAt(at) == ',' && !grouped));
    if (separator && digit(at + 1)) {
      at++;
      digits.append('.');
      takeDigits(digits);
    }
  }

  /** 2025-05-23, 23.05.2025 and 23/05/2025 are dates. */
  private boolean writtenDate() {
    boolean whole = pattern("dddd-dd-dd") || pattern("dd.dd.dddd") || pattern("dd/dd/dddd");
    int length = whole ? 10 : shortDate() ? 8 : 0;
    if (length == 0 || digit(at + length)) {
      return false;
    }
    String form = text.substring(at, at + length);
    String iso = form.charAt(4) == '-' ? form
        : (whole ? "" : THIS_CENTURY) + form.substring(6) + "-" + form.substring(3, 5) + "-" + form.substring(0, 2);
    found.add(new Token(iso, at, at + length, Kind.DATE, false));
    at += length;
    return true;
  }

  /** 24.05.25: a day, a month and a year of this century. */
  private boolean shortDate() {
    if (!pattern("dd.dd.dd")) {
      return false;
    }
    int day = Integer.parseInt(text, at, at + 2, 10);
    int month = Integer.parseInt(text, at + 3, at + 5, 10);
    return day >= 1 && day <= 31 && month >= 1 && month <= 12;
  }

  private boolean pattern(String shape) {
    if (at + shape.length() > end) {
      return false;
    }
    for (int i = 0; i < shape.length(); i++) {
      char here = text.charAt(at + i);
      if (shape.charAt(i) == 'd' ? here < '0' || here > '9' : here != shape.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
