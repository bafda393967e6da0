package homeward.invariant;

import homeward.exchange.State;
import java.util.List;

/** 10. When time enough has passed, every node that lasts holds an exchange that is closed or ended. */
final class Ending {
  private Ending() {}

  static List<String> of(Evidence evidence) {
    return evidence.judged().stream()
        .filter(held -> evidence.ended() && !over(held))
        .map(held -> held.party().value() + " holds an exchange that is " + held.log().state().course().phase() + " and comes to no end")
        .toList();
  }

  private static boolean over(Evidence.Held held) {
    State.Phase phase = held.log().state().course().phase();
    return phase == State.Phase.CLOSED || phase == State.Phase.ENDED;
  }
}
