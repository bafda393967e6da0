package homeward.reasons;

import homeward.problem.Person;
import homeward.problem.Plan;
import homeward.problem.Sentence.Form;
import homeward.problem.Sentence;
import homeward.problem.Wish;
import homeward.tranches.Clash;
import homeward.tranches.Planned;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Why somebody who could go does not, and what would have to change. */
record Staying(Otherwise otherwise) {
  private static final int MOST_MONTHS = 1_200;

  Why why(Person person) {
    if (otherwise.setting().out().contains(person.ref())) {
      Change change = new Change(List.of(new Change.Part.Eased(Clash.Kind.OUT, person.ref(), person.site(), ""),
          new Change.Part.Named(person.ref())));
      return new Why(person.ref(), Why.Standing.TAKEN_OUT, Optional.empty(), List.of(Sentence.of(Form.WAS_TAKEN_OUT, person.ref())), Optional.of(change));
    }
    return switch (otherwise.pinned(person, true)) {
      case Price.Asked.NoPlan(Planned.Impossible(List<Clash.Rule> rules)) -> new Why(person.ref(), Why.Standing.CANNOT_BE_FETCHED,
          Optional.empty(), rules.stream().filter(rule -> rule.kind() != Clash.Kind.IN).map(Clash.Rule::sentence).toList(), new Easing(otherwise).until(person, rules));
      case Price.Asked.NoPlan(Planned other) -> Why.undecided(person, Why.Standing.NOT_TAKEN);
      case Price.Asked.Told(Price price, Plan other) when price.withoutSites().better() -> Why.bettered(person, Why.Standing.NOT_TAKEN, price);
      case Price.Asked.Told(Price price, Plan other) -> price.withoutSites().decisive()
          .map(line -> worse(person, price, line))
          .orElseGet(() -> byLot(person, other));
    };
  }

  private Why worse(Person person, Price price, Price.Line line) {
    List<Sentence> words = new ArrayList<>(Why.joined(Sentence.of(Form.WORSE_WITH, person.ref()), price.sentences()));
    cutOff(person, line.wish()).ifPresent(words::add);
    return new Why(person.ref(), Why.Standing.NOT_TAKEN, Optional.of(line.wish()), List.copyOf(words), Optional.of(needed(person, line)));
  }

  private Change needed(Person person, Price.Line line) {
    if (line.wish().equals(Wish.Kind.LONGEST_HELD.name())) {
      Wish wish = otherwise.asked().policy().order().stream().filter(each -> each.wish() == Wish.Kind.LONGEST_HELD).findFirst().orElseThrow();
      long steps = wish.steps(person.heldMonths()) + line.before() - line.after() + 1;
      long months = steps * wish.months().orElse(3);
      if (months <= MOST_MONTHS) {
        return new Change(List.of(new Change.Part.HeldAtLeast(person.ref(), Math.toIntExact(months))));
      }
    }
    return new Change(List.of(new Change.Part.Named(person.ref())));
  }

  /** Where the line runs among those of the same site and category, for the wish that decided by time held. */
  private Optional<Sentence> cutOff(Person person, String wish) {
    if (!wish.equals(Wish.Kind.LONGEST_HELD.name())) {
      return Optional.empty();
    }
    Map<String, Person> people = otherwise.problem().byRef();
    return otherwise.plan().days().keySet().stream().map(people::get)
        .filter(other -> other != null && !other.named() && other.site().equals(person.site()) && other.category().equals(person.category()))
        .filter(other -> other.health() == person.health() && other.vulnerable() == person.vulnerable())
        .min(Comparator.comparingInt(Person::heldMonths).thenComparingInt(Person::lot))
        .map(last -> Sentence.of(Form.LAST_TAKEN, person.category(), person.site(), last.heldMonths(), person.ref(), person.heldMonths()));
  }

  /** Nobody is worth more than this person: only the lot, or that the plan which stands is kept, was against it. */
  private Why byLot(Person person, Plan with) {
    Map<String, Person> people = otherwise.problem().byRef();
    Optional<Person> first = otherwise.plan().days().keySet().stream().filter(ref -> !with.days().containsKey(ref)).map(people::get)
        .filter(Objects::nonNull).min(Comparator.comparingInt(Person::lot));
    Change.Part part = first.<Change.Part>map(other -> new Change.Part.LotBefore(person.ref(), other.ref(), other.lot()))
        .orElseGet(() -> new Change.Part.Named(person.ref()));
    Sentence words = first.map(other -> Sentence.of(Form.LOT_LEFT_FOR, person.ref(), person.lot(), other.ref(), other.lot()))
        .orElseGet(() -> Sentence.of(Form.LOT_LEFT, person.ref(), person.lot()));
    return new Why(person.ref(), Why.Standing.NOT_TAKEN_BY_LOT, Optional.empty(), List.of(words), Optional.of(new Change(List.of(part))));
  }
}
