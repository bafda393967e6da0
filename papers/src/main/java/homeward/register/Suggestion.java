package homeward.register;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * What the plain rule ({@link Joins}) suggests to answer about somebody whom the other side offers, beside the one whom this side
 * seeks. A person decides. Nobody is refused for being unknown: many who come home were never confirmed by anybody.
 *
 * @param sought whom this side seeks, when the rule finds who it is
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

  /** One suggestion for every row offered, by its id, in the order of the list. */
  public static SequencedMap<String, Suggestion> of(List<Person> sought, List<Person> offered) {
    Joins joins = Joins.exact(sought, offered);
    Set<String> repeats = new HashSet<>();
    joins.heldTwice().forEach(group -> group.repeats().forEach(person -> repeats.add(person.id())));
    Map<String, Person> known = new HashMap<>();
    joins.joined().forEach(joined -> known.put(joined.held().id(), joined.sought()));
    SequencedMap<String, Suggestion> suggestions = new LinkedHashMap<>();
    for (Person person : offered) {
      Optional<Person> whom = Optional.ofNullable(known.get(person.id()));
      Why why = repeats.contains(person.id()) ? Why.REPEATED : whom.map(ours -> why(person, ours)).orElse(Why.ACCEPT);
      suggestions.put(person.id(), new Suggestion(why, whom));
    }
    return suggestions;
  }

  private static Why why(Person offered, Person sought) {
    boolean gone =
        switch (sought.captivity().status()) {
          case EXCHANGED, RELEASED, DIED -> true;
          case HELD, SOUGHT, MISSING, NOT_GIVEN -> false;
        };
    boolean differs = !sought.category().isEmpty() && !sought.category().equals(offered.category());
    return gone ? Why.KNOWN_GONE : differs ? Why.CATEGORY_DIFFERS : Why.ACCEPT;
  }
}
