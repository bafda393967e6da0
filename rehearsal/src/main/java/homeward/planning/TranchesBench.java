package homeward.planning;

import homeward.bench.Clocks;
import homeward.bench.Measure;
import homeward.bench.Measure.Aim;
import homeward.problem.Eligible;
import homeward.problem.Invention;
import homeward.problem.Person;
import homeward.problem.Plan;
import homeward.problem.Policy;
import homeward.problem.Problem;
import homeward.problem.Wish;
import homeward.solver.Engine;
import homeward.solver.Patience;
import homeward.tranches.Planned;
import homeward.tranches.Tranches;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Measures plans: how long until the first four wishes are proven, until all are and the list is made, and a pin. */
public final class TranchesBench {
  private static final int FIRST = 4;
  private static final int PINS = 5;
  private static final double SECOND = 1e9;

  /** In seconds: the first four wishes, all of it, a pin; then megabytes. Empty where none was set. */
  private static final Map<Integer, double[]> AIMS = Map.of(
      1_000, new double[] {.5, 1, .1, 128}, 10_000, new double[] {2, 5, .4, 192},
      24_000, new double[] {20, 60, .75, 256}, 100_000, new double[] {60, Double.NaN, 2, 400});

  private final Engine engine;
  private final Patience patience;
  private final Clocks clocks;
  private final LongSupplier memory;
  private final Consumer<String> news;

  /**
   * Measures nothing yet.
   *
   * @param memory the most megabytes the process has taken so far; 0 when the system does not tell
   * @param news hears what is measured next
   */
  public TranchesBench(Engine engine, Patience patience, Clocks clocks, LongSupplier memory, Consumer<String> news) {
    this.engine = engine;
    this.patience = patience;
    this.clocks = clocks;
    this.memory = memory;
    this.news = news;
  }

  /** What one seed took, in seconds of processor time; a stage that was not proven ends the rest. */
  private record Trial(double first, double all, List<Double> pins, String gap) {}

  /** The figures of one size, as medians over seeds. */
  public List<Measure> measure(int people, int seeds, boolean half) {
    List<Trial> trials = new ArrayList<>();
    for (long seed = 1; seed <= seeds; seed++) {
      news.accept(people + " people, seed " + seed);
      trials.add(trial(half ? Invention.half(people, seed) : Invention.threeDays(people, seed)));
    }
    double[] aims = half ? new double[] {60, Double.NaN, Double.NaN, Double.NaN}
        : AIMS.getOrDefault(people, new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN});
    String gaps = String.join("; ", trials.stream().map(Trial::gap).distinct().toList());
    String which = people + (half ? ", half of everybody in ten days" : "");
    return List.of(
        measure("first-" + people, which + ": first 4 wishes", trials.stream().map(Trial::first).toList(), aims[0], "s", seeds + " seeds, median and worst"),
        measure("all-" + people, which + ": all, and the list", trials.stream().map(Trial::all).toList(), aims[1], "s", gaps),
        measure("pin-" + people, which + ": a pin", trials.stream().flatMap(trial -> trial.pins().stream()).toList(), aims[2], "s", PINS + " pins a seed"),
        measure("memory-" + people, which + ": memory", List.of((double) memory.getAsLong()), aims[3], "MB", "most so far, of the process"));
  }

  /** The hash of the list of each seed, to be compared with that of another engine in another process. */
  public List<String> lists(int people, int seeds) {
    List<String> lines = new ArrayList<>();
    for (long seed = 1; seed <= seeds; seed++) {
      news.accept(people + " people, seed " + seed);
      Planned planned = new Tranches(Invention.threeDays(people, seed), Policy.toBeginWith(), engine).plan();
      lines.add(people + " " + seed + " " + (planned instanceof Planned.Made(Plan plan) ? plan.listHash() : "no plan"));
    }
    return lines;
  }

  private static Measure measure(String code, String what, List<Double> values, double aim, String unit, String how) {
    double[] known = values.stream().mapToDouble(Double::doubleValue).filter(value -> !Double.isNaN(value)).sorted().toArray();
    String worst = known.length < 2 ? "" : String.format(Locale.ROOT, ", worst %.2f", known[known.length - 1]);
    String missing = known.length < values.size() ? ", " + (values.size() - known.length) + " of " + values.size() + " not reached" : "";
    return new Measure(code, what, unit, known.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(known[known.length / 2]),
        Double.isNaN(aim) ? Optional.empty() : Optional.of(new Aim.AtMost(aim)), how + worst + missing);
  }

  private double seconds(long since) {
    return (clocks.process().getAsLong() - since) / SECOND;
  }

  private Trial trial(Problem problem) {
    long from = clocks.process().getAsLong();
    double[] first = {Double.NaN};
    Policy policy = policy();
    Planned planned = new Tranches(problem, policy, engine, patience, (what, done, total) -> {
      if (Double.isNaN(first[0]) && done == FIRST + 1 && total == policy.order().size()) {
        first[0] = seconds(from);
      }
    }).plan();
    double all = seconds(from);
    if (!(planned instanceof Planned.Made(Plan plan))) {
      return new Trial(first[0], Double.NaN, List.of(), planned.toString());
    }
    Plan.Stage last = plan.stages().getLast();
    String gap = plan.proven() ? "all proven" : last.wish() + " " + last.value() + ", at most " + last.bound();
    return new Trial(first[0], plan.proven() ? all : Double.NaN, pins(problem, policy, plan), gap);
  }

  private List<Double> pins(Problem problem, Policy policy, Plan plan) {
    Eligible eligible = new Eligible(problem);
    Set<String> going = plan.days().keySet();
    List<Person> others = problem.people().stream().filter(person -> eligible.canGo(person) && !going.contains(person.ref())).toList();
    List<Double> pins = new ArrayList<>();
    for (int pin = 0; pin < PINS && !others.isEmpty(); pin++) {
      Person person = others.get((int) ((long) others.size() * pin / PINS));
      long from = clocks.process().getAsLong();
      new Tranches(problem, policy, engine, patience, (what, done, total) -> {}).adjust(plan, Set.of(person.ref()), Set.of());
      pins.add(seconds(from));
    }
    return pins;
  }

  /** The first four wishes are those that the aims speak of. */
  static Policy policy() {
    return new Policy(Policy.FORMAT, "bench", 1, Arrays.stream(new Wish.Kind[] {Wish.Kind.SERIOUSLY_WOUNDED, Wish.Kind.SICK, Wish.Kind.VULNERABLE,
        Wish.Kind.LONGEST_HELD, Wish.Kind.UNITS_WITHOUT_RETURN, Wish.Kind.SECTORS_IN_BAND, Wish.Kind.WOUNDED_EARLY, Wish.Kind.FEWEST_SITES})
        .map(Wish::of).toList());
  }
}
