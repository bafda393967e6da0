package homeward.mutation;

import homeward.json.Json;
import homeward.mutation.Verdict.Killed;
import homeward.mutation.Verdict.NoMutant;
import homeward.mutation.Verdict.RanAway;
import homeward.mutation.Verdict.Survived;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What became of every guard.
 *
 * @param tried in the order of the files
 * @param differences between the survivors and the list of them, in words
 * @param total how many were to be tried; more than were, when somebody stopped it
 * @param partly whether only some guards were tried, which says nothing about how many of all are missed
 */
public record Report(List<Tried> tried, List<String> differences, int total, boolean partly) {
  /** So many of a hundred removed guards have to make a test fail. */
  private static final int ENOUGH = 95;

  /** A guard, and what the tests said without it. */
  public record Tried(Guard guard, Verdict verdict) {}

  static Report of(List<Tried> tried, Survivors expected, int total, boolean partly) {
    Map<String, Boolean> survived = new LinkedHashMap<>();
    tried.stream()
        .filter(each -> !(each.verdict() instanceof NoMutant))
        .forEach(each -> survived.put(each.guard().name(), each.verdict() instanceof Survived));
    return new Report(List.copyOf(tried), expected.differences(survived, partly), total, partly);
  }

  /** Whether the tests hold the rules: enough guards are missed, and those that are not are the listed ones. */
  public boolean holds() {
    return !stopped() && differences.isEmpty() && (partly || missed() * 100L >= (long) ENOUGH * mutants());
  }

  /** Whether it was stopped on the way, so that nothing is known of some guards. */
  public boolean stopped() {
    return tried.size() < total;
  }

  /** How many guards were removed, and the rest compiled. */
  public int mutants() {
    return tried.size() - count(NoMutant.class);
  }

  /** How many of them some test misses. */
  public int missed() {
    return count(Killed.class) + count(RanAway.class);
  }

  private int count(Class<? extends Verdict> kind) {
    return (int) tried.stream().filter(each -> kind.isInstance(each.verdict())).count();
  }

  /** A line a guard, the survivors last, then the sums. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    tried.stream().filter(each -> !(each.verdict() instanceof Survived)).map(Report::line).forEach(lines::add);
    tried.stream().filter(each -> each.verdict() instanceof Survived).map(Report::line).forEach(lines::add);
    lines.add("");
    if (stopped()) {
      lines.add("Stopped on the way: %d of %d guards were tried.".formatted(tried.size(), total));
    }
    lines.add(
        "%d guards removed: %d killed (%d of them by a limit), %d survived; %s%%. %d more leave nothing that compiles."
            .formatted(
                mutants(), missed(), count(RanAway.class), count(Survived.class), percent(), count(NoMutant.class)));
    return lines;
  }

  /** With one digit, rounded down, so that what is shown is never more than what was reached. */
  private String percent() {
    int thousandths = mutants() == 0 ? 1000 : missed() * 1000 / mutants();
    return thousandths / 10 + "." + thousandths % 10;
  }

  private static String line(Tried tried) {
    Guard guard = tried.guard();
    return "%-9s %s:%d %s: %s%s"
        .formatted(word(tried), guard.file(), guard.line(), guard.method(), guard.text(), by(tried));
  }

  private static String word(Tried tried) {
    return switch (tried.verdict()) {
      case Killed killed -> "killed";
      case RanAway ran -> "ran away";
      case Survived survived -> "SURVIVED";
      case NoMutant none -> "no mutant";
    };
  }

  private static String by(Tried tried) {
    return switch (tried.verdict()) {
      case Killed killed -> "  <- " + killed.by();
      case RanAway ran -> "  <- the limit of " + ran.limit();
      case Survived survived -> "";
      case NoMutant none -> "  <- " + none.why();
    };
  }

  /** The same for programs. */
  public Json json() {
    return Json.fields(
        "guards", total,
        "stopped", stopped(),
        "mutants", mutants(),
        "killed", missed(),
        "killedByALimit", count(RanAway.class),
        "survived", count(Survived.class),
        "percent", percent(),
        "holds", holds(),
        "differences", Json.items(differences),
        "tried", Json.items(tried.stream().map(Report::json).toList()));
  }

  private static Json json(Tried tried) {
    Guard guard = tried.guard();
    return Json.fields(
        "file", guard.file(),
        "line", guard.line(),
        "guard", guard.name(),
        "verdict", word(tried).toLowerCase(Locale.ROOT),
        "by", by(tried).replaceFirst("^  <- ", ""));
  }
}
