package homeward.command;

import homeward.comparison.Examination;
import homeward.comparison.Listing;
import homeward.language.Language;
import homeward.reports.Reader;
import homeward.intake.Report;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what reports claim, without judging it. */
@Command(
    name = "read",
    description = "Lists what reports claim about an exchange: who is counted, on what basis, when, and who says so.")
final class ReportsRead implements Callable<Exit> {
  @Mixin private Console console = new Console();

  @Mixin private ReportFiles files = new ReportFiles();

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  @Option(names = "--csv", description = "print the rows as CSV")
  private boolean csv;

  @Override
  public Exit call() {
    List<Report> reports = files.read(console);
    if (!reports.isEmpty()) {
      Examination found = Examination.of(reports, Optional.empty(), new Reader(Language.english()));
      console.out().print(json ? Listing.json(found) : csv ? Listing.csv(found) : Listing.text(found));
      console.out().flush();
    }
    return files.exit();
  }
}
