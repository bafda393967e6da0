package homeward.invariant;

import homeward.exchange.Journey;
import homeward.exchange.Move;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.exchange.Trail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** 5. After every entry all facts of before are there, and an observation is never refused and always leaves a trace. */
final class Growth implements Check {
  @Override
  public List<String> of(Log log) {
    List<String> broken = new ArrayList<>();
    for (Line line : log.lines()) {
      lost(line.before(), line.after()).forEach(what -> broken.add(what + " at entry " + line.index()));
      if (line.move() instanceof Move.Observation && line.by().isPresent() && !line.accepted()) {
        broken.add("an observation is refused at entry " + line.index());
      }
      if (line.move() instanceof Move.Saw saw && line.accepted() && !seen(line, saw)) {
        broken.add("what was seen left no trail at entry " + line.index());
      }
    }
    return broken;
  }

  private static boolean seen(Line line, Move.Saw saw) {
    return saw.refs().stream().allMatch(ref -> line.after().trails().getOrDefault(ref, Trail.UNSEEN).facts().stream()
        .anyMatch(fact -> fact.index() == line.index() && fact.sight() == saw.sight()));
  }

  private static List<String> lost(State before, State after) {
    List<String> lost = new ArrayList<>();
    before.trails().forEach((ref, trail) -> trailLost(ref, trail, after, lost));
    if (!after.arrivals().keySet().containsAll(before.arrivals().keySet())) {
      lost.add("an arrival is gone");
    }
    if (!after.discrepancies().keySet().containsAll(before.discrepancies().keySet()) || reopened(before, after)) {
      lost.add("a discrepancy or its settlement is gone");
    }
    if (!startsWith(after.announcements(), before.announcements())) {
      lost.add("an announcement is gone");
    }
    before.journeys().values().forEach(journey -> countsLost(journey, after.journeys(), lost));
    return lost;
  }

  private static void trailLost(Ref ref, Trail trail, State after, List<String> lost) {
    if (!startsWith(after.trails().getOrDefault(ref, Trail.UNSEEN).facts(), trail.facts())) {
      lost.add("a fact about " + ref.value() + " is gone");
    }
  }

  private static boolean reopened(State before, State after) {
    return before.discrepancies().values().stream()
        .anyMatch(known -> !known.open() && !known.equals(after.discrepancies().get(known.id())));
  }

  private static void countsLost(Journey before, Map<String, Journey> after, List<String> lost) {
    Journey now = after.get(before.code());
    for (Journey.Wave wave : before.waves()) {
      if (!wave.counts().isEmpty() && (now == null || !startsWith(now.wave(wave.number()).counts(), wave.counts()))) {
        lost.add("a count of " + Rolls.key(before.code(), wave.number()) + " is gone");
      }
    }
  }

  private static boolean startsWith(List<?> whole, List<?> start) {
    return whole.size() >= start.size() && whole.subList(0, start.size()).equals(start);
  }
}
