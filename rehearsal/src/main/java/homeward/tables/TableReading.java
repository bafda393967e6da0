package homeward.tables;

import java.util.List;

/** What came of reading a table. */
public sealed interface TableReading {
  /**
   * It was read into the rows that were given.
   *
   * @param rows how many
   * @param notices sentences for whoever brought the file: columns left out or missing, values that say nothing
   */
  record Read(int rows, List<String> notices) implements TableReading {
    public Read {
      notices = List.copyOf(notices);
    }
  }

  /**
   * It was not.
   *
   * @param reason which kind of mistake
   * @param cure a sentence: where it is and how to mend it
   */
  record Refused(Reason reason, String cure) implements TableReading {}

  /** The kinds of mistake; programs match these, never the sentence. */
  enum Reason {
    /** There is no such file, or it cannot be opened. */
    NOT_READABLE,
    /** Bytes that are not UTF-8. */
    NOT_UTF_8,
    /** No header. */
    EMPTY,
    /** The header lacks the id, has none of the columns, or has one twice. */
    COLUMNS,
    /** Quotes that do not close, rows of another length, a field without end. */
    BROKEN_CSV,
    /** A row without an id, or with one that an earlier row has. */
    ID
  }
}
