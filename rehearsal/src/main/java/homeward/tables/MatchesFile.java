package homeward.tables;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import homeward.matching.Match;
import homeward.values.Rows;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** Writes {@code matches.csv}: {@code sought_id,held_id,probability,weight,decision}. */
public final class MatchesFile {
  private MatchesFile() {}

  /** Writes all proposals and leaves the writer open. */
  public static void write(List<Match> matches, Rows sought, Rows held, Writer to) throws IOException {
    @SuppressWarnings("resource") // closing would close the caller's writer
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(to);
    csv.writeRecord("sought_id", "held_id", "probability", "weight", "decision");
    for (Match match : matches) {
      csv.writeRecord(sought.id(match.sought()), held.id(match.held()), String.format(Locale.ROOT, "%.6f", match.probability()),
          String.format(Locale.ROOT, "%.2f", match.weight()), match.decision().word());
    }
    csv.flush();
  }
}
