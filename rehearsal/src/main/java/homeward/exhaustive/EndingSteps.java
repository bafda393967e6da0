package homeward.exhaustive;

import homeward.exchange.Journey;
import homeward.exchange.Move;
import homeward.exchange.Move.Lapsing;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import java.util.function.Supplier;

/** What ends the waiting: withdrawals, lapses, the end that one side may state, and time itself. */
final class EndingSteps {
  private EndingSteps() {}

  static void add(Branching branching, Shape shape, boolean lapse) {
    Position at = branching.at();
    if (lapse) {
      lapses(branching);
    }
    if (at.phase() != State.Phase.UNOPENED) {
      Stage.SIDES.forEach(
          side ->
              branching.voice(side).ifPresent(voice -> branching.saysAnywhere(voice, new Move.End(), 0, () -> Stage.letter(side) + " ends it")));
    }
    time(branching, shape);
  }

  static void withdraw(Branching branching, State.Pending pending, PartyId party) {
    branching
        .voice(party)
        .ifPresent(
            voice ->
                branching.saysAnywhere(
                    voice, new Move.Withdraw(pending.id()), 0, () -> Stage.letter(party) + " withdraws what waits for signatures"));
  }

  private static void lapses(Branching branching) {
    Position at = branching.at();
    at.state().pending().values().forEach(
            pending -> lapse(branching, new Lapsing.OfProposal(pending.id()), pending.proposer(), () -> "what waited for signatures"));
    if (at.journey().map(journey -> !journey.over()).orElse(false)) {
      anybody(branching, new Lapsing.OfJourney(Stage.JOURNEY), () -> "the journey's window");
    }
    for (Journey.Wave wave : at.waves()) {
      if (wave.open()) {
        anybody(branching, new Lapsing.OfWave(Stage.JOURNEY, wave.number()), () -> "the time to reconcile wave " + wave.number());
      }
    }
  }

  private static void lapse(Branching branching, Lapsing what, PartyId opener, Supplier<String> words) {
    boolean opening = branching.at().phase() == State.Phase.UNOPENED;
    if (opening) {
      says(branching, what, opener, words);
    } else {
      anybody(branching, what, words);
    }
  }

  private static void anybody(Branching branching, Lapsing what, Supplier<String> words) {
    Stage.PARTIES.forEach(party -> says(branching, what, party, words));
  }

  private static void says(Branching branching, Lapsing what, PartyId party, Supplier<String> words) {
    branching
        .voice(party)
        .ifPresent(
            voice ->
                branching.saysAnywhere(
                    voice, new Move.Lapse(what), 0, () -> Stage.letter(party) + " says that " + words.get() + " is over"));
  }

  /**
   * Short waits for patience, halts and proposals; long ones to the next deadline of the terms. Unless the shape is unhurried
   * all patience ends at once, and after the window all the other deadlines of the terms too: the later it is then, the more
   * may lapse or end, so whatever can end late can end.
   */
  private static void time(Branching branching, Shape shape) {
    Position at = branching.at();
    boolean patience = at.phase() != State.Phase.IN_FORCE && at.state().course().opener().isPresent();
    if (patience || waiting(at)) {
      long wait = shape.unhurried() || !patience ? Stage.HOUR : Stage.PATIENCE_HOURS * Stage.HOUR + 1;
      branching.waits(at.stamp() + wait, () -> wait == Stage.HOUR ? "an hour passes" : "patience runs out");
    }
    if (at.phase() == State.Phase.IN_FORCE) {
      deadlines(branching, shape);
    }
  }

  private static boolean waiting(Position at) {
    State state = at.state();
    boolean halted = state.course().halted().map(halt -> Stage.haltOver(at.phase(), halt) > at.stamp()).orElse(false);
    return halted || state.pending().values().stream().anyMatch(pending -> pending.until() >= at.stamp());
  }

  private static void deadlines(Branching branching, Shape shape) {
    int due = Form.dueNow(branching.at());
    if (!shape.unhurried() && due == 0) {
      branching.waits(Stage.END_DUE, () -> "all deadlines of the terms pass");
      return;
    }
    switch (due) {
      case 0 -> branching.waits(Stage.WINDOW_OVER + 1, () -> "the window passes");
      case 1 -> branching.waits(Stage.RECONCILE_OVER + 1, () -> "the time to reconcile passes");
      case 2 -> branching.waits(Stage.END_DUE, () -> "the end that was agreed comes");
      default -> {}
    }
  }
}
