package homeward.json;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Values that hold no others. */
sealed interface PlainBinding extends Binding {
  /** A string. */
  record Text() implements PlainBinding {
    @Override
    public String wanted() {
      return "text";
    }

    @Override
    public Json write(Object value) {
      return Json.of((String) value);
    }

    @Override
    public void writeCanonical(Object value, JsonWriter out) {
      out.text(Characters.whole((String) value));
    }

    @Override
    public Object read(Json json) throws Malformed {
      if (json instanceof Json.Text(String value)) {
        return value;
      }
      throw unlike(json);
    }
  }

  /** A long. */
  record LongNumber() implements PlainBinding {
    @Override
    public String wanted() {
      return "a whole number";
    }

    @Override
    public Json write(Object value) {
      return Json.of((long) value);
    }

    @Override
    public Object read(Json json) throws Malformed {
      if (json instanceof Json.Whole(long value)) {
        return value;
      }
      throw unlike(json);
    }
  }

  /** An int. */
  record IntNumber() implements PlainBinding {
    @Override
    public String wanted() {
      return "a whole number";
    }

    @Override
    public Json write(Object value) {
      return Json.of((int) value);
    }

    @Override
    public Object read(Json json) throws Malformed {
      if (json instanceof Json.Whole(long value)) {
        if (value != (int) value) {
          throw new Malformed("", "expected a whole number between " + Integer.MIN_VALUE + " and " + Integer.MAX_VALUE);
        }
        return (int) value;
      }
      throw unlike(json);
    }
  }

  /** A boolean. */
  record Flag() implements PlainBinding {
    @Override
    public String wanted() {
      return "true or false";
    }

    @Override
    public Json write(Object value) {
      return Json.of((boolean) value);
    }

    @Override
    public Object read(Json json) throws Malformed {
      if (json instanceof Json.Flag(boolean value)) {
        return value;
      }
      throw unlike(json);
    }
  }

  /** Json kept as it is. */
  record Any() implements PlainBinding {
    @Override
    public String wanted() {
      return "any value";
    }

    @Override
    public Json write(Object value) {
      return (Json) value;
    }

    @Override
    public Object read(Json json) {
      return json;
    }
  }

  /** The constants of an enum by their names. */
  record OneOf(Class<?> type) implements PlainBinding {
    @Override
    public String wanted() {
      return "one of "
          + Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>) c).name()).collect(Collectors.joining(", "));
    }

    @Override
    public Json write(Object value) {
      return Json.of(((Enum<?>) value).name());
    }

    @Override
    public void writeCanonical(Object value, JsonWriter out) {
      out.text(((Enum<?>) value).name());
    }

    @Override
    public Object read(Json json) throws Malformed {
      if (!(json instanceof Json.Text(String name))) {
        throw unlike(json);
      }
      for (Object constant : type.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(name)) {
          return constant;
        }
      }
      throw new Malformed("", "expected " + wanted() + ", found \"" + Characters.shown(name) + "\"");
    }
  }
}
