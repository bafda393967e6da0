package homeward.names;

import java.util.List;

/**
 * A field of a name, read.
 *
 * @param text repaired
 * @param words its words in order; the two of a double-barrelled name are two
 */
public record Name(String text, List<Word> words) {
  /** More words than this are not a name. */
  public static final int MOST_WORDS = 10;

  public Name {
    words = List.copyOf(words);
  }

  /** Whether there is nothing to compare. */
  public boolean isEmpty() {
    return words.isEmpty();
  }

  /** Whether two names of as many words are one, word by word. */
  public boolean isSameName(Name other) {
    if (words.size() != other.words.size() || words.isEmpty()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      if (!words.get(i).isSameName(other.words.get(i))) {
        return false;
      }
    }
    return true;
  }
}
