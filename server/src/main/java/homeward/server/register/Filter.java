package homeward.server.register;

import homeward.register.PeopleFile.Kind;

/**
 * Whom somebody looks for in one of the registers; empty texts and zeros ask for nothing.
 *
 * @param name beginnings of words of the name, in any order, script and case
 * @param bornFrom the first year of birth
 * @param bornTo the last one
 * @param status a word of the column status
 * @param category exact in case
 */
public record Filter(Kind register, String name, int bornFrom, int bornTo, String status, String category) {
  /** Everybody in a register. */
  public static Filter everybody(Kind register) {
    return new Filter(register, "", 0, 0, "", "");
  }

  /** Whether it leaves nobody out. */
  public boolean isOpen() {
    return equals(everybody(register));
  }
}
