package homeward.command;

import homeward.problem.Breach;
import homeward.problem.Checker;
import homeward.problem.Mistake;
import homeward.problem.Papers;
import homeward.problem.Plan;
import homeward.problem.Policy;
import homeward.problem.Problem;
import homeward.problem.Submission;
import homeward.problem.Wish;
import homeward.solver.Engine;
import homeward.solver.Engines;
import homeward.solver.Patience;
import homeward.tranches.Clash;
import homeward.tranches.Planned;
import homeward.tranches.Tranches;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plans who goes when, adjusts a plan, explains one, checks one. */
@Command(
    name = "plan",
    description = {
      "Plans who goes when: the best list by a policy that people wrote, proven, and with its reasons.",
      "It proposes; people decide. The plan and its reasons stay with the side that asks; --submit writes what may leave."
    })
final class MakePlan implements Callable<Exit> {
  @Mixin private Console console = new Console();

  @Parameters(index = "0", paramLabel = "PROBLEM", description = "people, days, sites and vehicles: JSON")
  private Path problemFile = Path.of("");

  @Option(names = "--policy", paramLabel = "FILE", required = true, description = "what is wished for, in order: JSON")
  private Path policyFile = Path.of("");

  @Option(names = "--out", paramLabel = "FILE", description = "where the plan goes")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--submit", paramLabel = "FILE", description = "write what may leave this side: references and counts, nothing else")
  private Optional<Path> submit = Optional.empty();

  @Option(names = "--asked", paramLabel = "FILE", description = {
      "what the other side submitted as its request: its people count as asked for; whose policy has no wish ASKED is told so"})
  private Optional<Path> askedFile = Optional.empty();

  @Option(names = "--adjust", paramLabel = "FILE", description = "change this plan, with its sites and vehicles, as little as can be")
  private Optional<Path> standingFile = Optional.empty();

  @Option(names = "--in", paramLabel = "REF", description = "with --adjust: this person has to go now; may stand several times")
  private Set<String> in = new TreeSet<>();

  @Option(names = "--out-ref", paramLabel = "REF", description = "with --adjust: this person must not go now; may stand several times")
  private Set<String> outRefs = new TreeSet<>();

  @Option(names = "--why", paramLabel = "REF", description = "say why this person goes or not, and what would have to change; may stand several times")
  private Set<String> why = new TreeSet<>();

  @Option(names = "--more", paramLabel = "WHAT", description = {
      "say what one more would be worth: sites:DAY, vehicles:DAY or route:ROUTE:DAY"})
  private Optional<String> more = Optional.empty();

  @Option(names = "--engine", paramLabel = "ENGINE", defaultValue = "highs",
      description = "which engine finds it: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); the list is the same")
  private Engines.Name engine = Engines.Name.HIGHS;

  @Option(names = "--nodes", paramLabel = "N", description = "give up a proof after so many nodes of a search, and tell the gap")
  private Optional<Integer> nodes = Optional.empty();

  @Option(names = "--check", paramLabel = "FILE", description = "check this plan instead of making one; for an adjustment with --adjust")
  private Optional<Path> checkFile = Optional.empty();

  @Option(names = "--replay", description = "with --check: plan anew as well, and say whether the same list comes out")
  private boolean replay;

  @Override
  public Exit call() throws IOException {
    if (standingFile.isEmpty() && !(in.isEmpty() && outRefs.isEmpty())) {
      console.say("--in and --out-ref change a plan: name it with --adjust");
      return Exit.NOT_UNDERSTOOD;
    }
    if (nodes.isPresent() && nodes.get() < 1) {
      console.say("--nodes must be at least 1, not " + nodes.get());
      return Exit.NOT_UNDERSTOOD;
    }
    Optional<Problem> problem = sound(problemFile, Papers.problem(problemFile));
    Optional<Policy> policy = sound(policyFile, Papers.policy(policyFile));
    Optional<Plan> standing = standingFile.flatMap(file -> sound(file, Papers.plan(file)));
    Optional<Submission> asked = askedFile.flatMap(file -> sound(file, Papers.submission(file)));
    Optional<Plan> checked = checkFile.flatMap(file -> sound(file, Papers.plan(file)));
    boolean allThere = standing.isPresent() == standingFile.isPresent() && asked.isPresent() == askedFile.isPresent() && checked.isPresent() == checkFile.isPresent();
    if (problem.isEmpty() || policy.isEmpty() || !allThere) {
      return Exit.INPUT_REFUSED;
    }
    if (asked.isPresent() && !policy.get().has(Wish.Kind.ASKED)) {
      console.say("The policy has no wish ASKED, so whom the other side asks for changes nothing: write it where it belongs");
    }
    Problem whole = asked.map(problem.get()::asked).orElse(problem.get());
    return checked.isPresent() ? check(whole, policy.get(), checked.get(), standing) : make(whole, policy.get(), standing);
  }

  private <T> Optional<T> sound(Path file, Papers.Reading<T> reading) {
    return switch (reading) {
      case Papers.Reading.Read<T>(T value) -> Optional.of(value);
      case Papers.Reading.Refused<T>(List<Mistake> mistakes) -> {
        mistakes.forEach(mistake -> console.say(file.getFileName() + ": " + mistake));
        yield Optional.empty();
      }
    };
  }

  private Optional<Engine> engine() {
    return switch (Engines.find(engine)) {
      case Engines.Choice.Ready(Engine ready) -> Optional.of(ready);
      case Engines.Choice.Absent(String reason) -> {
        console.say(reason);
        yield Optional.empty();
      }
    };
  }

  private Exit make(Problem problem, Policy policy, Optional<Plan> standing) throws IOException {
    Optional<Engine> ready = engine();
    if (ready.isEmpty()) {
      return Exit.CANNOT_START;
    }
    Tranches tranches = tranches(problem, policy, ready.get());
    Planned planned = standing.map(stood -> tranches.adjust(stood, in, outRefs)).orElseGet(tranches::plan);
    return planned instanceof Planned.Made(Plan plan) ? made(tranches, plan, standing) : none(planned);
  }

  private Tranches tranches(Problem problem, Policy policy, Engine ready) {
    return new Tranches(problem, policy, ready, new Patience(nodes.orElse(Integer.MAX_VALUE), () -> false), console::progress);
  }

  private Exit made(Tranches tranches, Plan plan, Optional<Plan> standing) throws IOException {
    PlanTold told = new PlanTold(tranches, plan, standing);
    told.summary().forEach(console.out()::println);
    if (out.isPresent()) {
      Papers.write(out.get(), plan);
    }
    if (submit.isPresent()) {
      Papers.write(submit.get(), plan.submission(tranches.problem()));
    }
    why.forEach(ref -> told.why(ref).forEach(console.out()::println));
    if (more.isPresent()) {
      Optional<List<String>> worth = told.more(more.get());
      if (worth.isEmpty()) {
        console.say("--more takes sites:DAY, vehicles:DAY or route:ROUTE:DAY of this problem, not " + more.get());
        return Exit.NOT_UNDERSTOOD;
      }
      worth.get().forEach(console.out()::println);
    }
    console.out().flush();
    return Exit.DONE;
  }

  private Exit none(Planned planned) {
    return switch (planned) {
      case Planned.Impossible(List<Clash.Rule> rules) -> {
        console.out().println("There is no plan. These rules cannot all be kept; with any one of them less they could:");
        rules.forEach(rule -> console.out().println("  " + rule.words()));
        console.out().flush();
        yield Exit.NO;
      }
      case Planned.Refused(List<Mistake> mistakes) -> {
        mistakes.forEach(mistake -> console.say(mistake.toString()));
        yield Exit.INPUT_REFUSED;
      }
      case Planned.NotFound notFound -> {
        console.say("No plan was found within --nodes; whether there is one is not known. Give more.");
        yield Exit.NO;
      }
      case Planned.Cancelled cancelled -> Exit.NO;
      case Planned.Made made -> throw new IllegalStateException("a plan was made");
    };
  }

  private Exit check(Problem problem, Policy policy, Plan plan, Optional<Plan> standing) {
    if (plan.adjusts().isPresent() && standing.isEmpty()) {
      console.say("This plan adjusts another one: name that with --adjust");
      return Exit.NOT_UNDERSTOOD;
    }
    List<Breach> breaches = Checker.check(problem, policy, plan, standing.filter(some -> plan.adjusts().isPresent()));
    breaches.forEach(breach -> console.out().println(breach.rule() + ": " + breach.words()));
    boolean sameProblem = said("problem", problem.hash().equals(plan.problem()));
    boolean samePolicy = said("policy", policy.hash().equals(plan.policy()));
    boolean sameBefore = plan.adjusts().isEmpty()
        || said("plan before it", plan.adjusts().get().plan().equals(standing.orElseThrow().hash()));
    boolean right = sameProblem && samePolicy && sameBefore;
    if (breaches.isEmpty()) {
      console.out().println("It keeps every rule, and its values are as it states.");
    }
    if (!breaches.isEmpty() || !right || !replay) {
      console.out().flush();
      return breaches.isEmpty() && right ? Exit.DONE : Exit.NO;
    }
    return replayed(problem, policy, plan, standing);
  }

  private boolean said(String what, boolean same) {
    console.out().println("The " + what + (same ? " is the one it was made from." : " is NOT the one it was made from."));
    return same;
  }

  private Exit replayed(Problem problem, Policy policy, Plan plan, Optional<Plan> standing) {
    Optional<Engine> ready = engine();
    if (ready.isEmpty()) {
      return Exit.CANNOT_START;
    }
    boolean same = tranches(problem, policy, ready.get()).again(plan, standing) instanceof Planned.Made(Plan other)
        && other.listHash().equals(plan.listHash());
    console.out().println(same ? "Planned anew, the list is the same." : "Planned anew, the list is another one.");
    console.out().flush();
    return same ? Exit.DONE : Exit.NO;
  }
}
