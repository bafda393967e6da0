package homeward.server.journeys;

import homeward.exchange.Matter;
import homeward.exchange.Matter.Finding;
import homeward.exchange.State;
import homeward.exchange.State.Discrepancy;
import homeward.server.wording.Saying;
import java.util.List;
import java.util.Optional;

/**
 * Something that does not fit, and what would settle it.
 *
 * @param about the reference, wave or entry that it is about, as its code says
 * @param index the entry that showed it
 * @param found what both sides found, once they did
 * @param proposed whether a settlement waits for signatures
 * @param findings what can be found of it: {@code arrival}, {@code same}, {@code count}, {@code stands}
 */
record Difference(
    String id, State.DiscrepancyKind kind, String about, long index, Optional<Saying> found, boolean proposed, List<String> findings) {

  static Difference of(State state, Discrepancy discrepancy) {
    return new Difference(
        discrepancy.id(),
        discrepancy.kind(),
        about(discrepancy),
        discrepancy.index(),
        discrepancy.finding().map(Difference::inWords),
        isProposed(state, discrepancy.id()),
        findings(discrepancy.kind()));
  }

  /** Whether nobody has settled it. */
  public boolean open() {
    return found.isEmpty();
  }

  /** The id without its kind: a reference, or journey, wave and side. */
  private static String about(Discrepancy discrepancy) {
    for (String kind : List.of("without-authority-", "died-in-transit-", "turned-back-", "contradiction-", "unlisted-", "one-sided-", "count-")) {
      if (discrepancy.id().startsWith(kind)) {
        return discrepancy.id().substring(kind.length());
      }
    }
    return discrepancy.id();
  }

  private static boolean isProposed(State state, String id) {
    return state.pending().values().stream()
        .anyMatch(pending -> pending.subject() instanceof State.Subject.Proposal(Matter.Settlement(var about, var finding)) && about.equals(id));
  }

  /** What the rules take as an answer to each kind. */
  private static List<String> findings(State.DiscrepancyKind kind) {
    return switch (kind) {
      case COUNT_DIFFERS -> List.of("count", "stands");
      case UNLISTED -> List.of("arrival", "stands");
      case WITHOUT_AUTHORITY, CONTRADICTION -> List.of("same", "stands");
      case ONE_SIDED, TURNED_BACK, DIED_IN_TRANSIT, EQUIVOCATION -> List.of("stands");
    };
  }

  private static Saying inWords(Finding finding) {
    return switch (finding) {
      case Finding.ArrivalIs(var arrival, var reference) -> Saying.sentence("journeys.found.arrival", reference.value());
      case Finding.SamePerson(var stands, var falls) -> Saying.sentence("journeys.found.same", stands.value(), falls.value());
      case Finding.CountIs(int heads) -> Saying.sentence("journeys.found.count", heads);
      case Finding.Stands() -> Saying.sentence("journeys.found.stands");
    };
  }
}
