package homeward.play;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads JSON into maps, lists, texts, whole numbers and booleans, with nothing of Homeward: whoever adds up shares no reader with it. */
final class PlainJson {
  private final String text;
  private int at;

  private PlainJson(String text) {
    this.text = text;
  }

  static Map<String, Object> object(String text) {
    return fields(new PlainJson(text).value());
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> fields(Object value) {
    return (Map<String, Object>) value;
  }

  /** The objects in a list; none when there is no list. */
  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> objects(Map<String, Object> of, String name) {
    return (List<Map<String, Object>>) of.getOrDefault(name, List.of());
  }

  static Map<String, Object> fields(Map<String, Object> of, String name) {
    return fields(of.getOrDefault(name, Map.of()));
  }

  static String text(Map<String, Object> of, String name) {
    return (String) Objects.requireNonNull(of.get(name), name);
  }

  private char next() {
    while (Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return text.charAt(at);
  }

  private boolean ends(char close) {
    if (next() == ',') {
      at++;
    }
    return next() == close;
  }

  private Object value() {
    char first = next();
    if (first == '{') {
      return object();
    } else if (first == '[') {
      return list();
    } else if (first == '"') {
      return string();
    }
    int from = at;
    while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-')) {
      at++;
    }
    String word = text.substring(from, at);
    return word.equals("true") || word.equals("false") ? (Object) Boolean.valueOf(word) : (Object) Integer.valueOf(word);
  }

  private Map<String, Object> object() {
    Map<String, Object> fields = new LinkedHashMap<>();
    at++;
    while (!ends('}')) {
      String name = string();
      next();
      at++;
      fields.put(name, value());
    }
    at++;
    return fields;
  }

  private List<Object> list() {
    List<Object> items = new ArrayList<>();
    at++;
    while (!ends(']')) {
      items.add(value());
    }
    at++;
    return items;
  }

  private String string() {
    StringBuilder string = new StringBuilder();
    at++;
    for (; text.charAt(at) != '"'; at++) {
      if (text.charAt(at) == '\\') {
        at++;
        string.append(switch (text.charAt(at)) {
          case 'n' -> '\n';
          case 't' -> '\t';
          case 'u' -> (char) Integer.parseInt(text, at + 1, (at += 4) + 1, 16);
          default -> text.charAt(at);
        });
      } else {
        string.append(text.charAt(at));
      }
    }
    at++;
    return string.toString();
  }
}
