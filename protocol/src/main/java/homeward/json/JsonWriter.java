package homeward.json;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;

/** Writes JSON in its two forms: the canonical one that is signed and the indented one for people. */
final class JsonWriter {
  private static final Comparator<Map.Entry<String, Json>> BYTEWISE =
      (left, right) -> Characters.compareBytewise(left.getKey(), right.getKey());

  private final StringBuilder out = new StringBuilder();
  private final boolean forPeople;

  private JsonWriter(boolean forPeople) {
    this.forPeople = forPeople;
  }

  static byte[] canonical(Json json) {
    JsonWriter writer = new JsonWriter(false);
    writer.write(json, 0);
    return writer.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  static String pretty(Json json) {
    JsonWriter writer = new JsonWriter(true);
    writer.write(json, 0);
    return writer.out.append('\n').toString();
  }

  private void write(Json json, int depth) {
    switch (json) {
      case Json.Text text -> text(text.value());
      case Json.Whole whole -> out.append(whole.value());
      case Json.Flag flag -> out.append(flag.value());
      case Json.Items items -> items(items, requireRoom(depth));
      case Json.Fields fields -> fields(fields, requireRoom(depth));
    }
  }

  /** Nothing is written that our own reader would refuse. */
  private static int requireRoom(int depth) {
    if (depth == Json.DEEPEST) {
      throw new IllegalArgumentException("JSON deeper than " + Json.DEEPEST + " levels");
    }
    return depth + 1;
  }

  private void items(Json.Items items, int depth) {
    out.append('[');
    for (Iterator<Json> rest = items.values().iterator(); rest.hasNext(); ) {
      line(depth);
      write(rest.next(), depth);
      separate(rest);
    }
    close(items.values().isEmpty(), ']', depth);
  }

  private void fields(Json.Fields fields, int depth) {
    out.append('{');
    Stream<Map.Entry<String, Json>> entries = fields.values().entrySet().stream();
    for (var rest = (forPeople ? entries : entries.sorted(BYTEWISE)).iterator(); rest.hasNext(); ) {
      line(depth);
      Map.Entry<String, Json> field = rest.next();
      text(field.getKey());
      out.append(forPeople ? ": " : ":");
      write(field.getValue(), depth);
      separate(rest);
    }
    close(fields.values().isEmpty(), '}', depth);
  }

  private void separate(Iterator<?> rest) {
    if (rest.hasNext()) {
      out.append(',');
    }
  }

  private void close(boolean empty, char bracket, int depth) {
    if (!empty) {
      line(depth - 1);
    }
    out.append(bracket);
  }

  private void line(int depth) {
    if (forPeople) {
      out.append('\n').repeat("  ", depth);
    }
  }

  private void text(String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      character(value.charAt(i));
    }
    out.append('"');
  }

  private void character(char unit) {
    switch (unit) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> {
        if (unit < ' ') {
          out.append(unit < 0x10 ? "\\u000" : "\\u00").append(Integer.toHexString(unit));
        } else {
          out.append(unit);
        }
      }
    }
  }
}
