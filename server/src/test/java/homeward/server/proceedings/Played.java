package homeward.server.proceedings;

import homeward.node.Chronicle;
import homeward.node.ExchangeParty;
import java.util.ArrayList;
import java.util.List;

/** What stands at a party of an exchange that a test plays, as the door to its node would hand it out. */
public final class Played {
  private Played() {}

  /** What stands now. */
  public static Standing standing(ExchangeParty party) {
    Chronicle log = party.node().chronicle();
    List<Placed> placed = new ArrayList<>();
    for (long index = 0; index < log.size(); index++) {
      placed.add(new Placed(log.leaf(index), log.decision(index)));
    }
    return new Standing(
        log.size(), party.state(), placed, party.node().latest(), party.node().common(), party.node().outbox(), List.of(), false, 0);
  }
}
