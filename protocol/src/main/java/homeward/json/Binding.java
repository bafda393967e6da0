package homeward.json;

/** How values of one Java type are written and read. */
interface Binding {
  /** What to write in its place, for a person: "text", "a whole number". */
  String wanted();

  Json write(Object value);

  /** Writes the canonical form; the same as that of {@link #write}, which has an object for each value on the way. */
  default void writeCanonical(Object value, JsonWriter out) {
    out.write(write(value));
  }

  Object read(Json json) throws Malformed;

  /** The finding that something else stands there. */
  default Malformed unlike(Json found) {
    return new Malformed("", "expected " + wanted() + ", found " + kind(found));
  }

  private static String kind(Json json) {
    return switch (json) {
      case Json.Text _ -> "text";
      case Json.Whole _ -> "a whole number";
      case Json.Flag _ -> "true or false";
      case Json.Items _ -> "a list";
      case Json.Fields _ -> "an object";
    };
  }
}
