package homeward.server.register;

import homeward.register.PeopleFile.Kind;
import homeward.register.Reading.Problem;
import homeward.server.register.Statement.Standing;
import java.util.List;

/**
 * A file that somebody brought, and what became of it.
 *
 * @param code for its address
 * @param digest SHA-256 of its bytes in hex
 * @param at when it was brought, epoch ms
 * @param rows how many were read so far
 * @param fresh people nobody had heard of before, once it is done
 * @param changed people who got a further statement, once it is done
 */
record Import(
    long place,
    String code,
    Kind register,
    String fileName,
    String digest,
    Standing standing,
    String informant,
    String account,
    long at,
    State state,
    int rows,
    int fresh,
    int changed,
    Outcome outcome) {

  /** How far it is. */
  enum State {
    WAITING,
    READING,
    DONE,
    REFUSED,
    CANCELLED;

    public boolean isOver() {
      return this != WAITING && this != READING;
    }
  }

  /**
   * What there is to say of it.
   *
   * @param problems why nothing of it was taken in, the first hundred
   * @param more how many problems there are beyond these
   * @param notices what was left out
   */
  record Outcome(List<Problem> problems, int more, List<String> notices) {
    static final Outcome NOTHING = new Outcome(List.of(), 0, List.of());
  }

  /** What came of bringing a file. */
  sealed interface Bringing {
    /** It is being read. */
    record Brought(String code) implements Bringing {}

    /** The same file is in this register already, or is being read. */
    record There(String code) implements Bringing {}

    /** There is no file, or nobody is named as the source. */
    record Missing(boolean file, boolean informant) implements Bringing {}
  }
}
