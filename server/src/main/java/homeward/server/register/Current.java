package homeward.server.register;

import homeward.register.Column;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Picks the current view from statements that may contradict each other: field by field the source of the higher standing counts, and of
 * two with the same standing the later one. Nothing is averaged and nothing is guessed; whoever disagrees adds a statement.
 */
final class Current {
  private Current() {}

  /** What counts for each field that anybody spoke of, in statements up to a version. */
  static Map<Column, Statement> picked(List<Statement> statements, long upTo) {
    Map<Column, Statement> picked = new EnumMap<>(Column.class);
    for (Statement statement : statements) {
      if (statement.version() <= upTo) {
        statement.said().keySet().forEach(column -> picked.merge(column, statement, Current::stronger));
      }
    }
    return picked;
  }

  private static Statement stronger(Statement one, Statement other) {
    int standing = one.source().standing().compareTo(other.source().standing());
    if (standing != 0) {
      return standing < 0 ? one : other;
    }
    return one.version() > other.version() ? one : other;
  }

  /** The texts that count, without the empty ones. */
  static Map<Column, String> view(List<Statement> statements, long upTo) {
    Map<Column, String> view = new EnumMap<>(Column.class);
    picked(statements, upTo).forEach((column, statement) -> {
      String text = statement.said().getOrDefault(column, "");
      if (!text.isEmpty()) {
        view.put(column, text);
      }
    });
    return view;
  }

  static Map<Column, String> view(List<Statement> statements) {
    return view(statements, Long.MAX_VALUE);
  }

  /** The fields in which two views differ. */
  static Set<Column> differing(Map<Column, String> one, Map<Column, String> other) {
    return Arrays.stream(Column.values())
        .filter(column -> !one.getOrDefault(column, "").equals(other.getOrDefault(column, "")))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Column.class)));
  }

  /** In which version each group of fields last changed its current view; groups that never had one are left out. */
  static Map<Group, Long> changed(Map<Group, Long> before, Map<Column, String> from, Map<Column, String> to, long version) {
    Map<Group, Long> changed = new TreeMap<>(before);
    differing(from, to).forEach(column -> changed.put(Group.of(column), version));
    return new HashMap<>(changed);
  }
}
