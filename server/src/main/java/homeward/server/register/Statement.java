package homeward.server.register;

import homeward.register.Column;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one source said of one person at one time.
 *
 * @param version of the person's file that it made
 * @param said by field; an empty text says that nothing is known
 */
public record Statement(long version, Map<Column, String> said, Source source) {
  public Statement {
    said = Map.copyOf(said);
  }

  /**
   * Who said it.
   *
   * @param informant whose words they are, as written down: a person, a letter, an authority's list
   * @param account who wrote it down
   * @param at when it was written down, epoch ms
   * @param file the file and row, when it came from one
   */
  public record Source(Standing standing, String informant, String account, long at, Optional<FileRow> file) {}

  /** A row of a file that was brought. */
  public record FileRow(long file, String name, int row) {}

  /** What kind of source it is, the one that weighs most first. */
  public enum Standing {
    /** A document that was seen: a capture card, a military book, a passport. */
    DOCUMENT,
    /** The person's own words. */
    OWN_WORDS,
    /** A list or letter of an authority. */
    LIST,
    /** Somebody else's report: a relative, a comrade, the press. */
    REPORT
  }

  /** Without the fields that are not among these. */
  Statement only(Iterable<Column> columns) {
    Map<Column, String> kept = new EnumMap<>(Column.class);
    for (Column column : columns) {
      if (said.containsKey(column)) {
        kept.put(column, said.getOrDefault(column, ""));
      }
    }
    return new Statement(version, kept, source);
  }
}
