package homeward.reasons;

import homeward.problem.Person;
import homeward.problem.Sentence.Form;
import homeward.problem.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why somebody goes, or does not.
 *
 * @param decidedBy the wish that decided, where one did
 * @param sentences the reasons
 * @param change what would have to change, so that somebody who does not go goes; empty for whoever goes
 */
public record Why(String ref, Standing standing, Optional<String> decidedBy, List<Sentence> sentences, Optional<Change> change) {
  /** How somebody stands to a plan. */
  public enum Standing {
    NAMED, PUT_IN, TAKEN, TAKEN_BY_LOT, NOT_TAKEN, NOT_TAKEN_BY_LOT, CANNOT_BE_FETCHED, TAKEN_OUT, CANNOT_GO, GROUP_CANNOT_GO, UNKNOWN
  }

  /** Whether this person goes. */
  public boolean goes() {
    return switch (standing) {
      case NAMED, PUT_IN, TAKEN, TAKEN_BY_LOT -> true;
      case NOT_TAKEN, NOT_TAKEN_BY_LOT, CANNOT_BE_FETCHED, TAKEN_OUT, CANNOT_GO, GROUP_CANNOT_GO, UNKNOWN -> false;
    };
  }

  /** A plan that is not proven may be bettered by the very change that is asked about; then nothing decided but the end of patience. */
  static Why bettered(Person person, Why.Standing standing, Price price) {
    return new Why(person.ref(), standing, Optional.empty(),
        joined(Sentence.of(Form.BETTER_OTHERWISE), price.sentences()), Optional.empty());
  }

  static Why undecided(Person person, Why.Standing standing) {
    return new Why(person.ref(), standing, Optional.empty(), List.of(Sentence.of(Form.NOT_WORKED_OUT)), Optional.empty());
  }

  static List<Sentence> joined(Sentence first, List<Sentence> others) {
    List<Sentence> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return List.copyOf(all);
  }
}
