package homeward.tables;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import homeward.evidence.Waterfall;
import homeward.matching.Match;
import homeward.values.Rows;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Proposals as text: {@code matches.csv} with {@code sought_id,held_id,probability,weight,decision}, and why for one pair. */
public final class MatchesFile {
  private static final int WIDEST = 24;

  private MatchesFile() {}

  /** Writes all proposals and leaves the writer open. */
  public static void write(List<Match> matches, Rows sought, Rows held, Writer to) throws IOException {
    @SuppressWarnings("resource") // closing would close the caller's writer
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(to);
    csv.writeRecord("sought_id", "held_id", "probability", "weight", "decision");
    for (Match match : matches) {
      csv.writeRecord(sought.id(match.sought()), held.id(match.held()), decimals(match.probability(), 6), decimals(match.weight(), 2),
          match.decision().word());
    }
    csv.flush();
  }

  /** As the format {@code %.Nf} has it, without its price; what is too near a half to be sure of, the format is asked for. */
  static String decimals(double value, int places) {
    long unit = Math.round(Math.pow(10, places));
    double scaled = Math.abs(value) * unit;
    long whole = (long) scaled;
    double rest = scaled - whole;
    if (!(scaled < 1e9) || Math.abs(rest - .5) < 1e-5) {
      return String.format(Locale.ROOT, "%." + places + "f", value);
    }
    long rounded = whole + (rest > .5 ? 1 : 0);
    String text = Long.toString(unit + rounded % unit);
    return (value < 0 || 1 / value < 0 ? "-" : "") + rounded / unit + "." + text.substring(1);
  }

  /** A waterfall for the terminal: one line a detail, a sign for each bit. */
  public static List<String> lines(Waterfall waterfall) {
    List<String> lines = new ArrayList<>();
    lines.add(line("before anything is compared", waterfall.start(), "", ""));
    double sum = waterfall.start();
    for (Waterfall.Step step : waterfall.steps()) {
      double bits = step.bits() + step.frequency();
      sum += bits;
      String frequency = Math.abs(step.frequency()) < .05 ? ""
          : String.format(Locale.ROOT, ", %+.1f as it is %s", step.frequency(), step.frequency() > 0 ? "rare" : "frequent");
      String values = step.sought().isEmpty() && step.held().isEmpty() ? "" : "  " + shown(step.sought()) + " | " + shown(step.held());
      lines.add(line(step.column(), bits, step.level() + frequency, values));
    }
    lines.add(line("kin and namesakes agree in this too", waterfall.kin(), "", ""));
    lines.add(String.format(Locale.ROOT, "%-36s %+7.1f  log2 of the odds, before other candidates (model version %d)", "together",
        sum + waterfall.kin(), waterfall.version()));
    return lines;
  }

  private static String shown(String value) {
    return value.isEmpty() ? "–" : value;
  }

  private static String line(String what, double bits, String level, String values) {
    int length = (int) Math.min(WIDEST, Math.round(Math.abs(bits)));
    return String.format(Locale.ROOT, "%-36s %+7.1f  %s%s%s", what, bits, (bits < 0 ? "-" : "+").repeat(length),
        level.isEmpty() ? "" : (length > 0 ? " " : "") + level, values).stripTrailing();
  }
}
