package homeward.verify;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.List;

/**
 * Verifies a bundle with this jar and BouncyCastle alone: {@code java -p protocol.jar:bcprov.jar -m
 * homeward.protocol/homeward.verify.Main BUNDLE}.
 */
public final class Main {
  private static final int VALID = 0;
  private static final int NOT_VALID = 1;
  private static final int NOT_UNDERSTOOD = 2;
  private static final int FAULT = 70;

  private static final String HELP =
      """
      Usage: homeward verify [--json] BUNDLE
      Checks a bundle: replays every entry, recomputes signatures, root, state and figures.

            BUNDLE        The directory of the bundle.
            --json        Print the verdict as JSON.
            --stacktrace  After a fault of ours, show the whole stack trace.
        -h, --help        Show this help.

      Verdicts:
        valid                   everything was cosigned by both sides
        valid to checkpoint n   the first n entries were; what follows was not, or is cut off
        invalid: entry n        altered from there on
        unknown                 something is missing
      A verdict says whose keys signed. Whose keys they are, paper says: compare the fingerprints.

      Exit codes:
        0    valid
        1    not valid, only to a checkpoint, or unknown
        2    the command line was not understood; nothing was done
        70   a fault of ours
      """;

  private Main() {}

  /** Runs one command line and ends the JVM with its exit code. */
  public static void main(String[] words) {
    var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, false, StandardCharsets.UTF_8);
    System.exit(run(List.of(words), out, err));
  }

  /** Runs one command line without ending the JVM, and answers the exit code. */
  public static int run(List<String> words, PrintWriter out, PrintWriter err) {
    try {
      return run(Asked.read(words), out, err);
    } catch (InvalidPathException e) {
      return run(new Asked.NotUnderstood("This cannot be the name of a directory."), out, err);
    } catch (RuntimeException | Error fault) { // assertions and a full memory are faults of ours too
      return fault(fault, words.contains("--stacktrace"), err);
    } finally {
      out.flush();
      err.flush();
    }
  }

  private static int run(Asked asked, PrintWriter out, PrintWriter err) {
    return switch (asked) {
      case Asked.Help help -> {
        out.print(HELP);
        yield VALID;
      }
      case Asked.NotUnderstood not -> {
        err.println(not.why());
        err.println("See './homeward verify --help'.");
        yield NOT_UNDERSTOOD;
      }
      case Asked.Check check -> {
        Verdict verdict = Verification.of(check.bundle());
        out.print(check.json() ? Figures.of(verdict).pretty() : String.join("\n", Plain.of(verdict)) + "\n");
        yield verdict instanceof Verdict.Valid ? VALID : NOT_VALID;
      }
    };
  }

  private static int fault(Throwable fault, boolean stacktrace, PrintWriter err) {
    if (stacktrace) {
      fault.printStackTrace(err);
    } else {
      err.println("Homeward failed, by a fault of its own (" + fault + "). Run it again with --stacktrace for the details.");
    }
    return FAULT;
  }
}
