package homeward.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Stands in the help for a command that is not ours to run: {@code ./homeward verify} starts the verifier from the
 * protocol's jar alone, since a side that trusts nobody must not need the rest of our code to check a bundle.
 */
@Command(
    name = "verify",
    description = {
      "Checks a bundle: replays every entry, recomputes signatures, root and state.",
      "Runs from the protocol's jar and BouncyCastle alone."
    })
final class Verify implements Callable<Exit> {
  @Parameters(paramLabel = "BUNDLE", arity = "0..*", description = "The directory of the bundle.")
  List<String> words = List.of();

  @Override
  public Exit call() {
    throw new IllegalStateException("verify is started by ./homeward from the protocol's jar, not from here");
  }
}
