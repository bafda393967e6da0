package homeward.language;

/**
 * A word, number or mark of the text.
 *
 * @param form small letters, repaired; digits are European and carry no thousands separator
 * @param kind what it is
 * @param capital whether it was written with a capital first letter
 */
record Token(String form, int start, int end, Kind kind, boolean capital) {
  enum Kind {
    WORD,
    NUMBER,
    DATE,
    MARK
  }

  boolean is(String other) {
    return form.equals(other);
  }

  boolean number() {
    return kind == Kind.NUMBER;
  }
}
