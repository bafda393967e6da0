package homeward.recognition;

import homeward.matching.Decision;
import homeward.matching.Progress;
import homeward.register.Duplicates;
import homeward.register.Person;
import homeward.register.Person.Status;
import homeward.values.Lexicon;
import homeward.values.Rows;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * What may be answered about somebody whom the other side offers, beside the one whom this side seeks. A person decides. Nobody is
 * refused for being unknown: many who come home were never confirmed by anybody.
 *
 * <p>Who repeats whom on one list is told by the plain exact rule of {@link Duplicates}, since a repeat is not accepted; who is sought
 * by the engine, since whoever it does not find is accepted all the same.
 *
 * @param sought whom this side seeks, when that is known
 */
public record Suggestion(Why why, Optional<Person> sought) {

  /** The reason. */
  public enum Why {
    /** Nothing speaks against accepting. */
    ACCEPT,
    /** An earlier row of the list is the same person. */
    REPEATED,
    /** This side knows the person to be exchanged, released or dead. */
    KNOWN_GONE,
    /** This side names another category. */
    CATEGORY_DIFFERS
  }

  /**
   * One suggestion for every row offered, by its id, in the order of the list: whom the engine proposes as a match is known. Rows of one
   * file that repeat an earlier one are left out on either side before anybody is compared.
   */
  public static SequencedMap<String, Suggestion> of(List<Person> sought, List<Person> offered) {
    Set<String> repeats = repeats(offered);
    Map<String, Person> known = known(once(sought, repeats(sought)), once(offered, repeats));
    SequencedMap<String, Suggestion> suggestions = new LinkedHashMap<>();
    for (Person person : offered) {
      Optional<Person> whom = Optional.ofNullable(known.get(person.id()));
      suggestions.put(person.id(), repeats.contains(person.id()) ? new Suggestion(Why.REPEATED, whom) : about(person.category(), whom));
    }
    return suggestions;
  }

  /** The ids of rows that repeat an earlier row of the same list. */
  public static Set<String> repeats(List<Person> people) {
    Set<String> repeats = new HashSet<>();
    Duplicates.within(people).forEach(group -> group.repeats().forEach(person -> repeats.add(person.id())));
    return repeats;
  }

  private static Suggestion about(String category, Optional<Person> sought) {
    return new Suggestion(sought.map(whom -> why(category, whom.status(), whom.category())).orElse(Why.ACCEPT), sought);
  }

  /**
   * About somebody offered in a category who repeats nobody and whom this side seeks.
   *
   * @param status what this side knows became of the person
   * @param category in which this side has the person; empty when it does not say
   */
  public static Why why(String offered, Status status, String category) {
    boolean gone =
        switch (status) {
          case EXCHANGED, RELEASED, DIED -> true;
          case HELD, SOUGHT, MISSING, NOT_GIVEN -> false;
        };
    boolean differs = !category.isEmpty() && !category.equals(offered);
    return gone ? Why.KNOWN_GONE : differs ? Why.CATEGORY_DIFFERS : Why.ACCEPT;
  }

  private static List<Person> once(List<Person> people, Set<String> repeats) {
    return people.stream().filter(person -> !repeats.contains(person.id())).toList();
  }

  private static Map<String, Person> known(List<Person> sought, List<Person> offered) {
    Lexicon lexicon = Comparison.lexicon();
    Map<String, Person> byId = new HashMap<>();
    sought.forEach(person -> byId.put(person.id(), person));
    Map<String, Person> known = new HashMap<>();
    Comparison.of(rows(lexicon, sought), rows(lexicon, offered), Optional.empty(), 1, Progress.SILENT)
        .ifPresent(comparison -> comparison.each(pair -> Optional.ofNullable(byId.get(pair.one()))
            .filter(whom -> pair.decision() == Decision.MATCH)
            .ifPresent(whom -> known.put(pair.other(), whom))));
    return known;
  }

  private static Rows rows(Lexicon lexicon, List<Person> people) {
    Rows rows = new Rows(lexicon);
    people.forEach(person -> rows.put(person.id(), Cells.of(person)));
    return rows;
  }
}
