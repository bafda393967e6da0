package homeward.server.delegations;

import java.util.Locale;

/** A duty at a node. One account may have several; a column of {@code roles.csv} says what each may. */
public enum Role {
  /** Keeps the register: people sought and held, their sources. */
  REGISTRAR,
  /** The second agency: clears what may leave the bureau. */
  SECURITY,
  /** Speaks for the party and signs. */
  DELEGATE,
  /** Checks in, counts, hands over and receives people on the day. */
  FIELD,
  /** Asks people in private, and knows who is fit: opens the clearance store. */
  CLEARANCE,
  /** Reads who read what, and every entry; no person's file. */
  AUDITOR,
  /** Makes accounts and takes them away; sees nobody's file. */
  ADMINISTRATOR;

  /** Whether its people put their names under entries of the log, and so have a key. */
  boolean signs() {
    return this == DELEGATE || this == CLEARANCE || this == FIELD;
  }

  /** As it stands in the table and in message keys: {@code registrar}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
