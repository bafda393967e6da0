package homeward.json;

/** A JSON value. */
public sealed interface Json {
  /** null. */
  record Nothing() implements Json {}
}
