package homeward.exhaustive;

import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.exchange.State;
import java.util.Optional;

/** Anybody may halt; whoever halted resumes. Going on without them is a matter that both sides sign. */
final class HaltSteps {
  private HaltSteps() {}

  /** Unless it is unhurried, a halt and its deadline are one step: before the deadline the same can be done, and less. */
  static void add(Branching branching, Shape shape, Pace pace) {
    Optional<State.Halted> halted = branching.at().state().course().halted();
    if (halted.isPresent()) {
      if (pace.functions()) {
        resume(branching, halted.get());
      }
      return;
    }
    if (!pace.halts()) {
      return;
    }
    boolean waits = !shape.unhurried() && branching.at().phase() == State.Phase.IN_FORCE;
    for (PartyId party : Stage.PARTIES) {
      Move halt = new Move.Halt(Move.Cause.OTHER);
      branching
          .voice(party)
          .ifPresent(
              voice -> {
                if (waits) {
                  branching.saysAndWaits(voice, halt, Stage.HOUR, () -> Stage.letter(party) + " halts, and does not resume in time");
                } else {
                  branching.says(voice, halt, () -> Stage.letter(party) + " halts");
                }
              });
    }
  }

  private static void resume(Branching branching, State.Halted halted) {
    branching
        .voice(halted.by())
        .ifPresent(
            voice ->
                branching.says(
                    voice.in(halted.function()), new Move.Resume(halted.entry(), false), () -> Stage.letter(halted.by()) + " resumes"));
  }
}
