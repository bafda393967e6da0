package homeward.clauses;

import homeward.language.Chunk;
import homeward.language.Sentence;
import homeward.language.Span;
import java.util.List;
import java.util.Set;

/** Who a sentence says is speaking. */
public final class Speakers {
  private static final Set<String> BREAKS = Set.of(",", ";", ":", "(", ")", "\u2013", ".");
  private static final int LONGEST = 10;

  private Speakers() {}

  /** The words before "said" or after "according to"; empty when nobody is named. */
  public static String of(String text, Sentence sentence) {
    List<Chunk> chunks = sentence.chunks();
    for (int at = 0; at < chunks.size(); at++) {
      if (sentence.listed("attribution", chunks.get(at))) {
        return words(text, chunks, at + 1, end(sentence, at + 1));
      }
      if (chunks.get(at).is("say") && at > 0) {
        int start = at;
        while (start > 0 && at - start < LONGEST && speaking(sentence, chunks.get(start - 1))) {
          start--;
        }
        String said = words(text, chunks, start, withoutAuxiliaries(sentence, start, at));
        if (!said.isEmpty() && Character.isUpperCase(said.charAt(0))) {
          return said;
        }
      }
    }
    return "";
  }

  /** "The ministry had said": the word before the verb is no part of the name. */
  private static int withoutAuxiliaries(Sentence sentence, int start, int at) {
    int end = at;
    while (end > start && beside(sentence, sentence.chunks().get(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean beside(Sentence sentence, Chunk chunk) {
    return chunk.is("done") || sentence.listed("besideverb", chunk);
  }

  private static boolean speaking(Sentence sentence, Chunk chunk) {
    boolean ends = BREAKS.contains(chunk.form()) || sentence.listed("speakerend", chunk);
    return !ends && !chunk.is("N") && !chunk.is("date");
  }

  private static int end(Sentence sentence, int from) {
    int end = from;
    while (end < sentence.chunks().size() && end - from < LONGEST && speaking(sentence, sentence.chunks().get(end))) {
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
