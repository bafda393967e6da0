package homeward.command;

import homeward.intake.Intake;
import homeward.intake.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The reports that a command is given; take it as a mixin. What cannot be read is told and left out. */
final class ReportFiles {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "reports: text, HTML, or the text of a PDF")
  private List<Path> files = List.of();

  @Option(names = "--date", paramLabel = "YYYY-MM-DD",
      description = "the day the reports were published; without it their own dates tell")
  private Optional<LocalDate> date = Optional.empty();

  private boolean refused;

  List<Report> read(Console console) {
    List<Report> reports = new ArrayList<>();
    for (Path file : files) {
      read(file, console).ifPresent(reports::add);
    }
    return reports;
  }

  /** How a command over these files ends: refused when one of them could not be read. */
  Exit exit() {
    return refused ? Exit.INPUT_REFUSED : Exit.DONE;
  }

  private Optional<Report> read(Path file, Console console) {
    return switch (intake(file)) {
      case Intake.Taken readable -> Optional.of(readable.report());
      case Intake.Refused no -> {
        refused = true;
        console.say(file + ": " + no.problem().words());
        yield Optional.empty();
      }
    };
  }

  private Intake intake(Path file) {
    try {
      if (Files.size(file) > Intake.MOST_BYTES) {
        return new Intake.Refused(name(file), Intake.Problem.TOO_LARGE);
      }
      return Intake.of(name(file), Files.readAllBytes(file), date);
    } catch (IOException unreadable) {
      return new Intake.Refused(name(file), Intake.Problem.UNREADABLE);
    }
  }

  /** The file's name; its whole path when another file of that name is given too. */
  private String name(Path file) {
    long same = files.stream().filter(other -> other.getFileName().equals(file.getFileName())).count();
    return same > 1 ? file.toString() : file.getFileName().toString();
  }
}
