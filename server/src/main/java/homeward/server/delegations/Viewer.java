package homeward.server.delegations;

import homeward.exchange.PartyId;
import java.util.SortedSet;

/**
 * Whoever looks: every face that shows or changes anything takes one.
 *
 * @param account an opaque code, fit for logs and records
 * @param party whose node it is
 * @param roles what the account's duties are
 * @param rights what they allow together
 */
public record Viewer(String account, PartyId party, SortedSet<Role> roles, SortedSet<Right> rights) {

  /** Whether it may. */
  public boolean may(Right right) {
    return rights.contains(right);
  }

  /**
   * For faces: whoever gets here without the right came past a page that should not have been offered.
   *
   * @throws NotAllowed when it may not
   */
  public void require(Right right) {
    if (!may(right)) {
      throw new NotAllowed(right);
    }
  }
}
