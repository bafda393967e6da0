package homeward.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A file as it came: a report that can be read, or the reason why not. Nothing in it is run and nothing fetched. */
public sealed interface Intake {
  /** Files beyond this many bytes are refused. */
  int MOST_BYTES = 64 << 20;

  /** Text beyond this many characters is left unread. */
  int MOST_TEXT = 500_000;

  /** A report. */
  record Taken(Report report) implements Intake {}

  /** A file that is no report's text. */
  record Refused(String name, Problem problem) implements Intake {}

  /** Why a file cannot be read, and what to do. */
  enum Problem {
    UNREADABLE("it cannot be opened; name a file that you may read"),
    EMPTY("there is no text in it"),
    BINARY("it is a binary file; give the text of the report"),
    PDF("it is a PDF; give its text, as for instance pdftotext writes it"),
    TOO_LARGE("it is larger than 64 MB; give the page of the report alone");

    private final String cure;

    Problem(String cure) {
      this.cure = cure;
    }

    /** In words, with the cure. */
    public String words() {
      return cure;
    }
  }

  /**
   * Takes in a file.
   *
   * @param name how to call it
   * @param bytes its contents: UTF-8, UTF-16 with a mark, else Windows-1252 (which is noted)
   * @param date the day it was published, if the caller knows
   */
  static Intake of(String name, byte[] bytes, Optional<LocalDate> date) {
    if (bytes.length > MOST_BYTES) {
      return new Refused(name, Problem.TOO_LARGE);
    }
    if (startsWith(bytes, "%PDF")) {
      return new Refused(name, Problem.PDF);
    }
    List<String> notes = new ArrayList<>();
    String text = decode(bytes, notes);
    if (binary(text)) {
      return new Refused(name, Problem.BINARY);
    }
    boolean page = markup(name, text);
    Optional<LocalDate> known = date.or(() -> page ? Markup.published(text) : Optional.empty());
    String plain = page ? Markup.text(text) : text;
    if (plain.isBlank()) {
      return new Refused(name, Problem.EMPTY);
    }
    if (plain.length() > MOST_TEXT) {
      notes.add("only the first 500,000 characters were read");
    }
    String read = plain.substring(0, Math.min(plain.length(), MOST_TEXT));
    return new Taken(new Report(name, read, known, notes));
  }

  private static boolean startsWith(byte[] bytes, String mark) {
    return bytes.length >= mark.length()
        && new String(bytes, 0, mark.length(), StandardCharsets.ISO_8859_1).equals(mark);
  }

  private static String decode(byte[] bytes, List<String> notes) {
    if (bytes.length > 1 && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE))) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException notUtf8) {
      notes.add("it is not UTF-8; read as Windows-1252");
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }

  /** NUL characters, or more than one control character in fifty, are no text. */
  private static boolean binary(String text) {
    int controls = 0;
    for (int i = 0; i < text.length(); i++) {
      char here = text.charAt(i);
      if (here == 0) {
        return true;
      }
      controls += (here < 32 && !Character.isWhitespace(here)) || here == '\ufffd' || (here >= 127 && here < 160) ? 1 : 0;
    }
    return controls > 0 && controls * 50L > text.length();
  }

  private static boolean markup(String name, String text) {
    String head = text.substring(0, Math.min(text.length(), 2000)).toLowerCase(Locale.ROOT);
    boolean named = name.toLowerCase(Locale.ROOT).matches(".*\\.x?html?");
    return named || head.contains("<!doctype html") || head.contains("<html") || head.contains("<body")
        || head.contains("<p>") || head.contains("<div");
  }
}
