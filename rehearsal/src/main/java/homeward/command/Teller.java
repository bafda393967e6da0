package homeward.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prints a story at a pace. It stops before each thing that is told, never inside one: at a headline (a line that is not
 * indented) and at a line with an hour or a mark.
 */
final class Teller {
  /** How fast a story is told. */
  enum Pace {
    /** As fast as it comes. */
    FAST,
    /** Slow enough to read along. */
    HUMAN,
    /** A line for each Enter. */
    STEP
  }

  private static final Pattern TOLD = Pattern.compile("^  (\\d\\d:\\d\\d|night) ([ !✓✗·]) (?=\\S).*");
  private static final String UP = "\u001b[A";
  private static final long LINE_MILLIS = 450;
  private static final long HEADLINE_MILLIS = 1_200;

  private final PrintWriter out;
  private final Pace pace;
  private final boolean colours;
  private final BufferedReader enter = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  private boolean asked;
  private boolean nobodyThere;

  Teller(PrintWriter out, Pace pace, boolean colours) {
    this.out = out;
    this.pace = pace;
    this.colours = colours;
  }

  /** Tells the next line, when it is time for it. */
  void tell(String line) {
    boolean headline = !line.isEmpty() && line.charAt(0) != ' ';
    boolean told = TOLD.matcher(line).matches();
    if (headline || told) {
      switch (pace) {
        case FAST -> {}
        case HUMAN -> rest(headline ? HEADLINE_MILLIS : LINE_MILLIS);
        case STEP -> waitForEnter();
      }
    }
    out.println(colours ? painted(line, headline) : line);
    out.flush();
  }

  private static void rest(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void waitForEnter() {
    if (!asked) {
      asked = true;
      out.println("Enter tells the next line.");
      out.flush();
    }
    if (nobodyThere) {
      return;
    }
    try {
      nobodyThere = enter.readLine() == null;
      if (colours) {
        out.print(UP); // the Enter itself went to the next line
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The mark and the headline alone: a screen without colours shows the same. */
  private static String painted(String line, boolean headline) {
    if (headline) {
      return "\u001b[1m" + line + "\u001b[0m";
    }
    Matcher told = TOLD.matcher(line);
    if (!told.matches() || told.group(2).equals(" ")) {
      return line;
    }
    String colour = told.group(2).equals("✓") ? "32" : told.group(2).equals("!") ? "33" : "31";
    return line.substring(0, told.start(2)) + "\u001b[1;" + colour + "m" + told.group(2) + "\u001b[0m" + line.substring(told.end(2));
  }
}
