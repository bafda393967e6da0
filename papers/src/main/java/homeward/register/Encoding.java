package homeward.register;

import homeward.register.Reading.Kind;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether bytes are the UTF-8 that they have to be. A file in another encoding is never guessed at: a letter read wrong
 * is another person's name. But it is recognised, so that the cure can say how to save it.
 */
final class Encoding {
  private static final int SAMPLE = 4096;
  private static final String SAVE_AS =
      "open it in the program it came from and save it again as \"CSV UTF-8 (comma delimited)\","
          + " in LibreOffice by Save As, Text CSV, character set Unicode (UTF-8)";

  private final byte[] bytes;
  private final Problems problems;

  private Encoding(byte[] bytes, Problems problems) {
    this.bytes = bytes;
    this.problems = problems;
  }

  /** Adds the problems these bytes have as a text, at most one a line. */
  static void check(byte[] bytes, Problems problems) {
    new Encoding(bytes, problems).check();
  }

  /** How many bytes a byte order mark takes at the start. */
  static int markLength(byte[] bytes) {
    return startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
  }

  private void check() {
    if (isUtf16()) {
      problems.add(Kind.UTF_16, 0, "", "the file is in UTF-16, which some programs call Unicode text: " + SAVE_AS);
      return;
    }
    List<Integer> malformed = malformed();
    if (!malformed.isEmpty() && isOneByteALetter(malformed.size())) {
      problems.add(Kind.WINDOWS_1251, 0, "",
          "the file is not in UTF-8 but, it seems, in Windows-1251 or another encoding of one byte a letter: " + SAVE_AS);
      return;
    }
    report(malformed, Kind.NOT_UTF_8, "has bytes that are not UTF-8: write the text there again, or " + SAVE_AS);
    report(zeros(), Kind.NUL_BYTE, "has a byte 0, which no text has: delete it, or " + SAVE_AS);
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  /** Its byte order mark, or so many zero bytes as Latin column names have when every letter takes two bytes. */
  private boolean isUtf16() {
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      return true;
    }
    int length = Math.min(bytes.length, SAMPLE);
    int zeros = 0;
    for (int i = 0; i < length; i++) {
      zeros += bytes[i] == 0 ? 1 : 0;
    }
    return length >= 8 && zeros * 4 > length;
  }

  /** The positions at which a sequence that is not UTF-8 starts, by the JDK's own decoder. */
  private List<Integer> malformed() {
    List<Integer> found = new ArrayList<>();
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(1 << 14);
    CoderResult result = decoder.decode(in, out, true);
    while (!result.isUnderflow()) {
      if (result.isError()) {
        found.add(in.position());
        in.position(in.position() + result.length());
      }
      out.clear();
      result = decoder.decode(in, out, true);
    }
    return found;
  }

  /** Cyrillic in one byte a letter is almost never well-formed UTF-8; damaged UTF-8 almost always is. */
  private boolean isOneByteALetter(int malformed) {
    int beyondAscii = 0;
    for (byte b : bytes) {
      beyondAscii += b < 0 ? 1 : 0;
    }
    return malformed * 2L > beyondAscii && malformed > 2;
  }

  private List<Integer> zeros() {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        found.add(i);
      }
    }
    return found;
  }

  private void report(List<Integer> positions, Kind kind, String what) {
    int line = 1;
    int reported = 0;
    int from = 0;
    for (int position : positions) {
      line += newLines(from, position);
      from = position;
      if (line != reported) {
        problems.add(kind, line, "", "line " + line + " " + what);
        reported = line;
      }
    }
  }

  private int newLines(int from, int to) {
    int lines = 0;
    for (int i = from; i < to; i++) {
      boolean returnAlone = bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n');
      lines += bytes[i] == '\n' || returnAlone ? 1 : 0;
    }
    return lines;
  }
}
