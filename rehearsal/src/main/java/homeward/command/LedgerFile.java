package homeward.command;

import homeward.ledger.Ledger;
import homeward.ledger.LedgerReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The ledger that a command judges reports by; take it as a mixin. */
final class LedgerFile {
  private static final long MOST_BYTES = 16 << 20;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  private static final String REFERENCE = "reference";

  @Option(names = "--ledger", paramLabel = "FILE",
      description = "the ledger; the word " + REFERENCE + " stands for the example that comes with this program")
  private Optional<Path> named = Optional.empty();

  private Path file = Path.of(REFERENCE);

  /** The ledger named, or the reference case; nothing when the file is none, and then it was told why. */
  Optional<Ledger> orReference(Console console) throws IOException {
    file = named.orElse(Path.of(REFERENCE));
    return read(console);
  }

  /** The ledger that has to be named; nothing when the file is none, and then it was told why. */
  Optional<Ledger> needed(Console console) throws IOException {
    file = named.orElseThrow(() -> new ParameterException(spec.commandLine(),
        "Say by which ledger: --ledger FILE. The word " + REFERENCE + " stands for the example that comes with this program."));
    return read(console);
  }

  private Optional<Ledger> read(Console console) throws IOException {
    return switch (answer()) {
      case LedgerReader.Answer.Sound sound -> Optional.of(sound.ledger());
      case LedgerReader.Answer.Unreadable no ->
          refused(console, "it is no ledger in this format. At " + no.where() + ": " + no.what());
      case LedgerReader.Answer.DoesNotAddUp no -> refused(console, "it does not add up. " + no.where()
          + ": the total is given as " + no.stated() + ", the parts sum to " + no.sum());
      case LedgerReader.Answer.Inconsistent no -> refused(console, no.where() + ": " + no.what());
    };
  }

  private LedgerReader.Answer answer() throws IOException {
    if (file.toString().equals(REFERENCE) && !Files.exists(file)) {
      return LedgerReader.read(LedgerReader.reference());
    }
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new ParameterException(spec.commandLine(), "--ledger " + file + " cannot be read: name a ledger file");
    }
    if (Files.size(file) > MOST_BYTES) {
      return new LedgerReader.Answer.Unreadable("the file", "it is larger than 16 MB");
    }
    return LedgerReader.read(Files.readAllBytes(file));
  }

  private Optional<Ledger> refused(Console console, String why) {
    console.say(file + ": " + why);
    return Optional.empty();
  }
}
