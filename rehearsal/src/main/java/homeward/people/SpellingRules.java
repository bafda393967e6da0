package homeward.people;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A small table of letters and what becomes of them, longest first. A key that starts with ^ holds only at the start of a
 * word, one that ends with $ only at its end; a letter that no key covers stays.
 */
final class SpellingRules {
  private final Map<String, String> table = new HashMap<>();
  /** How long the longest key is that begins with a letter: most letters stand alone and need one look. */
  private final Map<Character, Integer> longest = new HashMap<>();

  /** Several texts of "key=replacement" parted by spaces; a later one overrides an earlier. */
  static SpellingRules of(String... texts) {
    SpellingRules rules = new SpellingRules();
    for (String text : texts) {
      for (String rule : text.strip().split("\\s+", -1)) {
        int equals = rule.indexOf('=');
        String key = rule.substring(0, equals);
        rules.table.put(key, rule.substring(equals + 1));
        String letters = key.replace("^", "").replace("$", "");
        rules.longest.merge(letters.charAt(0), letters.length(), Math::max);
      }
    }
    return rules;
  }

  /** Spells every word of a text; a word that began with a capital letter does so again. */
  String spell(String text) {
    StringBuilder spelled = new StringBuilder();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == ' ' || text.charAt(i) == '-') {
        spelled.append(word(text.substring(start, i)));
        spelled.append(i < text.length() ? text.substring(i, i + 1) : "");
        start = i + 1;
      }
    }
    return spelled.toString();
  }

  private String word(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    StringBuilder spelled = new StringBuilder();
    int at = 0;
    while (at < lower.length()) {
      at = step(lower, at, spelled);
    }
    boolean capital = !word.isEmpty() && Character.isUpperCase(word.charAt(0)) && !spelled.isEmpty();
    return capital
        ? spelled.substring(0, 1).toUpperCase(Locale.ROOT) + spelled.substring(1)
        : spelled.toString();
  }

  private int step(String word, int at, StringBuilder spelled) {
    for (int end = Math.min(word.length(), at + longest.getOrDefault(word.charAt(at), 0)); end > at; end--) {
      String letters = word.substring(at, end);
      String found = at == 0 ? table.get("^" + letters) : null;
      found = found == null && end == word.length() ? table.get(letters + "$") : found;
      found = found == null ? table.get(letters) : found;
      if (found != null) {
        spelled.append(found);
        return end;
      }
    }
    spelled.append(word.charAt(at));
    return at + 1;
  }
}
