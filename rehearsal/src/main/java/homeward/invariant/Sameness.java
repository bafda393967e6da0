package homeward.invariant;

import homeward.balance.Manifests;
import homeward.exchange.AuthorId;
import homeward.exchange.Digest;
import homeward.exchange.Parties;
import homeward.exchange.State;
import homeward.transcript.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * 8. A refused entry changes nothing but the length of the log and its author's head, and no entry stands twice. Between nodes:
 * one log, one state; the same after a new start; and handing everything in again changes nothing.
 */
final class Sameness implements Check {
  @Override
  public List<String> of(Log log) {
    List<String> broken = new ArrayList<>();
    Set<String> stands = new HashSet<>();
    for (Line line : log.lines()) {
      if (!line.accepted() && changes(line)) {
        broken.add("a refused entry changes more than its author's head: entry " + line.index());
      }
      if (!stands.add(line.leaf().entry().jws())) {
        broken.add("an entry stands twice: entry " + line.index());
      }
    }
    return broken;
  }

  private static boolean changes(Line line) {
    State before = line.before();
    State after = line.after();
    State.Course course = before.course();
    State.Course counted =
        new State.Course(
            course.exchange(),
            course.phase(),
            line.index() + 1,
            line.leaf().stamp(),
            course.patienceHours(),
            course.opener(),
            course.functions(),
            course.agreed(),
            course.halted(),
            course.frozen());
    return !after.course().equals(counted)
        || !before.pending().equals(after.pending())
        || !before.offers().equals(after.offers())
        || !before.people().equals(after.people())
        || !before.journeys().equals(after.journeys())
        || !before.trails().equals(after.trails())
        || !before.arrivals().equals(after.arrivals())
        || !before.announcements().equals(after.announcements())
        || !before.closing().equals(after.closing())
        || othersMoved(line)
        || otherDiscrepancies(before, after);
  }

  private static boolean othersMoved(Line line) {
    TreeMap<AuthorId, Parties.Author> before = new TreeMap<>(line.before().parties().authors());
    TreeMap<AuthorId, Parties.Author> after = new TreeMap<>(line.after().parties().authors());
    before.remove(line.author());
    after.remove(line.author());
    return !before.equals(after) || !line.before().parties().members().equals(line.after().parties().members());
  }

  /** That its author told two stories is noticed, whatever becomes of the entry. */
  private static boolean otherDiscrepancies(State before, State after) {
    TreeSet<String> fresh = new TreeSet<>(after.discrepancies().keySet());
    fresh.removeAll(before.discrepancies().keySet());
    return !after.discrepancies().keySet().containsAll(before.discrepancies().keySet())
        || fresh.stream().anyMatch(id -> !id.startsWith("equivocation-"));
  }

  static List<String> between(Evidence evidence) {
    List<String> broken = new ArrayList<>();
    Map<Hash, Digest> states = new HashMap<>();
    for (Evidence.Held held : evidence.judged()) {
      Digest state = Manifests.ofState(held.log().state());
      Digest other = states.putIfAbsent(held.log().rootAt(held.log().size()), state);
      if (other != null && !other.equals(state)) {
        broken.add(held.party().value() + " holds the same log as another node and another state");
      }
      if (!held.restarted().equals(state)) {
        broken.add(held.party().value() + " holds another state after a new start from its own store");
      }
      if (held.sizeAfterResending() != held.store().lines().size()) {
        broken.add("handing everything in again made the log of " + held.party().value() + " longer");
      }
    }
    return broken;
  }
}
