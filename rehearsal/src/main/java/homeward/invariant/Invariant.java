package homeward.invariant;

/** What may never happen, as docs/architecture.md numbers it. */
public enum Invariant {
  AUTHORITY(1, "who is authorised = the sealed wave that both Ready name = the counts that both signed"),
  ELIGIBILITY(2, "whoever is authorised is agreed, cleared at Ready and at the release, in one journey, counted once"),
  EXPOSURE(3, "at most one wave is open"),
  BALANCE(4, "the balance is the fold of receipts; the direct lane weighs nothing"),
  FACTS(5, "facts only grow; what was acknowledged is never lost; two histories are noticed and proved"),
  QUORUM(6, "nothing binds without enough distinct people of each required party on one thing"),
  PRIVACY(7, "no name and no reason in a leaf"),
  SAMENESS(8, "same log, same state; a refused act changes nothing but its author's head; resending is a no-op"),
  MIRROR(9, "exchanging the two sides changes nothing else"),
  ENDING(10, "every exchange comes to an end with any one party silent");

  private final int number;
  private final String words;

  Invariant(int number, String words) {
    this.number = number;
    this.words = words;
  }

  /** Its number, from 1. */
  public int number() {
    return number;
  }

  /** What it says. */
  public String words() {
    return words;
  }
}
