package homeward.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names of sides and of other states, so that "Norlandic soldiers" is known to be one side's people. */
final class Places {
  private final Map<String, List<Entry>> byFirstWord = new HashMap<>();

  /** A state of places.txt, its names cut into words. */
  private record State(String id, List<List<String>> names) {}

  private record Entry(List<String> words, String side) {}

  /** A name found in a text: whose, and how many tokens it takes; none takes 0. */
  record Found(String side, int length) {}

  private static final Found NONE = new Found("", 0);
  private static final List<State> STATES = Resources.lines("places.txt").stream().map(Places::state).toList();

  private Places() {}

  /** The states of places.txt; the words of a ledger's sides come first and take their meaning from them. */
  static Places of(Sides sides) {
    Places places = new Places();
    for (Sides.Name name : sides.names()) {
      name.words().forEach(word -> places.add(cut(word), name.id()));
    }
    for (State state : STATES) {
      String id = places.known(state);
      state.names().forEach(name -> places.add(name, id));
    }
    return places;
  }

  /** A state that shares a word with a side of the ledger is that side. */
  private String known(State state) {
    for (List<String> name : state.names()) {
      for (Entry entry : byFirstWord.getOrDefault(name.getFirst(), List.of())) {
        if (entry.words().equals(name)) {
          return entry.side();
        }
      }
    }
    return state.id();
  }

  private static State state(String line) {
    List<String> names = Resources.split(line, "[|,]").stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
    return new State(names.getFirst(), names.stream().map(Places::cut).toList());
  }

  private void add(List<String> words, String side) {
    if (words.isEmpty() || words.getFirst().isEmpty()) {
      return;
    }
    List<Entry> entries = byFirstWord.computeIfAbsent(words.getFirst(), first -> new ArrayList<>());
    if (entries.stream().noneMatch(entry -> entry.words().equals(words))) {
      entries.add(new Entry(words, side));
      entries.sort((one, other) -> Integer.compare(other.words().size(), one.words().size()));
    }
  }

  private static List<String> cut(String name) {
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
