package homeward.exhaustive;

import homeward.exchange.Matter;
import homeward.exchange.State;
import java.util.List;
import java.util.function.Supplier;

/**
 * Everything that any party could usefully do in a position, and time passing. Useful is what changes the form: nobody is tried
 * to say what they said already. What the rules read nowhere (announcements, embargoes, erasures, devices) is left out.
 *
 * <p>In a shape that is not unhurried, what can wait waits: see {@link Pace}. A test of the room compares both orders.
 */
final class Steps {
  private final Shape shape;
  private final boolean lapse;
  private final Safety safety;
  private long asked;

  Steps(Shape shape, boolean lapse, Safety safety) {
    this.shape = shape;
    this.lapse = lapse;
    this.safety = safety;
  }

  /** How many entries were put to the rules so far. */
  long asked() {
    return asked;
  }

  /** A matter that may be put before those who sign it. */
  record Proposal(Matter matter, Supplier<String> words) {}

  /** The steps out of a position; none out of one that is over. */
  List<Step> from(Position at) {
    Branching branching = new Branching(at, safety);
    if (!at.over()) {
      add(branching);
    }
    asked += branching.asked();
    return branching.steps();
  }

  private void add(Branching branching) {
    Position at = branching.at();
    Pace pace = Pace.of(at, shape);
    OpeningSteps.add(branching, shape);
    if (at.phase() != State.Phase.UNOPENED) {
      HaltSteps.add(branching, shape, pace);
    }
    if (at.phase() == State.Phase.IN_FORCE && pace.promises()) {
      ListSteps.add(branching, shape);
      JourneySteps.add(branching, shape);
    }
    if (at.phase() == State.Phase.IN_FORCE && pace.facts()) {
      FactSteps.add(branching, shape);
    }
    EndingSteps.add(branching, shape, lapse);
    waiting(branching);
    Proposals.of(at, shape, pace).forEach(proposal -> put(branching, proposal));
  }

  private boolean oneByOne(Position at) {
    return shape.stepwise() || at.phase() != State.Phase.IN_FORCE;
  }

  private void put(Branching branching, Proposal proposal) {
    if (!oneByOne(branching.at())) {
      branching.agrees(proposal.matter(), proposal.words());
    } else if (branching.at().state().pending().isEmpty()) {
      branching.proposes(proposal.matter(), proposal.words());
    }
  }

  /** What waits is signed or withdrawn; its lapse is among what ends. */
  private static void waiting(Branching branching) {
    for (State.Pending pending : branching.at().state().pending().values()) {
      if (pending.subject() instanceof State.Subject.Proposal(Matter matter)) {
        branching.signs(pending, () -> Proposals.kind(matter));
        pending.signed().keySet().forEach(party -> EndingSteps.withdraw(branching, pending, party));
      }
    }
  }
}
