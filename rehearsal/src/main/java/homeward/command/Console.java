package homeward.command;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Where a command speaks; take it as {@code @Mixin Console console}. Results go to {@link #out}, so that they can be
 * piped; how far a long command is goes to standard error: on a terminal as one line that rewrites itself, elsewhere
 * as a plain line at every tenth of the way, so that a log stays readable.
 */
@Command
final class Console {
  private static final String BACK_AND_CLEAR = "\r\u001b[K";

  @Spec(Spec.Target.MIXEE)
  CommandSpec command;

  private long lastTenth = -1;
  private boolean lineIsOpen;

  /** For results: what somebody may pipe or compare. */
  PrintWriter out() {
    clear();
    return command.commandLine().getOut();
  }

  /** One line on standard error that stays. */
  void say(String line) {
    clear();
    err().println(line);
    err().flush();
  }

  /** How far it is: {@code done} of {@code total}, both counted from one. */
  void progress(String what, long done, long total) {
    String line = String.format(Locale.ROOT, "%s: %d of %d", what, done, total);
    if (coloursErr()) {
      err().print(BACK_AND_CLEAR + line);
      err().flush();
      lineIsOpen = true;
    } else if (done * 10 / total != lastTenth) {
      lastTenth = done * 10 / total;
      say(line);
    }
    if (done >= total) {
      clear();
      lastTenth = -1;
    }
  }

  private void clear() {
    if (lineIsOpen) {
      err().print(BACK_AND_CLEAR);
      err().flush();
      lineIsOpen = false;
    }
  }

  /** For what is told beside a result: standard error. */
  PrintWriter err() {
    return command.commandLine().getErr();
  }

  /** Whether what goes to {@link #out} may have colours: both outputs are terminals, and nobody asked for no escapes. */
  @SuppressWarnings("SystemConsoleNull") // from JDK 25 on it is null again where there is no terminal
  static boolean coloursOut() {
    java.io.Console terminal = System.console();
    return coloursErr() && terminal != null && terminal.isTerminal();
  }

  /** Only the start script can tell whether standard error is a terminal. NO_COLOR (no-color.org) asks for no escapes. */
  static boolean coloursErr() {
    String noColor = System.getenv("NO_COLOR");
    return Boolean.getBoolean("homeward.terminal") && (noColor == null || noColor.isEmpty());
  }
}
