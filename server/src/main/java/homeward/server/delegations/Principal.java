package homeward.server.delegations;

import homeward.transcript.SigningKey;
import java.util.Optional;

/**
 * Who has come in: the viewer, and the key that the password opened. It lives in the session and nowhere else.
 *
 * @param login what was typed at the door, shown to its owner alone
 * @param opening opens what is sealed for this account alone
 */
public record Principal(Viewer viewer, String login, Optional<SigningKey> key, OpeningKey opening) {
  /** The account's code and nothing else: principals end up in log lines. */
  @Override
  public String toString() {
    return viewer.account();
  }
}
