package homeward.agreement;

import java.util.HashMap;
import java.util.Map;

/** On which line of a text of valid JSON each value stands, by its path. */
final class Lines {
  private final String text;
  private final Map<String, Integer> lines = new HashMap<>();
  private int at;
  private int line = 1;

  private Lines(String text) {
    this.text = text;
  }

  /** Of a text that the reader of JSON took; anything else is our own fault. */
  static Lines in(String validJson) {
    Lines lines = new Lines(validJson);
    lines.value("");
    return lines;
  }

  static Lines unknown() {
    return new Lines("");
  }

  /** The line of a value, or of what it would stand in; 0 for the whole. */
  int of(String path) {
    String known = path;
    while (!known.isEmpty() && !lines.containsKey(known)) {
      known = outer(known);
    }
    return known.isEmpty() ? 0 : lines.getOrDefault(known, 0);
  }

  private static String outer(String path) {
    return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
  }

  static String field(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  static String item(String path, int number) {
    return path + "[" + number + "]";
  }

  private void value(String path) {
    skipSpace();
    lines.putIfAbsent(path, line);
    switch (text.charAt(at)) {
      case '{' -> object(path);
      case '[' -> list(path);
      case '"' -> string();
      default -> word();
    }
  }

  private void object(String path) {
    at++;
    skipSpace();
    while (text.charAt(at) != '}') {
      String name = Lines.field(path, string());
      lines.put(name, line);
      skipSpace();
      value(name);
      skipSpace();
    }
    at++;
  }

  private void list(String path) {
    at++;
    skipSpace();
    for (int number = 1; text.charAt(at) != ']'; number++) {
      value(item(path, number));
      skipSpace();
    }
    at++;
  }

  /** As it is written, escapes and all: a name with an escape is then found on the line of what it stands in. */
  private String string() {
    int start = ++at;
    while (text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return text.substring(start, at++);
  }

  private void word() {
    while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
      at++;
    }
  }

  private void skipSpace() {
    while (at < text.length() && ",: \n\r\t".indexOf(text.charAt(at)) >= 0) {
      line += text.charAt(at) == '\n' ? 1 : 0;
      at++;
    }
  }
}
