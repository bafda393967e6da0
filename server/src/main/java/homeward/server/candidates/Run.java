package homeward.server.candidates;

/**
 * A comparison, and what became of it.
 *
 * @param code for its address
 * @param account who started it; empty when it started by itself
 * @param at when, epoch ms
 * @param basis of the other side's list that was compared
 * @param said how much had been said in the register
 * @param ones how many records were compared
 * @param others with how many
 * @param matches how many pairs are proposed
 * @param reviews at how many more a person has to look
 * @param part whether only records that had changed were compared with the others
 */
record Run(
    long place, String code, What what, String account, long at, State state, String basis, long said, int ones, int others, int matches, int reviews,
    boolean part) {

  /** How far it is. */
  enum State {
    WAITING,
    COMPARING,
    DONE,
    CANCELLED,
    /** It stopped by a fault of the program. */
    FAILED;

    public boolean isOver() {
      return this != WAITING && this != COMPARING;
    }
  }

  /** How far the one that is going on is; {@code step} is a key of messages. */
  record Progress(String step, long done, long total) {
    static final Progress NONE = new Progress("Waiting", 0, 0);

    /** In hundredths of the step. */
    public int percent() {
      return total == 0 ? 0 : (int) (100 * done / total);
    }
  }
}
