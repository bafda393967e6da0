package homeward.server.register;

import homeward.register.Column;
import homeward.register.PeopleFile;
import homeward.register.PeopleFile.Kind;
import homeward.register.Person;
import homeward.register.Reading;
import homeward.server.delegations.Viewer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One person's file: the current view and everything that was said, as far as the viewer may see.
 *
 * @param code the opaque code by which the person is known elsewhere
 * @param version how many statements there are; a change names the version it was made from
 * @param shown the current view, without empty fields
 * @param changed in which version each group of fields last changed
 * @param statements the oldest first
 * @param seen the groups that the viewer may see; of the others nothing is here
 */
public record PersonFile(
    String code,
    Kind register,
    long version,
    Map<Column, String> shown,
    Map<Group, Long> changed,
    List<Statement> statements,
    Set<Group> seen) {

  /** What another room knows beside a person's file. */
  public interface Beside {
    /** What it is called on the page. */
    String name();

    /** What stands beside the file, if anything may be seen. */
    Optional<?> of(Viewer by, PersonFile file);
  }

  /** The text of a field by its header's name, or empty. */
  public String text(String header) {
    return Column.of(header).map(column -> shown.getOrDefault(column, "")).orElse("");
  }

  /** As a row of a file, under the code; the register keeps these texts in the form in which files have them, so they read back. */
  public Person person() {
    return person(code, shown, register);
  }

  /** Some fields of somebody as a row of a file. */
  public static Person person(String code, Map<Column, String> fields, Kind register) {
    Map<Column, String> cells = new EnumMap<>(Column.class);
    cells.putAll(fields);
    cells.put(Column.ID, code);
    return switch (PeopleFile.check(cells, register)) {
      case Reading.Read read -> read.people().getFirst();
      case Reading.Refused refused -> throw new IllegalStateException("the register keeps what cannot be read");
    };
  }

  /** The statement that counts for a field. */
  public Statement source(Column column) {
    return Objects.requireNonNull(Current.picked(statements, version).get(column));
  }

  /** What others said of a field that does not count, the latest first. */
  public List<Statement> otherwise(Column column) {
    String counts = shown.getOrDefault(column, "");
    return statements.reversed().stream()
        .filter(statement -> statement.said().containsKey(column) && !counts.equals(statement.said().getOrDefault(column, "")))
        .toList();
  }

  PersonFile seenBy(Set<Group> groups, Set<Column> columns) {
    Map<Column, String> visible = new EnumMap<>(Column.class);
    visible.putAll(shown);
    visible.keySet().retainAll(columns);
    return new PersonFile(code, register, version, visible, changed,
        statements.stream().map(statement -> statement.only(columns)).toList(), groups);
  }
}
