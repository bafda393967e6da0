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
 */
public record Group(List<List<String>> traits, Map<String, List<List<Integer>>> ties) {
  public Group {
    traits = List.copyOf(traits);
    ties = new TreeMap<>(ties);
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
