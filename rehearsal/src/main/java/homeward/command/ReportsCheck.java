package homeward.command;

import homeward.comparison.Examination;
import homeward.comparison.Listing;
import homeward.comparison.Page;
import homeward.language.Language;
import homeward.ledger.Ledger;
import homeward.ledger.LedgerReader;
import homeward.reports.Reader;
import homeward.reports.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says how the claims of reports stand to a ledger. */
@Command(
    name = "check",
    description = {
      "Says, claim by claim, how reports stand to a ledger, and how to each other.",
      "The verdicts: AGREES, AGREES_BOTH_SIDES, CONTRADICTS, AMBIGUOUS, OUTSIDE (docs/formats.md)."
    })
final class ReportsCheck implements Callable<Exit> {
  private static final long MOST_BYTES = 16 << 20;

  @Spec private CommandSpec spec;

  @Mixin private Console console = new Console();

  @Mixin private ReportFiles files = new ReportFiles();

  @Option(names = "--ledger", paramLabel = "FILE", required = true,
      description = "the ledger; the word reference stands for the example that comes with this program")
  private Path ledger = Path.of("reference");

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  @Option(names = "--csv", description = "print the rows as CSV")
  private boolean csv;

  @Option(names = "--html", paramLabel = "FILE", description = "write a page with the claims marked in the texts")
  private Optional<Path> html = Optional.empty();

  @Override
  public Exit call() throws IOException {
    Optional<Ledger> sound = ledger();
    if (sound.isEmpty()) {
      return Exit.INPUT_REFUSED;
    }
    List<Report> reports = files.read(console);
    if (reports.isEmpty()) {
      return files.exit();
    }
    Examination found = Examination.of(reports, sound, new Reader(Language.english()));
    console.out().print(json ? Listing.json(found) : csv ? Listing.csv(found) : Listing.text(found));
    console.out().flush();
    html.ifPresent(file -> write(file, Page.html(found)));
    return files.exit();
  }

  private Optional<Ledger> ledger() throws IOException {
    return switch (answer()) {
      case LedgerReader.Answer.Sound sound -> Optional.of(sound.ledger());
      case LedgerReader.Answer.Unreadable no ->
          refused("it is no ledger in this format. At " + no.where() + ": " + no.what());
      case LedgerReader.Answer.DoesNotAddUp no -> refused("it does not add up. " + no.where() + ": the total is given as "
          + no.stated() + ", the parts sum to " + no.sum());
      case LedgerReader.Answer.Inconsistent no -> refused(no.where() + ": " + no.what());
    };
  }

  private LedgerReader.Answer answer() throws IOException {
    if (ledger.toString().equals("reference") && !Files.exists(ledger)) {
      return LedgerReader.read(LedgerReader.reference());
    }
    if (!Files.isReadable(ledger) || Files.isDirectory(ledger)) {
      throw new ParameterException(spec.commandLine(), "--ledger " + ledger + " cannot be read: name a ledger file");
    }
    if (Files.size(ledger) > MOST_BYTES) {
      return new LedgerReader.Answer.Unreadable("the file", "it is larger than 16 MB");
    }
    return LedgerReader.read(Files.readAllBytes(ledger));
  }

  private Optional<Ledger> refused(String why) {
    console.say(ledger + ": " + why);
    return Optional.empty();
  }

  private void write(Path file, String page) {
    try {
      Files.writeString(file, page);
    } catch (IOException cannotWrite) {
      throw new ParameterException(spec.commandLine(), "--html " + file + " cannot be written: name a file in a folder that"
          + " you may write to", cannotWrite, null, null);
    }
  }
}
