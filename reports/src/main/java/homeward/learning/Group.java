package homeward.learning;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Cases that are judged together, because what one of them is depends on what the others are.
 *
 * @param traits what holds of each case, each trait once
 * @param ties for each kind of tie and each case the cases that it is tied to, by their places in the list of cases; a kind
 *     that is missing ties none
 * @param text the text in which they stand
 */
public record Group(List<List<String>> traits, Map<String, List<List<Integer>>> ties, Text text) {
  public Group {
    traits = List.copyOf(traits);
    ties = new TreeMap<>(ties);
    if (!text.places().isEmpty() && text.places().size() != traits.size()) {
      throw new IllegalArgumentException("of " + traits.size() + " cases " + text.places().size() + " stand in the text");
    }
  }

  /** Cases that stand in no text. */
  Group(List<List<String>> traits, Map<String, List<List<Integer>>> ties) {
    this(traits, ties, new Text(List.of(), List.of()));
  }

  /**
   * A text in which cases stand.
   *
   * @param words for each of its words what it is: the word itself, its kinds
   * @param places for each case the place of its word; none where there is no text
   */
  public record Text(List<List<String>> words, List<Integer> places) {
    public Text {
      words = List.copyOf(words);
      places = List.copyOf(places);
    }
  }

  /** How many cases there are. */
  public int size() {
    return traits.size();
  }

  /**
   * A group and what a person answered about its cases.
   *
   * @param group the cases
   * @param answers for each question the answers, one for each case; empty where the question does not arise
   */
  public record Taught(Group group, Map<String, List<String>> answers) {
    public Taught {
      answers = new TreeMap<>(answers);
    }

    /** The answers to a question, one for each case; none where it was not put. */
    public List<String> given(String question) {
      return answers.getOrDefault(question, List.of());
    }
  }
}
