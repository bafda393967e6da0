package homeward.reasons;

import homeward.problem.Person;
import homeward.problem.Plan;
import homeward.problem.Sentence.Form;
import homeward.problem.Sentence;
import homeward.tranches.Planned;
import java.util.List;
import java.util.Optional;

/** Why somebody cannot go at all. */
record Unable(Otherwise otherwise) {
  Why why(Person person) {
    List<Person> holding = otherwise.problem().people().stream().filter(other -> other.cannotGo().isPresent())
        .filter(other -> other.ref().equals(person.ref()) || (other.group().isPresent() && other.group().equals(person.group()))).toList();
    List<Sentence> words = holding.stream().map(other -> Sentence.of(
        other.ref().equals(person.ref()) ? Form.CANNOT : Form.GROUP_CANNOT, other.cannotGo().orElseThrow(), other.ref(), person.ref())).toList();
    Change able = new Change(holding.stream().<Change.Part>map(other -> new Change.Part.Able(other.ref())).toList());
    Why.Standing standing = person.cannotGo().isPresent() ? Why.Standing.CANNOT_GO : Why.Standing.GROUP_CANNOT_GO;
    Supposed supposed = otherwise.after(able);
    Optional<Change> change = otherwise.plan(supposed) instanceof Planned.Made(Plan then)
        ? then.days().containsKey(person.ref()) ? Optional.of(able)
            : new Reasons(new Otherwise(otherwise.asked().with(supposed.problem()), then, supposed.setting())).why(person.ref()).change().map(able::and)
        : Optional.empty();
    return new Why(person.ref(), standing, Optional.empty(), words, change);
  }
}
