package homeward.server.register;

import homeward.register.Column;
import java.util.List;
import java.util.Map;

/**
 * A page of people who were found.
 *
 * @param count how many were found altogether
 * @param before whether somebody stands before the first of these
 * @param after whether somebody stands after the last of these
 */
public record Found(List<Row> rows, long count, boolean before, boolean after) {
  public Found {
    rows = List.copyOf(rows);
  }

  /**
   * One person, with the fields that the viewer may see.
   *
   * @param code the opaque code
   */
  public record Row(String code, long version, Map<Column, String> shown) {
    /** The text of a field by its header's name, or empty. */
    public String text(String header) {
      return Column.of(header).map(column -> shown.getOrDefault(column, "")).orElse("");
    }
  }

  /** By what a list is sorted. */
  public enum Sort { NAME, BIRTH, STATUS, CATEGORY }

  /**
   * Which page of a list is meant.
   *
   * @param sort by what it is sorted
   * @param descending from the last to the first
   * @param from the code of the person it begins behind, or ends before; empty for the first page
   * @param backwards whether it ends before that person
   */
  public record Place(Sort sort, boolean descending, String from, boolean backwards) {
    /** The first page by name. */
    public static Place first() {
      return new Place(Sort.NAME, false, "", false);
    }
  }
}
