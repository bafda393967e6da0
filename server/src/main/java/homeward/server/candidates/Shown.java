package homeward.server.candidates;

import homeward.register.Column;
import java.util.Map;

/**
 * A pair with both of its records, as far as the viewer may see them.
 *
 * @param near whether another candidate is so near that the weights cannot tell them apart
 */
public record Shown(Candidate candidate, Side one, Side other, boolean near) {

  /**
   * A record.
   *
   * @param record code of a person, or a reference
   * @param version as it is now; 0 when it is not here any more
   */
  public record Side(String record, long version, Map<Column, String> texts) {
    static Side gone(String record) {
      return new Side(record, 0, Map.of());
    }

    /** The text of a field by its header's name, or empty. */
    public String text(String header) {
      return Column.of(header).map(column -> texts.getOrDefault(column, "")).orElse("");
    }

    /** Surname, given name and patronymic, as far as they are known. */
    public String name() {
      return String.join(" ", text("surname"), text("given_name"), text("patronymic")).strip().replaceAll(" +", " ");
    }
  }

  /** The record that is not this one. */
  public Side beside(String record) {
    return candidate.one().equals(record) ? other : one;
  }

  /** Whether one of the records is no longer what was compared. */
  public boolean stale() {
    return (one.version() > 0 && one.version() != candidate.oneVersion()) || (other.version() > 0 && other.version() != candidate.otherVersion());
  }
}
