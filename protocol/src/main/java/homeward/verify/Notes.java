package homeward.verify;

import homeward.json.Malformed;
import homeward.transcript.SignedCheckpoint;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The file {@code checkpoints.log}: signed notes one after the other, an empty line after each.
 *
 * @param whole those that are there whole, in ascending order of their size
 * @param cut whether something follows that is no whole note
 */
record Notes(Queue<SignedCheckpoint> whole, boolean cut) {
  private static final String END = "\n\n";

  static Notes read(byte[] bytes) throws Malformed {
    String text = decoded(bytes);
    Queue<SignedCheckpoint> notes = new ArrayDeque<>();
    long size = 0;
    int start = 0;
    for (int end = end(text, start); end >= 0; end = end(text, start)) {
      SignedCheckpoint note = SignedCheckpoint.read(text.substring(start, end));
      if (note.checkpoint().size() <= size) {
        throw new Malformed("checkpoint " + note.checkpoint().size(), "expected checkpoints in ascending order");
      }
      size = note.checkpoint().size();
      notes.add(note);
      start = end + 1;
    }
    return new Notes(notes, start < text.length() || !endsALine(bytes));
  }

  private static boolean endsALine(byte[] bytes) {
    return bytes.length == 0 || bytes[bytes.length - 1] == '\n';
  }

  /** Where the note that begins here ends: after the checkpoint's lines and an empty line, its signatures and an empty line. */
  private static int end(String text, int start) {
    int body = text.indexOf(END, start);
    int signatures = body < 0 ? -1 : text.indexOf(END, body + END.length());
    return signatures < 0 ? -1 : signatures + 1;
  }

  /** A cut may go through the middle of a character (of the dash that begins a signature line): what is before it counts. */
  private static String decoded(byte[] bytes) throws Malformed {
    int last = bytes.length;
    while (last > 0 && bytes[last - 1] != '\n') {
      last--;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, last)).toString();
    } catch (CharacterCodingException e) {
      throw new Malformed("", "not UTF-8");
    }
  }
}
