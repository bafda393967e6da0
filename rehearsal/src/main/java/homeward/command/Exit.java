package homeward.command;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How every command ends. The numbers are a promise to whoever writes a script around Homeward: they do not change
 * their meaning, and two different reasons never share one.
 */
public enum Exit {
  /** What was asked was done, or the answer to the question is yes. */
  DONE(0, "done"),
  /** The command worked and its answer is no. */
  NO(1, "the answer is no: violations were found, a bundle is not valid, figures differ, tests failed"),
  /** Nothing was done, since the command line has no meaning. The same number as most commands of the system use. */
  NOT_UNDERSTOOD(2, "the command line was not understood; nothing was done"),
  /** A node's store is not what its signed root says, so no figure is given. */
  WILL_NOT_COUNT(3, "a node refuses to count, because its store does not hold"),
  /** An agreement or a register was refused with its reason; nothing was changed. */
  INPUT_REFUSED(4, "an input was refused (agreement, registers, configuration); nothing was done"),
  /** Its surroundings do not let a node run: an address that is taken, data of another version or owner, a database that is not there. */
  NOT_STARTED(5, "a node did not start; one line says why, and what to do"),
  /** There is no JDK or no Maven that will do, which the start script finds; or no native solver for this machine. */
  CANNOT_START(69, "something needed to start is missing: a JDK, Maven, a solver for this machine"),
  /** Something of ours is broken. */
  FAULT(70, "a fault of ours; one line says where the details are");

  private final int code;
  private final String meaning;

  Exit(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The number the operating system is given. */
  public int code() {
    return code;
  }

  /** What the number means, in the words of the help page. */
  public String meaning() {
    return meaning;
  }

  /** Every number with its meaning, in order, as the help pages list them. */
  static Map<String, String> list() {
    var list = new LinkedHashMap<String, String>();
    for (Exit exit : values()) {
      list.put(Integer.toString(exit.code), exit.meaning);
    }
    return list;
  }
}
