package homeward.server.delegations;

import java.time.Instant;

/** What comes of words at the door. */
public sealed interface Admission {

  /** Come in. */
  record Admitted(Principal principal) implements Admission {}

  /** Login, password and code do not fit together, or there is no such account; which of them, nobody is told. */
  record Wrong() implements Admission {}

  /** Too many wrong tries: nothing is looked at before this time. */
  record Wait(Instant until) implements Admission {}
}
