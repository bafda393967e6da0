package homeward.server.register;

import homeward.register.Column;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Texts as the database keeps them, and names as they are searched. */
final class Texts {
  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, String>> BY_NAME = new TypeReference<>() {};
  private static final TypeReference<Map<String, Long>> NUMBERS = new TypeReference<>() {};
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}']+");
  private static final Pattern APOSTROPHES = Pattern.compile("[\u2019\u02BC`]");

  private Texts() {}

  static String json(Map<Column, String> cells) {
    Map<String, String> named = new TreeMap<>();
    cells.forEach((column, text) -> named.put(column.header(), text));
    return JSON.writeValueAsString(named);
  }

  static Map<Column, String> cells(String json) {
    Map<Column, String> cells = new EnumMap<>(Column.class);
    JSON.readValue(json, BY_NAME).forEach((name, text) -> cells.put(Column.of(name).orElseThrow(), text));
    return cells;
  }

  static String versions(Map<Group, Long> changed) {
    Map<String, Long> named = new TreeMap<>();
    changed.forEach((group, version) -> named.put(group.code(), version));
    return JSON.writeValueAsString(named);
  }

  static Map<Group, Long> versions(String json) {
    Map<Group, Long> changed = new EnumMap<>(Group.class);
    JSON.readValue(json, NUMBERS).forEach((name, version) -> changed.put(Group.valueOf(name.toUpperCase(Locale.ROOT)), version));
    return changed;
  }

  /** The words of a name: NFKC, one kind of apostrophe, small letters; a hyphen parts two words. Any script. */
  static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    String plain = APOSTROPHES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("'");
    for (String word : BETWEEN_WORDS.split(plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  static Set<String> nameWords(Map<Column, String> view) {
    return words(String.join(" ", view.getOrDefault(Column.SURNAME, ""), view.getOrDefault(Column.GIVEN_NAME, ""),
        view.getOrDefault(Column.PATRONYMIC, "")));
  }
}
