package homeward.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Something of ours is broken. Whoever runs a command cannot mend that and gets one line; whoever mends it finds the
 * stack trace in the file that the line names.
 */
final class Fault {
  private Fault() {}

  static int report(Throwable fault, boolean stacktrace, PrintWriter err) {
    String trace = trace(fault);
    if (stacktrace || System.getenv("HOMEWARD_DEBUG") != null) {
      err.print(trace);
    } else {
      err.println("Homeward failed, by a fault of its own (%s). %s".formatted(describe(fault), keep(trace)));
    }
    err.flush();
    return Exit.FAULT.code();
  }

  private static String describe(Throwable fault) {
    String message = fault.getMessage();
    String name = fault.getClass().getSimpleName();
    return message == null ? name : name + ": " + message.lines().findFirst().orElse("");
  }

  private static String keep(String trace) {
    try {
      Path file = Files.createTempFile("homeward-fault-", ".txt");
      Files.writeString(file, trace);
      return "Details: " + file;
    } catch (IOException unwritable) {
      return "Run it again with --stacktrace for the details.";
    }
  }

  private static String trace(Throwable fault) {
    var text = new StringWriter();
    fault.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
