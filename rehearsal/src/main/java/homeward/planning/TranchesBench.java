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

/** Measures plans: how long until the first four wishes are proven, until all are and the list is made, and a pin. */
public final class TranchesBench {
  private static final int ILL = 2;
  private static final int FIRST = 4;
  private static final int LARGEST = 100_000;
  private static final double ILL_AIM = 60;
  private static final double GAP_AIM = 5;
  private static final int PINS = 5;
  private static final double SECOND = 1e9;

  /** In seconds: the first four wishes, all of it, a pin; then megabytes. Empty where none was set. */
  private static final Map<Integer, double[]> AIMS = Map.of(
      1_000, new double[] {.5, 1, .1, 128}, 10_000, new double[] {2, 5, .4, 192},
      24_000, new double[] {20, 60, .75, 256}, 100_000, new double[] {60, Double.NaN, 2, 400});

  private final Engine engine;
  private final Patience patience;
  private final Clocks clocks;
  private final Memory memory;
  private final Consumer<String> news;

  /** What memory the process takes. */
  public interface Memory {
    /** Lets go of what is not needed any more, and counts anew from here on. */
    void forget();

    /** The most megabytes the process has taken since; 0 when the system does not tell. */
    long most();
  }

  /**
   * Measures nothing yet.
   *
   * @param news hears what is measured next
   */
  public TranchesBench(Engine engine, Patience patience, Clocks clocks, Memory memory, Consumer<String> news) {
    this.engine = engine;
    this.patience = patience;
    this.clocks = clocks;
    this.memory = memory;
    this.news = news;
  }

  /**
   * What is planned.
   *
   * @param half half of everybody on ten days, instead of 1,000 or half of 1,000 on three
   * @param firstOnly a plan ends once the first four wishes are proven, so there is no list and no pin
   */
  public record Extent(boolean half, boolean firstOnly) {}

  /** What pins took, and the most memory that one of them did. */
  private record Pins(List<Double> seconds, long megabytes) {}

  /** What one seed took, in seconds of processor time, and in hundredths the gap of the first four wishes; NaN for what was not reached. */
  private record Trial(double ill, double first, double all, Pins pins, double gap, String told, double megabytes) {}

  /** The figures of one size, as medians over seeds. */
  public List<Measure> measure(int people, int seeds, Extent extent) {
    List<Trial> trials = new ArrayList<>();
    for (long seed = 1; seed <= seeds; seed++) {
      Trial trial = trial(extent.half() ? Invention.half(people, seed) : Invention.threeDays(people, seed), extent);
      news.accept(String.format(Locale.ROOT, "%d people, seed %d: first four %.2f, all %.2f, %s", people, seed, trial.first(), trial.all(), trial.told()));
      trials.add(trial);
    }
    double[] none = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
    double[] aims = extent.half() ? none : AIMS.getOrDefault(people, none);
    double[] further = extent.half() ? new double[] {ILL_AIM, Double.NaN} : new double[] {Double.NaN, people == LARGEST ? GAP_AIM : Double.NaN};
    String told = String.join("; ", trials.stream().map(Trial::told).distinct().toList());
    String which = people + (extent.half() ? ", half of everybody in ten days" : "");
    String counted = seeds + " seeds, median and worst";
    List<Measure> measures = new ArrayList<>(List.of(
        measure("ill-" + people, which + ": seriously wounded and sick proven", trials.stream().map(Trial::ill).toList(), further[0], "s", counted),
        measure("first-" + people, which + ": first 4 wishes proven", trials.stream().map(Trial::first).toList(), aims[0], "s", counted),
        measure("gap-" + people, which + ": gap of the first 4 wishes", trials.stream().map(Trial::gap).toList(), further[1], "%", counted)));
    if (!extent.firstOnly()) {
      measures.add(measure("all-" + people, which + ": all proven, and the list", trials.stream().map(Trial::all).toList(), aims[1], "s", told));
      measures.add(measure("pin-" + people, which + ": a pin", trials.stream().flatMap(trial -> trial.pins().seconds().stream()).toList(), aims[2], "s", PINS + " pins a seed"));
    }
    measures.add(measure("memory-" + people, which + ": memory", trials.stream().map(Trial::megabytes).toList(), aims[3], "MB",
        "the most of the process, for a plan or a pin"));
    return measures;
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

  private Trial trial(Problem problem, Extent extent) {
    memory.forget();
    long from = clocks.process().getAsLong();
    double[] proven = {Double.NaN, Double.NaN};
    Policy policy = policy();
    Patience until = new Patience(patience.nodes(), () -> patience.cancelled().getAsBoolean() || (extent.firstOnly() && !Double.isNaN(proven[1])));
    Planned planned = new Tranches(problem, policy, engine, until, (what, done, total) -> {
      for (int i = 0; i < proven.length && total == policy.order().size(); i++) {
        if (Double.isNaN(proven[i]) && done == (i == 0 ? ILL : FIRST) + 1L) {
          proven[i] = seconds(from);
        }
      }
    }).plan();
    double all = seconds(from);
    long most = memory.most();
    if (!(planned instanceof Planned.Made(Plan plan))) {
      boolean asked = planned instanceof Planned.Cancelled;
      return new Trial(proven[0], proven[1], Double.NaN, new Pins(List.of(), 0), asked ? 0 : Double.NaN,
          asked ? "first four proven" : planned.toString(), most);
    }
    Plan.Stage last = plan.stages().getLast();
    String told = plan.proven() ? "all proven" : last.wish() + " " + last.value() + ", at most " + last.bound();
    double gap = plan.proven() || plan.stages().size() > FIRST ? 0 : 100.0 * last.gap() / Math.max(1, Math.abs(last.bound()));
    Pins pins = pins(problem, policy, plan);
    return new Trial(proven[0], proven[1], plan.proven() ? all : Double.NaN, pins, gap, told, Math.max(most, pins.megabytes()));
  }

  private Pins pins(Problem problem, Policy policy, Plan plan) {
    Eligible eligible = new Eligible(problem);
    Set<String> going = plan.days().keySet();
    List<Person> others = problem.people().stream().filter(person -> eligible.canGo(person) && !going.contains(person.ref())).toList();
    List<Double> pins = new ArrayList<>();
    long most = 0;
    for (int pin = 0; pin < PINS && !others.isEmpty(); pin++) {
      Person person = others.get((int) ((long) others.size() * pin / PINS));
      memory.forget();
      long from = clocks.process().getAsLong();
      new Tranches(problem, policy, engine, patience, (what, done, total) -> {}).adjust(plan, Set.of(person.ref()), Set.of());
      pins.add(seconds(from));
      most = Math.max(most, memory.most());
    }
    return new Pins(pins, most);
  }

  /** The first four wishes are those that the aims speak of. */
  static Policy policy() {
    return new Policy(Policy.FORMAT, "bench", 1, Arrays.stream(new Wish.Kind[] {Wish.Kind.SERIOUSLY_WOUNDED, Wish.Kind.SICK, Wish.Kind.VULNERABLE,
        Wish.Kind.LONGEST_HELD, Wish.Kind.UNITS_WITHOUT_RETURN, Wish.Kind.SECTORS_IN_BAND, Wish.Kind.WOUNDED_EARLY, Wish.Kind.FEWEST_SITES})
        .map(Wish::of).toList());
  }
}
