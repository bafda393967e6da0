package homeward.server.talks;

import homeward.exchange.Move;
import homeward.exchange.PartyId;
import java.util.List;
import java.util.Optional;

/**
 * Everybody in the exchange, as they made themselves known to one another in person: from the node's configuration.
 *
 * @param exchange code of the exchange
 * @param me whose node this is
 */
public record Circle(String exchange, PartyId me, List<Known> parties) {

  /**
   * A party.
   *
   * @param id as the agreement names it
   * @param name what people call it
   * @param party its random code in the log
   * @param keys empty for a party on paper
   */
  public record Known(String id, String name, PartyId party, Optional<Move.Keys> keys) {}

  /** This node's own party. */
  public Known mine() {
    return known(me);
  }

  /** The party of this code, which has to be one of them. */
  public Known known(PartyId party) {
    return parties.stream().filter(each -> each.party().equals(party)).findFirst().orElseThrow();
  }
}
