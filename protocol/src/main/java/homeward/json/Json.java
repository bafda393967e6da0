package homeward.json;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** A JSON value (RFC 8259) without null and without fractions; immutable. */
public sealed interface Json {
  /** The largest number that every JSON reader keeps exactly (RFC 8259, section 6): 2^53 - 1. */
  long LARGEST_WHOLE = (1L << 53) - 1;

  /** How many lists and objects may stand inside each other. */
  int DEEPEST = 32;

  /** Text of whole Unicode characters; a lone surrogate is an IllegalArgumentException, for it has no UTF-8 form. */
  record Text(String value) implements Json {
    public Text {
      value = Characters.whole(value);
    }
  }

  /** A whole number between -(2^53 - 1) and 2^53 - 1. */
  record Whole(long value) implements Json {
    public Whole {
      if (value > LARGEST_WHOLE || value < -LARGEST_WHOLE) {
        throw new IllegalArgumentException(value + " lies outside of plus or minus " + LARGEST_WHOLE);
      }
    }
  }

  /** true or false. */
  record Flag(boolean value) implements Json {}

  /** A list in its given order. */
  record Items(List<Json> values) implements Json {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** An object; remembers the order in which its fields came, which counts for {@link #pretty} only. */
  record Fields(SequencedMap<String, Json> values) implements Json {
    public Fields {
      values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
      values.keySet().forEach(Characters::whole);
    }
  }

  /** Text as JSON. */
  static Json of(String value) {
    return new Text(value);
  }

  /** A whole number as JSON. */
  static Json of(long value) {
    return new Whole(value);
  }

  /** True or false as JSON. */
  static Json of(boolean value) {
    return new Flag(value);
  }

  /** An object from name, value, name, value; a value is a Json, a String, a Long, an Integer or a Boolean. */
  static Json fields(Object... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("A name without a value: " + namesAndValues[namesAndValues.length - 1]);
    }
    SequencedMap<String, Json> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (values.put((String) namesAndValues[i], ofAny(namesAndValues[i + 1])) != null) {
        throw new IllegalArgumentException("The name " + namesAndValues[i] + " twice");
      }
    }
    return new Fields(values);
  }

  /** A list; each value is of a kind that {@link #fields} takes. */
  static Json items(Collection<?> values) {
    return new Items(values.stream().map(Json::ofAny).toList());
  }

  /**
   * The one signed form: UTF-8, names sorted by their UTF-8 bytes, no white space, only the escapes that RFC 8259
   * demands, in the short spelling where there is one and lower-case hexadecimal otherwise.
   */
  default byte[] canonical() {
    return JsonWriter.canonical(this);
  }

  /** For people: two spaces of indentation, fields in the order they came, a line end at the end. */
  default String pretty() {
    return JsonWriter.pretty(this);
  }

  private static Json ofAny(Object value) {
    return switch (value) {
      case Json json -> json;
      case String text -> new Text(text);
      case Long whole -> new Whole(whole);
      case Integer whole -> new Whole(whole);
      case Boolean flag -> new Flag(flag);
      default -> throw new IllegalArgumentException("No JSON for " + value.getClass());
    };
  }
}
