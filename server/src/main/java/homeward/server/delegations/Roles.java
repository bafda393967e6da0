package homeward.server.delegations;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which role may do what: the table {@code roles.csv}, a row a right, a column a role, an x where it may. */
public final class Roles {
  private final Map<Role, SortedSet<Right>> rights;

  private Roles(Map<Role, SortedSet<Right>> rights) {
    this.rights = rights;
  }

  /**
   * The table that stands beside this class.
   *
   * @throws IllegalStateException when a right has no row, or a row is of no right
   */
  public static Roles table() {
    Map<Role, SortedSet<Right>> rights = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      rights.put(role, new TreeSet<>());
    }
    EnumSet<Right> without = EnumSet.allOf(Right.class);
    try (var in = Objects.requireNonNull(Roles.class.getResourceAsStream("roles.csv"), "roles.csv stands beside this class");
        var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : rows) {
        Right right = Right.of(row.getField("what"))
            .orElseThrow(() -> new IllegalStateException("roles.csv has a row of no right: " + row.getField("what")));
        without.remove(right);
        for (Role role : Role.values()) {
          if (row.getField(role.code()).equals("x")) {
            Objects.requireNonNull(rights.get(role)).add(right);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!without.isEmpty()) {
      throw new IllegalStateException("roles.csv has no row for " + without);
    }
    return new Roles(rights);
  }

  /** What these duties allow together. */
  public SortedSet<Right> of(Iterable<Role> roles) {
    TreeSet<Right> all = new TreeSet<>();
    for (Role role : roles) {
      all.addAll(Objects.requireNonNull(rights.get(role)));
    }
    return all;
  }
}
