package homeward.reasons;

import homeward.problem.Person;
import homeward.problem.Plan;
import homeward.problem.Sentence.Form;
import homeward.problem.Sentence;
import homeward.tranches.Clash;
import homeward.tranches.Planned;
import java.util.List;
import java.util.Optional;

/** Why somebody goes. */
record Going(Otherwise otherwise) {
  Why why(Person person) {
    Optional<Why.Standing> told = person.named() ? Optional.of(Why.Standing.NAMED)
        : otherwise.setting().in().contains(person.ref()) ? Optional.of(Why.Standing.PUT_IN) : Optional.empty();
    if (told.isPresent()) {
      Form how = told.get() == Why.Standing.NAMED ? Form.IS_NAMED : Form.WAS_PUT_IN;
      return new Why(person.ref(), told.get(), Optional.empty(), List.of(Sentence.of(how, person.ref())), Optional.empty());
    }
    return switch (otherwise.pinned(person, false)) {
      case Price.Asked.NoPlan(Planned.Impossible(List<Clash.Rule> rules)) -> new Why(person.ref(), Why.Standing.TAKEN, Optional.empty(),
          Why.joined(Sentence.of(Form.NO_PLAN_WITHOUT, person.ref()), rules.stream().map(Clash.Rule::sentence).toList()), Optional.empty());
      case Price.Asked.NoPlan(Planned other) -> Why.undecided(person, Why.Standing.TAKEN);
      case Price.Asked.Told(Price price, Plan other) when price.withoutSites().better() -> Why.bettered(person, Why.Standing.TAKEN, price);
      case Price.Asked.Told(Price price, Plan other) -> price.withoutSites().decisive()
          .map(line -> new Why(person.ref(), Why.Standing.TAKEN, Optional.of(line.wish()),
              Why.joined(Sentence.of(Form.WORSE_WITHOUT, person.ref()), price.sentences()), Optional.empty()))
          .orElseGet(() -> new Why(person.ref(), Why.Standing.TAKEN_BY_LOT, Optional.empty(),
              List.of(Sentence.of(Form.LOT_TOOK, person.ref(), person.lot())), Optional.empty()));
    };
  }
}
