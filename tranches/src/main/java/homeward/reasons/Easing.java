package homeward.reasons;

import homeward.problem.Day;
import homeward.problem.Person;
import homeward.tranches.Clash;
import homeward.tranches.Planned;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which rules would have to give, so that somebody who cannot be fetched can be. */
record Easing(Otherwise otherwise) {
  private static final int MOST_PARTS = 12;

  /** Eases the rules that stand against somebody, those first that the side itself can ease, until there is a plan. */
  Optional<Change> until(Person person, List<Clash.Rule> rules) {
    Change change = new Change(List.of(new Change.Part.Named(person.ref())));
    List<Clash.Rule> against = rules;
    for (int round = 0; round < MOST_PARTS; round++) {
      Optional<Clash.Rule> next = against.stream().filter(rule -> !rule.about().equals(person.ref()))
          .min(Comparator.comparingInt((Clash.Rule rule) -> cost(rule, person)));
      if (next.isEmpty()) {
        return Optional.empty();
      }
      change = change.and(new Change(List.of(Change.Part.Eased.of(next.get()))));
      switch (otherwise.plan(otherwise.after(change))) {
        case Planned.Made _ -> {
          return Optional.of(change);
        }
        case Planned.Impossible(List<Clash.Rule> others) -> against = others;
        case Planned.Refused _, Planned.NotFound _, Planned.Cancelled _ -> {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private int cost(Clash.Rule rule, Person person) {
    boolean called = otherwise.problem().days().stream().filter(day -> day.day().equals(rule.day()))
        .anyMatch((Day day) -> day.returns().getOrDefault(person.category(), 0) > 0 || day.takesAllOf(person.category()));
    return switch (rule.kind()) {
      case FIXED -> called ? 0 : 8;
      case CLOSED -> called ? 1 : 8;
      case GUARDS -> 2;
      case ROUTE, VEHICLES, SITES -> 3;
      case OUT, IN -> 4;
      case NAMED -> 5;
      case QUOTA -> called ? 6 : 9;
      case GROUPS -> 7;
    };
  }
}
