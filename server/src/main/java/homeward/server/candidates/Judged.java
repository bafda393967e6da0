package homeward.server.candidates;

import homeward.recognition.Cells;
import homeward.register.Column;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A pair on its page: both records beside each other, why it weighs what it weighs, and what was ruled on it.
 *
 * @param rulings the latest first
 */
record Judged(Shown shown, Reasons reasons, List<Ruling> rulings) {

  /**
   * A field of both records.
   *
   * @param differs whether the two do not say the same, as far as anybody can tell
   * @param step what was compared of it
   */
  record Line(String header, String one, String other, boolean differs, Optional<Reasons.Step> step) {}

  /** What was compared, and what an answer depends on; nothing else of anybody's file. */
  private static final Set<Column> SHOWN = EnumSet.copyOf(Cells.COLUMNS);

  static {
    SHOWN.addAll(List.of(Column.SEEN_PLACE, Column.SEEN_DATE, Column.CATEGORY, Column.STATUS));
  }

  /** The fields that either has, in the order of files. */
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (Column column : SHOWN) {
      String one = shown.one().text(column.header());
      String other = shown.other().text(column.header());
      if (!(one.isEmpty() && other.isEmpty())) {
        Optional<Reasons.Step> step = reasons.step(column);
        boolean differs = !one.isEmpty() && !other.isEmpty() && step.map(known -> !known.same()).orElse(!one.equals(other));
        lines.add(new Line(column.header(), one, other, differs, step));
      }
    }
    return lines;
  }

  /** What all other candidates of the two records take away. */
  public double others() {
    return Math.round((shown.candidate().weight() - reasons.total()) * 1000) / 1000.0;
  }

  /** The waterfall as bars. */
  public Plot plot() {
    return Plot.of(this);
  }

  /** Whether both are people of this party's registers, with files of their own. */
  public boolean bothHaveFiles() {
    return shown.candidate().what() != What.LIST;
  }

  /** Whether somebody said that the one sought is the one who was seen. */
  public boolean wasSeen() {
    return shown.candidate().what() == What.SEEN && shown.candidate().is(Ruling.Word.ACCEPTED);
  }
}
