package homeward.command;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import homeward.comparison.Examination;
import homeward.comparison.Marked;
import homeward.comparison.Score;
import homeward.language.Language;
import homeward.ledger.Ledger;
import homeward.intake.Intake;
import homeward.reports.Reader;
import homeward.intake.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder with reports and a claims.csv that says what a careful reader finds in them. */
final class MarkedReports {
  private static final String CLAIMS = "claims.csv";

  private final Path folder;
  private final Console console;

  MarkedReports(Path folder, Console console) {
    this.folder = folder;
    this.console = console;
  }

  /** How the reader does on them, as text; nothing when the folder has no such file, and then it was told. */
  Optional<String> scores(Ledger ledger) throws IOException {
    Path file = folder.resolve(CLAIMS);
    if (!Files.isReadable(file)) {
      console.say("data absent: " + folder + " holds no " + CLAIMS);
      return Optional.empty();
    }
    return switch (Marked.read(lines(file))) {
      case Marked.Answer.Wrong wrong -> {
        console.say(file + ": " + wrong.what());
        yield Optional.empty();
      }
      case Marked.Answer.Rows marked -> {
        Examination found = Examination.of(reports(), Optional.of(ledger), new Reader(Language.english()));
        yield Optional.of(Score.text(Score.of(found, marked.rows())));
      }
    };
  }

  /** The files of marked reports in a folder, in the order of their names; none where there is no such folder. */
  static List<Path> lots(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }

  private static List<List<String>> lines(Path file) throws IOException {
    try (CsvReader<CsvRecord> rows = CsvReader.builder().skipEmptyLines(true).ofCsvRecord(file)) {
      return rows.stream().map(CsvRecord::getFields).toList();
    } catch (CsvParseException broken) {
      return List.of();
    }
  }

  private List<Report> reports() throws IOException {
    List<Report> reports = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(MarkedReports::text).sorted().toList()) {
        switch (Intake.of(file.getFileName().toString(), Files.readAllBytes(file), Optional.empty())) {
          case Intake.Taken taken -> reports.add(taken.report());
          case Intake.Refused refused -> console.say(file + ": " + refused.problem().words());
        }
      }
    }
    return reports;
  }

  private static boolean text(Path file) {
    return file.toString().endsWith(".txt") || file.toString().endsWith(".html");
  }
}
