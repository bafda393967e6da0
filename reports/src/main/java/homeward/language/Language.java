package homeward.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One language: its lexicon and its grammar, from {@code lexicon-xx.txt} and {@code grammar-xx.txt}. Immutable once
 * read, so that many threads may share it.
 */
public final class Language {
  private final Lexicon lexicon;
  private final Map<String, List<Rule>> rules = new HashMap<>();

  private Language(String code) {
    this.lexicon = Lexicon.read(code);
    for (String line : Resources.lines("grammar-" + code + ".txt")) {
      Rule rule = Rule.of(line);
      rules.computeIfAbsent(rule.field(), field -> new ArrayList<>()).add(rule);
    }
  }

  /** English. */
  public static Language english() {
    return new Language("en");
  }

  boolean listed(String list, String form) {
    return lexicon.listed(list, form);
  }

  List<Rule> rules(String field) {
    return rules.getOrDefault(field, List.of());
  }

  /** Reads texts about an exchange between sides of these names. */
  public Words words(Sides sides) {
    return new Words(this, lexicon, Places.of(sides));
  }

  /** How many of a hundred words are among the commonest of this language: about 35 in prose, below 10 in another. */
  public int likeness(String text) {
    List<Token> tokens = Tokens.of(text, new Span(0, Math.min(text.length(), 20_000)));
    long words = tokens.stream().filter(token -> token.kind() == Token.Kind.WORD).count();
    long common = tokens.stream().filter(token -> lexicon.listed("language", token.form())).count();
    return words == 0 ? 0 : (int) (common * 100 / words);
  }
}
