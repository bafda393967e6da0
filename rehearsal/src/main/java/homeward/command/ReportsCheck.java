package homeward.command;

import homeward.comparison.Examination;
import homeward.comparison.Listing;
import homeward.comparison.Page;
import homeward.language.Language;
import homeward.ledger.Ledger;
import homeward.reports.Reader;
import homeward.intake.Report;
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
  @Spec private CommandSpec spec;

  @Mixin private Console console = new Console();

  @Mixin private ReportFiles files = new ReportFiles();

  @Mixin private LedgerFile ledger = new LedgerFile();

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  @Option(names = "--csv", description = "print the rows as CSV")
  private boolean csv;

  @Option(names = "--html", paramLabel = "FILE", description = "write a page with the claims marked in the texts")
  private Optional<Path> html = Optional.empty();

  @Override
  public Exit call() throws IOException {
    Optional<Ledger> sound = ledger.needed(console);
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

  private void write(Path file, String page) {
    try {
      Files.writeString(file, page);
    } catch (IOException cannotWrite) {
      throw new ParameterException(spec.commandLine(), "--html " + file + " cannot be written: name a file in a folder that"
          + " you may write to", cannotWrite, null, null);
    }
  }
}
