package homeward.json;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** Writes JSON in its two forms: the canonical one that is signed and the indented one for people. */
final class JsonWriter {
  private static final Comparator<Map.Entry<String, Json>> BYTEWISE =
      (left, right) -> Characters.compareBytewise(left.getKey(), right.getKey());

  private final StringBuilder out = new StringBuilder();
  private final boolean forPeople;
  private int depth;
  /** Whether nothing stands yet in the list or object that was begun last. */
  private boolean empty;

  private JsonWriter(boolean forPeople) {
    this.forPeople = forPeople;
  }

  static byte[] canonical(Json json) {
    JsonWriter writer = new JsonWriter(false);
    writer.write(json);
    return writer.bytes();
  }

  /** The canonical form of a value that needs no JSON in between. */
  static byte[] canonical(Binding binding, Object value) {
    JsonWriter writer = new JsonWriter(false);
    binding.writeCanonical(value, writer);
    return writer.bytes();
  }

  static String pretty(Json json) {
    JsonWriter writer = new JsonWriter(true);
    writer.write(json);
    return writer.out.append('\n').toString();
  }

  private byte[] bytes() {
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  void write(Json json) {
    switch (json) {
      case Json.Text text -> text(text.value());
      case Json.Whole whole -> out.append(whole.value());
      case Json.Flag flag -> out.append(flag.value());
      case Json.Items items -> items(items);
      case Json.Fields fields -> fields(fields);
    }
  }

  private void items(Json.Items items) {
    open('[');
    for (Json item : items.values()) {
      next();
      write(item);
    }
    close(']');
  }

  private void fields(Json.Fields fields) {
    open('{');
    Stream<Map.Entry<String, Json>> entries = fields.values().entrySet().stream();
    (forPeople ? entries : entries.sorted(BYTEWISE)).forEachOrdered(field -> {
      name(field.getKey());
      write(field.getValue());
    });
    close('}');
  }

  /** Begins a list or an object. Nothing is written that our own reader would refuse. */
  void open(char bracket) {
    if (depth == Json.DEEPEST) {
      throw new IllegalArgumentException("JSON deeper than " + Json.DEEPEST + " levels");
    }
    depth++;
    out.append(bracket);
    empty = true;
  }

  void close(char bracket) {
    depth--;
    if (!empty) {
      line();
    }
    out.append(bracket);
    empty = false;
  }

  /** Begins the next item of a list. */
  void next() {
    if (!empty) {
      out.append(',');
    }
    empty = false;
    line();
  }

  /** Begins the next field of an object; in the canonical form they have to come sorted. */
  void name(String name) {
    next();
    text(name);
    out.append(forPeople ? ": " : ":");
  }

  private void line() {
    if (forPeople) {
      out.append('\n').repeat("  ", depth);
    }
  }

  /** A text of whole characters. Nearly all have nothing to escape, so what has not is copied at once. */
  void text(String value) {
    out.append('"');
    int from = 0;
    for (int i = 0; i < value.length(); i++) {
      char unit = value.charAt(i);
      if (unit < ' ' || unit == '"' || unit == '\\') {
        out.append(value, from, i);
        escaped(unit);
        from = i + 1;
      }
    }
    out.append(value, from, value.length()).append('"');
  }

  private void escaped(char unit) {
    switch (unit) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> out.append(unit < 0x10 ? "\\u000" : "\\u00").append(Integer.toHexString(unit));
    }
  }
}
