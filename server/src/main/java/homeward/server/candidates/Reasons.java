package homeward.server.candidates;

import homeward.evidence.Waterfall;
import homeward.register.Column;
import homeward.values.Kind;
import homeward.values.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why a pair weighs what it weighs, as it was when it was compared: levels and bits without the values. Weights go on standing on their
 * own when a frequent name becomes more frequent later.
 *
 * @param version of the meaning of the numbers
 * @param start what any pair starts with, in bits
 * @param steps the columns, in the schema's order
 * @param kin what kin and namesakes explain as well
 * @param total before other candidates are looked at
 */
record Reasons(int version, double start, List<Step> steps, double kin, double total) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Schema SCHEMA = Schema.people();

  Reasons {
    steps = List.copyOf(steps);
  }

  /**
   * One column.
   *
   * @param level by number, of the column's kind
   * @param bits what that tells
   * @param frequency what is added because the value is rare, or taken away because it is frequent
   */
  record Step(String column, int level, double bits, double frequency) {
    /** What the column tells altogether. */
    public double together() {
      return bits + frequency;
    }

    /** The key of the level's words. */
    public String key() {
      Kind kind = kind(column);
      return "candidates.level." + (kind.isName() ? "NAME" : kind.name()) + "." + level;
    }

    /** Whether the two say the same, as far as the engine can tell. */
    boolean same() {
      Kind kind = kind(column);
      return level == 0 || (kind.isName() ? level <= 3 : level == 1);
    }
  }

  private static Kind kind(String column) {
    return SCHEMA.columns().stream().filter(each -> each.name().equals(column)).findFirst().orElseThrow().kind();
  }

  static Reasons of(Waterfall waterfall) {
    List<Step> steps = new ArrayList<>();
    for (Waterfall.Step step : waterfall.steps()) {
      steps.add(new Step(step.column(), kind(step.column()).levels().indexOf(step.level()), rounded(step.bits()), rounded(step.frequency())));
    }
    return new Reasons(waterfall.version(), rounded(waterfall.start()), steps, rounded(waterfall.kin()), rounded(waterfall.total()));
  }

  private static double rounded(double bits) {
    return Math.round(bits * 1000) / 1000.0;
  }

  static Reasons read(String json) {
    return JSON.readValue(json, Reasons.class);
  }

  String json() {
    return JSON.writeValueAsString(this);
  }

  /** What was compared of a column. */
  Optional<Step> step(Column column) {
    return steps.stream().filter(step -> step.column().equals(column.header())).findFirst();
  }
}
