package homeward.clauses;

import homeward.language.Chunk;
import homeward.language.Chunk.Content.Counted;
import homeward.language.Chunk.Content.Named;
import homeward.language.Sentence;
import java.util.List;

/** Numbers that stand together: the members of a list, a part and its whole. */
final class Members {
  private static final int FARTHEST = 8;
  private static final int LONGEST_NOUN = 3;
  private static final int TALLY = 12;

  private final Sentence sentence;
  private final List<Chunk> chunks;

  Members(Sentence sentence) {
    this.sentence = sentence;
    this.chunks = sentence.chunks();
  }

  /** "205 soldiers, 10 foreigners and 3 medics": a member of a list of people counts people, whatever they are called. */
  boolean amongPeople(int number) {
    return amongPeople(number, -1) || amongPeople(number, 1);
  }

  private boolean amongPeople(int number, int step) {
    int from = step < 0 ? number : nextInList(number);
    int first = step < 0 ? previousInList(number) : number;
    if (from < 0 || first < 0 || (number + 1 < chunks.size() && notPeople(chunks.get(number + 1)))) {
      return false;
    }
    int beside = step < 0 ? first : from;
    return chunks.get(beside).content() instanceof Counted other && (!other.category().isEmpty() || (step > 0 && amongPeople(beside, 1)));
  }

  /** The number before in the same list: "205 soldiers, 10 foreigners"; or -1. */
  private int previousInList(int number) {
    int at = number - 1;
    while (at >= 0 && chunks.get(at).is("modifier")) {
      at--;
    }
    boolean joined = false;
    while (at >= 0 && (chunks.get(at).form().equals(",") || sentence.listed("joining", chunks.get(at))
        || chunks.get(at).is("also") || chunks.get(at).is("swapfor"))) {
      joined = true;
      at--;
    }
    int strange = 0;
    while (joined && at >= 0 && strange <= LONGEST_NOUN && !chunks.get(at).is("N") && !notPeople(chunks.get(at))
        && !chunks.get(at).form().equals(",")) {
      strange++;
      at--;
    }
    return joined && at >= 0 && strange <= LONGEST_NOUN && chunks.get(at).is("N") ? at : -1;
  }

  private int nextInList(int number) {
    for (int at = number + 1; at < Math.min(chunks.size(), number + FARTHEST); at++) {
      if (chunks.get(at).is("N")) {
        boolean goesOn = sentence.listed("joining", chunks.get(at - 1)) || (chunks.get(at - 1).form().equals(",") && nextInList(at) >= 0);
        return previousInList(at) == number && goesOn ? at : -1;
      }
    }
    return -1;
  }

  private boolean notPeople(Chunk chunk) {
    return Clauses.verb(chunk) || chunk.is("done") || chunk.is("future") || chunk.is("say") || chunk.is("date") || chunk.is("unit")
        || chunk.is("weapon") || chunk.is("dead") || chunk.is("hurt") || chunk.is("partof") || !Character.isLetter(chunk.form().charAt(0));
  }

  /** "880 of 1,000 were soldiers": where the number stands of which this one is a part, or -1. */
  int whole(int number) {
    int leading = leadingWhole(number);
    if (leading >= 0) {
      return leading;
    }
    int at = number + 1;
    if (at >= chunks.size() || !(sentence.listed("ofword", chunks.get(at)) || chunks.get(at).is("outof"))) {
      return -1;
    }
    at += at + 1 < chunks.size() && sentence.listed("partitive", chunks.get(at + 1)) ? 2 : 1;
    return at < chunks.size() && chunks.get(at).is("N") ? at : -1;
  }

  /** "Of the 183 freed on Saturday, 111 ...": the number at the head of the sentence is the whole. */
  private int leadingWhole(int number) {
    boolean opens = chunks.size() > 2 && sentence.listed("ofword", chunks.getFirst());
    int first = opens ? (sentence.listed("partitive", chunks.get(1)) || chunks.get(1).is("modifier") ? 2 : 1) : -1;
    if (first < 0 || first >= number || !chunks.get(first).is("N") || number - first > TALLY) {
      return -1;
    }
    boolean comma = chunks.subList(first, number).stream().anyMatch(chunk -> chunk.form().equals(","));
    boolean next = chunks.subList(first + 1, number).stream().noneMatch(chunk -> chunk.is("N"));
    return comma && next ? first : -1;
  }

  /** Whether the number is the whole of a part named just before it. */
  boolean isWhole(int number) {
    for (int at = Math.max(0, number - LONGEST_NOUN); at < number; at++) {
      if (chunks.get(at).is("N") && whole(at) == number) {
        return true;
      }
    }
    return false;
  }

  /** "The number of Norlanders freed now stands at 697": whose people a tally counts; or empty. */
  private String tallied(int number) {
    for (int at = number - 1; at >= Math.max(0, number - TALLY); at--) {
      if (chunks.get(at).is("N")) {
        return "";
      }
      if (chunks.get(at).is("thisnumber") && at + 1 < number && sentence.listed("ofword", chunks.get(at + 1))) {
        return chunks.subList(at + 2, Math.min(number, at + 2 + LONGEST_NOUN)).stream()
            .filter(chunk -> chunk.content() instanceof Named).map(chunk -> ((Named) chunk.content()).side()).findFirst().orElse("");
      }
    }
    return "";
  }

  /** "The Norlandic prisoners, including four civilians": whose people those are of whom the number counts a part; or empty. */
  String head(int number) {
    String tallied = tallied(number);
    if (!tallied.isEmpty()) {
      return tallied;
    }
    int at = number - 1;
    while (at > 0 && (chunks.get(at).is("modifier") || chunks.get(at).is("N"))) {
      at--;
    }
    if (at < 1 || !chunks.get(at).is("include") || chunks.get(at).is("ofthem")) {
      return "";
    }
    at--;
    while (at > 0 && ",(".contains(chunks.get(at).form())) {
      at--;
    }
    boolean people = chunks.get(at).classes().stream().anyMatch(name -> name.startsWith("who:"));
    for (int place = at; people && place >= Math.max(0, at - LONGEST_NOUN); place--) {
      if (chunks.get(place).content() instanceof Named named) {
        return named.side();
      }
    }
    return "";
  }
}
