package homeward.reports;

import homeward.language.Chunk;
import homeward.language.Sentence;
import homeward.language.Span;
import java.util.List;
import java.util.Set;

/** Who a sentence says is speaking. */
final class Speakers {
  private static final Set<String> BREAKS = Set.of(",", ";", ":", "(", ")", "\u2013", ".", "that", "and", "but", "while", "as");
  private static final int LONGEST = 10;

  private Speakers() {}

  /** The words before "said" or after "according to"; empty when nobody is named. */
  static String of(String text, Sentence sentence) {
    List<Chunk> chunks = sentence.chunks();
    for (int at = 0; at < chunks.size(); at++) {
      if (chunks.get(at).form().equals("according to")) {
        return words(text, chunks, at + 1, end(chunks, at + 1));
      }
      if (chunks.get(at).is("say") && at > 0) {
        int start = at;
        while (start > 0 && at - start < LONGEST && speaking(chunks.get(start - 1))) {
          start--;
        }
        String said = words(text, chunks, start, withoutAuxiliaries(chunks, start, at));
        if (!said.isEmpty() && Character.isUpperCase(said.charAt(0))) {
          return said;
        }
      }
    }
    return "";
  }

  /** "The ministry had said": the word before the verb is no part of the name. */
  private static int withoutAuxiliaries(List<Chunk> chunks, int start, int at) {
    int end = at;
    while (end > start && (chunks.get(end - 1).is("done") || chunks.get(end - 1).form().equals("also"))) {
      end--;
    }
    return end;
  }

  private static boolean speaking(Chunk chunk) {
    return !BREAKS.contains(chunk.form()) && !chunk.is("N") && !chunk.is("date");
  }

  private static int end(List<Chunk> chunks, int from) {
    int end = from;
    while (end < chunks.size() && end - from < LONGEST && speaking(chunks.get(end))) {
      end++;
    }
    return end;
  }

  private static String words(String text, List<Chunk> chunks, int from, int to) {
    if (from >= to) {
      return "";
    }
    return new Span(chunks.get(from).span().start(), chunks.get(to - 1).span().end()).in(text).replaceAll("\\s+", " ");
  }
}
