package homeward.tables;

import homeward.evidence.Waterfall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A waterfall for the terminal: one line a detail, a bar of a column for each bit. */
public final class WaterfallText {
  private static final int WIDEST = 24;

  private WaterfallText() {}

  /** The lines. */
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
