package homeward.clauses;

import homeward.language.Chunk;
import homeward.language.Sentence;
import java.util.List;

/** Clauses inside a sentence that describe something: relative clauses, and participles after their noun. */
final class Clauses {
  private static final int LONGEST = 20;

  private final Sentence sentence;
  private final List<Chunk> chunks;

  Clauses(Sentence sentence) {
    this.sentence = sentence;
    this.chunks = sentence.chunks();
  }

  /** Whether a participle is the verb of its clause: "were held", "being held". */
  boolean passive(int verb) {
    Chunk before = chunks.get(Math.max(0, verb - 1));
    return before.is("done") || before.is("remain") || sentence.listed("beingword", before);
  }

  /** Where the relative clause that begins here ends: at the next comma, or before a second auxiliary. */
  int past(int from) {
    boolean verb = !sentence.listed("relative", chunks.get(from)) && !chunks.get(from).is("ofthem");
    for (int at = from + 1; at < chunks.size(); at++) {
      Chunk chunk = chunks.get(at);
      if (",;–)".contains(chunk.form()) || (verb && (chunk.is("done") || chunk.is("future")))) {
        return at;
      }
      verb |= verb(chunk) || chunk.is("done");
    }
    return chunks.size();
  }

  /**
   * Whether "since" stands only in clauses beside the number's own: in "released 95 in the ninth swap mediated since
   * January" the 95 are no sum.
   */
  boolean sinceElsewhere(int number) {
    boolean elsewhere = false;
    for (int at = 0; at < chunks.size(); at++) {
      if (chunks.get(at).is("since")) {
        int opened = opener(at);
        boolean mine = opened < 0 || (number >= opened && number < past(opened));
        if (mine) {
          return false;
        }
        elsewhere = true;
      }
    }
    return elsewhere;
  }

  /** "122 had been in custody since 2023": since when they were held, not since when they were freed. */
  boolean sinceCapture(int number) {
    boolean captive = false;
    for (Chunk chunk : chunks.subList(number + 1, chunks.size())) {
      if (chunk.is("N") || chunk.is("give") || chunk.is("take") || chunk.is("come") || chunk.is("trade")) {
        return false;
      }
      if (chunk.is("since")) {
        return captive;
      }
      captive |= chunk.is("captive") || chunk.is("held");
    }
    return false;
  }

  /** Whether a place stands in a clause that describes something beside the number and tells of no exchange: "held since 2020". */
  boolean beside(int place, int number) {
    int opened = opener(place);
    if (opened < 0 || (number >= opened && number < past(opened))) {
      return false;
    }
    int head = opened - 1 - (chunks.get(Math.max(0, opened - 1)).form().equals(",") ? 1 : 0);
    boolean event = head >= 0 && (chunks.get(head).is("exchange") || chunks.get(head).is("agree"));
    return !event && chunks.subList(opened, past(opened)).stream().noneMatch(
        chunk -> chunk.is("give") || chunk.is("take") || chunk.is("come") || chunk.is("trade") || chunk.is("exchange"));
  }

  /** "Soldiers held since April": a participle after its noun, as what follows it tells; "mediated exchanges" is none. */
  private boolean describes(int participle) {
    if (passive(participle) || participle + 1 >= chunks.size()) {
      return false;
    }
    Chunk next = chunks.get(participle + 1);
    return next.is("preposition") || next.is("since") || next.is("date") || next.is("infor") || sentence.listed("afterparticiple", next);
  }

  /** Where the relative clause or participle begins that a place stands in, or -1. */
  private int opener(int at) {
    for (int from = at - 1; from >= Math.max(0, at - LONGEST); from--) {
      boolean opens = sentence.listed("relative", chunks.get(from)) || chunks.get(from).is("ofthem")
          || (sentence.listed("participle", chunks.get(from)) && from > 0 && describes(from));
      if (opens) {
        return past(from) > at ? from : -1;
      }
    }
    return -1;
  }

  /** Whether a word may govern a number of people. */
  static boolean verb(Chunk chunk) {
    return chunk.is("give") || chunk.is("take") || chunk.is("come") || chunk.is("trade") || chunk.is("home") || chunk.is("arehome")
        || chunk.is("hold") || chunk.is("capture") || chunk.is("held") || chunk.is("exchange");
  }
}
