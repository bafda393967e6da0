package homeward.rehearsal;

import homeward.invariant.Invariants.Broken;
import homeward.json.Json;
import homeward.rehearsal.Rehearsal.Ending;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What came of a range of seeds.
 *
 * @param done what was rehearsed of it
 * @param processorMillis processor time it took, in ms
 */
public record Report(long from, long to, List<Rehearsal> done, long processorMillis) {
  private static final int CLOSED_IN_A_HUNDRED = 95;
  /** With fewer fault-free seeds one more or less says nothing. */
  private static final int ENOUGH = 20;

  private static final long MILLIS_A_MINUTE = 60_000;

  /** How many ended so. */
  public long ended(Ending how) {
    return done.stream().filter(seed -> seed.ending() == how).count();
  }

  private long faultFree(Ending how) {
    return done.stream().filter(seed -> seed.faultFree() && seed.ending() == how).count();
  }

  private long faultFree() {
    return done.stream().filter(Rehearsal::faultFree).count();
  }

  /** Whether no invariant is broken, and enough of the fault-free seeds were closed by both sides. */
  public boolean holds() {
    return done.stream().allMatch(seed -> seed.broken().isEmpty()) && closedOften();
  }

  /** Whether fault-free seeds were closed as often as they have to be. */
  public boolean closedOften() {
    return faultFree() < ENOUGH || faultFree(Ending.CLOSED) * 100 >= faultFree() * CLOSED_IN_A_HUNDRED;
  }

  /** How often each mark was reached. */
  SequencedMap<Mark, Integer> reached() {
    SequencedMap<Mark, Integer> reached = new LinkedHashMap<>();
    for (Mark mark : Mark.values()) {
      int times = (int) done.stream().filter(seed -> seed.marks().contains(mark)).count();
      if (times > 0) {
        reached.put(mark, times);
      }
    }
    return reached;
  }

  /** Marks that no seed reached. */
  public List<String> missed() {
    return Arrays.stream(Mark.values()).filter(mark -> !reached().containsKey(mark)).map(mark -> mark.name() + " (" + mark.words() + ")").toList();
  }

  /** Every violation with its seed, its invariant and the command that shows it again. */
  public List<String> violations(String options) {
    List<String> lines = new ArrayList<>();
    done.forEach(seed -> seed.broken().forEach(broken -> lines.add(line(seed, broken, options))));
    return lines;
  }

  private static String line(Rehearsal seed, Broken broken, String options) {
    return "Seed %d breaks invariant %d (%s): %s.%n  To see it: ./homeward rehearse --replay %d%s"
        .formatted(seed.seed(), broken.invariant().number(), broken.invariant().words(), broken.what(), seed.seed(), options);
  }

  /** The sums in a few lines. */
  public List<String> summary() {
    List<String> lines = new ArrayList<>();
    lines.add("%d of %d seeds rehearsed (%d without faults): %d closed, %d ended, %d without an end."
        .formatted(done.size(), to - from + 1, faultFree(), ended(Ending.CLOSED), ended(Ending.ENDED), ended(Ending.UNENDED)));
    lines.add("Of those without faults %d closed and %d ended.".formatted(faultFree(Ending.CLOSED), faultFree(Ending.ENDED)));
    lines.add("%d of %d marks reached, %d invariants broken, %d seeds a minute of processor time."
        .formatted(reached().size(), Mark.values().length, broken(), aMinute()));
    if (!closedOften()) {
      lines.add("Too few of the seeds without faults were closed: at least %d in a hundred have to be.".formatted(CLOSED_IN_A_HUNDRED));
    }
    return lines;
  }

  private long broken() {
    return done.stream().mapToLong(seed -> seed.broken().size()).sum();
  }

  private long aMinute() {
    return done.size() * MILLIS_A_MINUTE / Math.max(1, processorMillis);
  }

  /** As docs/formats.md has it. */
  public Json json() {
    SequencedMap<String, Json> times = new LinkedHashMap<>();
    reached().forEach((mark, count) -> times.put(mark.name(), Json.of(count)));
    List<Json> violations = new ArrayList<>();
    done.forEach(seed -> seed.broken().forEach(broken -> violations.add(
        Json.fields("seed", seed.seed(), "invariant", broken.invariant().number(), "words", broken.invariant().words(), "what", broken.what()))));
    return Json.fields(
        "seeds", Json.fields("from", from, "to", to, "done", done.size(), "faultFree", faultFree(), "faulty", done.size() - faultFree()),
        "violations", Json.items(violations),
        "closed", ended(Ending.CLOSED),
        "ended", ended(Ending.ENDED),
        "unended", ended(Ending.UNENDED),
        "faultFree", Json.fields("closed", faultFree(Ending.CLOSED), "ended", faultFree(Ending.ENDED)),
        "marks", Json.fields("reached", new Json.Fields(times), "missed", Json.items(Arrays.stream(Mark.values()).filter(mark -> !reached().containsKey(mark)).map(Mark::name).toList())),
        "processorMillis", processorMillis,
        "seedsPerProcessorMinute", aMinute());
  }
}
