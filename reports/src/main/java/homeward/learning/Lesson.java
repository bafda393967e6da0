package homeward.learning;

import java.util.List;

/**
 * A case and the answer a person gave to a question about it.
 *
 * @param traits what holds of the case, each once, in any order
 * @param answer the answer
 */
public record Lesson(List<String> traits, String answer) {
  public Lesson {
    traits = List.copyOf(traits);
  }
}
