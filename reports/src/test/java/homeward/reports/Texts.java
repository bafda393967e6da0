package homeward.reports;

import homeward.intake.Report;
import homeward.language.Language;
import homeward.language.Sides;
import java.util.List;

/** Reads texts of which nobody has told the sides. */
final class Texts {
  private static final Reader READER = new Reader(Language.english());

  private Texts() {}

  static Reading read(String text) {
    return READER.read(Report.of("report", text), Sides.UNKNOWN);
  }

  /** The claims of a number. */
  static List<Claim> told(Reading reading, long value) {
    return reading.claims().stream().filter(claim -> claim.what().value() == value).toList();
  }
}
