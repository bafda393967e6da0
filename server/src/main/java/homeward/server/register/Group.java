package homeward.server.register;

import homeward.register.Column;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Fields of a person's file that are seen, and cleared to leave the bureau, together. */
public enum Group {
  NAME(Right.PERSON_NAME, Column.ID, Column.SURNAME, Column.GIVEN_NAME, Column.PATRONYMIC),
  BIRTH(Right.PERSON_BIRTH, Column.BIRTH_DATE, Column.SEX, Column.BIRTH_PLACE),
  SERVICE(Right.PERSON_SERVICE, Column.RANK, Column.UNIT, Column.SERVICE_NUMBER, Column.POWER_OF_ORIGIN),
  FAMILY(Right.PERSON_FAMILY, Column.FATHER_GIVEN_NAME, Column.MOTHER_MAIDEN_NAME),
  CAPTIVITY(Right.PERSON_CAPTIVITY, Column.CAPTURE_PLACE, Column.CAPTURE_DATE, Column.SEEN_PLACE, Column.SEEN_DATE, Column.CATEGORY, Column.STATUS),
  HEALTH(Right.PERSON_HEALTH, Column.HEALTH),
  REMARKS(Right.PERSON_REMARKS, Column.REMARKS);

  private final Right right;
  @SuppressWarnings("ImmutableEnumChecker") // List.of does not change
  private final List<Column> columns;

  Group(Right right, Column... columns) {
    this.right = right;
    this.columns = List.of(columns);
  }

  /** What it takes to see these fields. */
  public Right right() {
    return right;
  }

  /** The fields, in the order of files. */
  public List<Column> columns() {
    return columns;
  }

  /** As it stands in the database, in forms and in keys of messages. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The group of a field. */
  public static Group of(Column column) {
    return Arrays.stream(values()).filter(group -> group.columns.contains(column)).findFirst().orElseThrow();
  }

  /** The groups that somebody may see. */
  public static Set<Group> seenBy(Viewer viewer) {
    EnumSet<Group> seen = EnumSet.noneOf(Group.class);
    Arrays.stream(values()).filter(group -> viewer.may(group.right)).forEach(seen::add);
    return seen;
  }

  /** The fields that somebody may see. */
  static Set<Column> columnsFor(Viewer viewer) {
    EnumSet<Column> columns = EnumSet.noneOf(Column.class);
    seenBy(viewer).forEach(group -> columns.addAll(group.columns));
    return columns;
  }

  /** The rights that a read of these groups uses. */
  static SortedSet<Right> rights(Set<Group> groups) {
    TreeSet<Right> rights = new TreeSet<>();
    groups.forEach(group -> rights.add(group.right));
    return rights;
  }
}
