package homeward.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of one file that are surely one person entered twice.
 *
 * <p>Among the rows of one identity (equal normal surname and given name, equal full birth date):
 * when they give at most one patronymic between them, they are all one person; when they give two or more, the rows with
 * the same patronymic are one person, and a row without a patronymic is nobody's repeat, because it could be either's.
 * The row that comes first in the file stands, the others repeat it. Ids, categories and everything else are not
 * compared: one person entered as two categories is one person.
 */
public final class Duplicates {
  private Duplicates() {}

  /**
   * One person with several rows.
   *
   * @param first the row that stands
   * @param repeats the later rows, at least one, in file order
   */
  public record Group(Person first, List<Person> repeats) {
    public Group {
      repeats = List.copyOf(repeats);
    }
  }

  /** The people with more than one row, in the order in which their names first appear in the file. */
  public static List<Group> within(List<Person> people) {
    return groups(entrants(people));
  }

  static List<Group> groups(Map<Identity, List<Entrant>> entrants) {
    return entrants.values().stream()
        .flatMap(List::stream)
        .filter(entrant -> !entrant.repeats().isEmpty())
        .map(entrant -> new Group(entrant.first(), entrant.repeats()))
        .toList();
  }

  /** One person with all their rows; the patronymic is in normal form, empty when no row gives one. */
  record Entrant(Person first, List<Person> repeats, String patronymic) {
    boolean hasPatronymic() {
      return !patronymic.isEmpty();
    }

    private static Entrant of(List<Person> rows, String patronymic) {
      return new Entrant(rows.getFirst(), rows.subList(1, rows.size()), patronymic);
    }
  }

  /** The people of a file that have an identity, each once. */
  static Map<Identity, List<Entrant>> entrants(List<Person> people) {
    Map<Identity, List<Person>> rows = new LinkedHashMap<>();
    for (Person person : people) {
      Identity.of(person).ifPresent(identity -> rows.computeIfAbsent(identity, any -> new ArrayList<>(1)).add(person));
    }
    Map<Identity, List<Entrant>> entrants = new LinkedHashMap<>();
    rows.forEach((identity, same) -> entrants.put(identity, part(same)));
    return entrants;
  }

  private static List<Entrant> part(List<Person> rows) {
    Map<String, List<Person>> byPatronymic = new LinkedHashMap<>();
    for (Person row : rows) {
      byPatronymic.computeIfAbsent(Identity.patronymic(row), any -> new ArrayList<>(1)).add(row);
    }
    List<Person> without = byPatronymic.getOrDefault("", List.of());
    byPatronymic.remove("");
    if (byPatronymic.size() <= 1) {
      return List.of(Entrant.of(rows, byPatronymic.keySet().stream().findFirst().orElse("")));
    }
    List<Entrant> parted = new ArrayList<>();
    byPatronymic.forEach((patronymic, same) -> parted.add(Entrant.of(same, patronymic)));
    without.forEach(row -> parted.add(Entrant.of(List.of(row), "")));
    return parted;
  }
}
