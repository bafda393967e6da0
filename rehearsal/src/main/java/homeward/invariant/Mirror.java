package homeward.invariant;

import homeward.balance.Balance;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import homeward.exchange.Trail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** 9. The same rehearsal with the sides' codes exchanged: the same journeys, people, trails, figures and words, code for code. */
final class Mirror {
  private Mirror() {}

  static List<String> of(Evidence one, Evidence other, PartyId first, PartyId second) {
    List<String> broken = new ArrayList<>();
    Map<String, Object> here = told(one.judged().getFirst().log().state(), party -> party);
    Map<String, Object> there =
        told(other.judged().getFirst().log().state(), party -> party.equals(first) ? second : party.equals(second) ? first : party);
    here.forEach((what, value) -> {
      if (!value.equals(there.get(what))) {
        broken.add("with the sides' codes exchanged, " + what + " differs: " + value + " against " + there.get(what));
      }
    });
    return broken;
  }

  private static Map<String, Object> told(State state, UnaryOperator<PartyId> name) {
    Map<String, Object> told = new TreeMap<>();
    told.put("the phase", state.course().phase());
    state.journeys().forEach((code, journey) ->
        told.put("how " + code + " ended", journey.phase() + " " + journey.waves().stream().map(wave -> wave.phase() + " " + wave.counts().size()).toList()));
    state.people().forEach((ref, person) -> told.put(
        "what was promised of " + ref.value(),
        name.apply(person.holder()).value() + " " + person.category() + " " + person.answer() + " " + person.promise()));
    state.trails().forEach((ref, trail) ->
        told.put("what was seen of " + ref.value(), trail.facts().stream().map(fact -> seen(fact, name)).toList()));
    Balance.of(state).sides().forEach((party, side) -> told.put("the balance of " + name.apply(party).value(), figures(side)));
    TreeMap<String, Integer> kinds = new TreeMap<>();
    state.discrepancies().values().forEach(open -> kinds.merge(open.kind() + (open.open() ? " open" : " settled"), 1, Integer::sum));
    told.put("what does not fit", kinds);
    TreeSet<String> said = new TreeSet<>();
    state.announcements().forEach(word -> said.add(name.apply(word.by()).value() + " " + word.journey() + " " + word.scope() + " " + word.figures()));
    told.put("what was announced", said);
    return told;
  }

  private static String seen(Trail.Fact fact, UnaryOperator<PartyId> name) {
    return fact.sight() + " by " + name.apply(fact.by()).value() + " on " + fact.journey().orElse("no journey");
  }

  private static String figures(Balance.Side side) {
    return List.of(
            Balance.counts(side.received()),
            Balance.counts(side.released()),
            side.outside().count(),
            side.direct().count(),
            side.unlisted().count(),
            side.withoutAuthority().count(),
            side.oneSided().count(),
            side.home().count(),
            side.debt())
        .toString();
  }
}
