package homeward.clauses;

import homeward.language.Chunk;
import homeward.language.Chunk.Content;
import homeward.language.Chunk.Content.Counted;
import homeward.language.Chunk.Content.Dated;
import homeward.language.Chunk.Content.Named;
import homeward.language.Sentence;
import homeward.learning.Group;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sentences of a report as one row of words, for those who learn from what stands around a place: of each word itself
 * and its kinds, where it is a number how large and of what, where it is a side which of the two.
 */
public final class Telling {
  private static final String BEGIN = "begin";
  private static final long[] SIZES = {2, 30, 100, 400, 1000, 2100};

  private final List<List<String>> words = new ArrayList<>();
  /** Where the sentence begins whose first word stands so far from the beginning of the text. */
  private final Map<Integer, Integer> begins = new HashMap<>();
  private final List<String> parties;

  /**
   * A row of words.
   *
   * @param sentences the sentences, in their order
   * @param parties the sides
   */
  public Telling(List<Sentence> sentences, List<String> parties) {
    this.parties = List.copyOf(parties);
    for (Sentence sentence : sentences) {
      words.add(List.of(BEGIN));
      begins.put(start(sentence), words.size());
      sentence.chunks().forEach(chunk -> words.add(names(chunk)));
    }
  }

  private static int start(Sentence sentence) {
    return sentence.chunks().getFirst().span().start();
  }

  /** The place in the row of a word of one of the sentences. */
  public int place(Sentence sentence, int at) {
    Integer begin = begins.get(start(sentence));
    if (begin == null) {
      throw new IllegalArgumentException("the telling has no such sentence");
    }
    return begin + at;
  }

  /** The row, with those of its places that are asked about. */
  public Group.Text text(List<Integer> places) {
    return new Group.Text(words, places);
  }

  private List<String> names(Chunk chunk) {
    List<String> names = new ArrayList<>(chunk.classes());
    names.add('=' + form(chunk));
    if (chunk.content() instanceof Counted counted) {
      int size = 0;
      while (size < SIZES.length && counted.quantity().value() >= SIZES[size]) {
        size++;
      }
      names.add("size" + size);
      names.add("of:" + counted.category());
    }
    return names;
  }

  private String form(Chunk chunk) {
    return switch (chunk.content()) {
      case Counted number -> "#";
      case Named name -> "side" + parties.indexOf(name.side());
      case Dated date -> "date";
      case Content.Words words -> Surroundings.form(chunk);
    };
  }
}
