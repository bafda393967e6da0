package homeward.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names of sides and of other states, so that "Norlandic soldiers" is known to be one side's people. */
final class Places {
  private final Map<String, List<Entry>> byFirstWord = new HashMap<>();

  private record Entry(List<String> words, String side) {}

  /** A name found in a text: whose, and how many tokens it takes; none takes 0. */
  record Found(String side, int length) {}

  private static final Found NONE = new Found("", 0);

  private Places() {}

  /** The states of places.txt; the words of a ledger's sides come first and take their meaning from them. */
  static Places of(Sides sides) {
    Places places = new Places();
    for (Sides.Name name : sides.names()) {
      name.words().forEach(word -> places.add(word, name.id()));
    }
    for (String line : Resources.lines("places.txt")) {
      List<String> parts = Resources.split(line, "\\|");
      String id = places.known(parts);
      for (String part : parts) {
        for (String word : Resources.split(part, ",")) {
          places.add(word.strip(), id);
        }
      }
    }
    return places;
  }

  /** A state that shares a word with a side of the ledger is that side. */
  private String known(List<String> parts) {
    for (String part : parts) {
      for (String word : Resources.split(part, ",")) {
        for (Entry entry : byFirstWord.getOrDefault(first(word.strip()), List.of())) {
          if (entry.words().equals(words(word.strip()))) {
            return entry.side();
          }
        }
      }
    }
    return parts.getFirst().strip();
  }

  void add(String name, String side) {
    List<String> words = words(name);
    if (words.isEmpty() || words.getFirst().isEmpty()) {
      return;
    }
    List<Entry> entries = byFirstWord.computeIfAbsent(words.getFirst(), first -> new ArrayList<>());
    if (entries.stream().noneMatch(entry -> entry.words().equals(words))) {
      entries.add(new Entry(words, side));
      entries.sort((one, other) -> Integer.compare(other.words().size(), one.words().size()));
    }
  }

  private static String first(String name) {
    List<String> words = words(name);
    return words.isEmpty() ? "" : words.getFirst();
  }

  private static List<String> words(String name) {
    return Resources.split(name.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replace('-', ' ').strip(), "\\s+");
  }

  /** The longest name that begins at a token; names begin with a capital letter. */
  Found at(List<Token> tokens, int at) {
    Token token = tokens.get(at);
    if (!token.capital()) {
      return NONE;
    }
    for (Entry entry : byFirstWord.getOrDefault(token.form(), List.of())) {
      if (Lexicon.standsAt(entry.words(), tokens, at)) {
        return new Found(entry.side(), entry.words().size());
      }
    }
    return NONE;
  }
}
