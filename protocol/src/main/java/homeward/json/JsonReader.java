package homeward.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The one JSON reader: two readers that understand the same bytes differently would make two nodes disagree, so
 * everything that RFC 8259 leaves open is refused (duplicate names, fractions, large numbers, half characters), and
 * null and a byte order mark as well.
 */
public final class JsonReader {
  private static final char END = '\uffff';
  private static final int MOST_DIGITS = 16;

  private final String text;
  private int position;

  private JsonReader(String text) {
    this.text = text;
  }

  /** Reads one value from valid UTF-8; white space around and between is allowed. */
  public static Json read(byte[] utf8) throws Malformed {
    return read(decode(utf8));
  }

  /** Reads one value; white space around and between is allowed. */
  public static Json read(String text) throws Malformed {
    return new JsonReader(text).document();
  }

  /** Reads one value whose bytes are exactly its {@linkplain Json#canonical canonical form}. */
  public static Json readCanonical(byte[] utf8) throws Malformed {
    Json json = read(utf8);
    int difference = Arrays.mismatch(utf8, json.canonical());
    if (difference >= 0) {
      throw new Malformed(
          "byte " + difference,
          "not in canonical form: names sorted bytewise, no white space, no needless escapes");
    }
    return json;
  }

  private static String decode(byte[] utf8) throws Malformed {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(utf8);
    CharBuffer out = CharBuffer.allocate(utf8.length);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      String before = out.flip().toString();
      throw malformed(before, before.length(), "not valid UTF-8; save the file as UTF-8");
    }
    return out.flip().toString();
  }

  private Json document() throws Malformed {
    if (text.startsWith("\ufeff")) {
      throw refuse("a byte order mark; save the file as UTF-8 without one");
    }
    skipSpace();
    Json json = value(0);
    skipSpace();
    if (position < text.length()) {
      throw refuse("expected the end after the value, found " + found());
    }
    return json;
  }

  private Json value(int depth) throws Malformed {
    char next = peek();
    return switch (next) {
      case '"' -> new Json.Text(string());
      case '{' -> fields(deeper(depth));
      case '[' -> items(deeper(depth));
      case 't' -> word("true", new Json.Flag(true));
      case 'f' -> word("false", new Json.Flag(false));
      case 'n' -> throw refuse("null is not used; leave the field out");
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> whole();
      default -> throw refuse("expected a value, found " + found());
    };
  }

  private int deeper(int depth) throws Malformed {
    if (depth == Json.DEEPEST) {
      throw refuse("more than " + Json.DEEPEST + " levels of lists and objects");
    }
    return depth + 1;
  }

  private Json fields(int depth) throws Malformed {
    position++;
    SequencedMap<String, Json> values = new LinkedHashMap<>();
    skipSpace();
    if (!skip('}')) {
      do {
        skipSpace();
        field(values, depth);
        skipSpace();
      } while (skip(','));
      require('}', "a comma or } after the field");
    }
    return new Json.Fields(values);
  }

  private void field(SequencedMap<String, Json> values, int depth) throws Malformed {
    if (peek() != '"') {
      throw refuse("expected a name in double quotes, found " + found());
    }
    int start = position;
    String name = string();
    if (values.containsKey(name)) {
      throw malformed(text, start, "the name \"" + Characters.shown(name) + "\" a second time; keep one of the two");
    }
    skipSpace();
    require(':', "a colon after the name");
    skipSpace();
    values.put(name, value(depth));
  }

  private Json items(int depth) throws Malformed {
    position++;
    List<Json> values = new ArrayList<>();
    skipSpace();
    if (!skip(']')) {
      do {
        skipSpace();
        values.add(value(depth));
        skipSpace();
      } while (skip(','));
      require(']', "a comma or ] after the value");
    }
    return new Json.Items(values);
  }

  private Json word(String word, Json meaning) throws Malformed {
    if (!text.startsWith(word, position)) {
      throw refuse("expected " + word);
    }
    position += word.length();
    return meaning;
  }

  private Json whole() throws Malformed {
    int start = position;
    boolean negative = skip('-');
    int digits = position;
    while (isDigit(peek())) {
      position++;
    }
    boolean fraction = peek() == '.' || peek() == 'e' || peek() == 'E';
    boolean zeroFirst = text.startsWith("0", digits) && (position > digits + 1 || negative);
    int length = position - digits;
    if (length == 0 || fraction || zeroFirst) {
      throw malformed(text, start, "expected a whole number such as 0 or -12, without fraction, exponent or leading 0");
    }
    long value = length > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(text, start, position, 10);
    if (value > Json.LARGEST_WHOLE || value < -Json.LARGEST_WHOLE) {
      throw malformed(text, start, "a number outside of plus or minus " + Json.LARGEST_WHOLE);
    }
    return new Json.Whole(value);
  }

  private String string() throws Malformed {
    int start = position++;
    int plain = position;
    while (isPlain(peek())) {
      position++;
    }
    StringBuilder value = new StringBuilder().append(text, plain, position);
    while (!skip('"')) {
      value.append(isPlain(peek()) ? text.charAt(position++) : escaped());
    }
    String whole = value.toString();
    if (Characters.hasLoneSurrogate(whole)) {
      throw malformed(text, start, "half a character (a lone surrogate) in the text");
    }
    return whole;
  }

  private boolean isPlain(char unit) {
    return unit >= ' ' && unit != '"' && unit != '\\' && position < text.length();
  }

  private char escaped() throws Malformed {
    if (position >= text.length()) {
      throw refuse("the text does not end; close it with a double quote");
    }
    if (!skip('\\')) {
      throw refuse("a control character in a text; write line ends as \\n");
    }
    char kind = peek();
    position++;
    return switch (kind) {
      case '"', '\\', '/' -> kind;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hexadecimal();
      default -> throw malformed(text, position - 2, "an unknown escape; a backslash itself is written \\\\");
    };
  }

  private char hexadecimal() throws Malformed {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      char letter = peek();
      int digit = letter < 0x80 ? Character.digit(letter, 16) : -1;
      if (digit < 0) {
        throw refuse("expected four hexadecimal digits after \\u");
      }
      unit = unit * 16 + digit;
      position++;
    }
    return (char) unit;
  }

  private void skipSpace() {
    while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
      position++;
    }
  }

  private boolean skip(char wanted) {
    boolean there = position < text.length() && text.charAt(position) == wanted;
    position += there ? 1 : 0;
    return there;
  }

  private void require(char wanted, String inWords) throws Malformed {
    if (!skip(wanted)) {
      throw refuse("expected " + inWords + ", found " + found());
    }
  }

  private char peek() {
    return position < text.length() ? text.charAt(position) : END;
  }

  private static boolean isDigit(char unit) {
    return unit >= '0' && unit <= '9';
  }

  private String found() {
    if (position >= text.length()) {
      return "the end";
    }
    int character = text.codePointAt(position);
    return character > ' ' && character < 0x7f ? "" + (char) character : String.format("U+%04X", character);
  }

  private Malformed refuse(String what) {
    return malformed(text, position, what);
  }

  private static Malformed malformed(String text, int position, String what) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < position && i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return new Malformed("line " + line + ", column " + (position - lineStart + 1), what);
  }
}
