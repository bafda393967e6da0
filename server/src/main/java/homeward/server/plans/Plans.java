package homeward.server.plans;

import homeward.agreement.Agreement;
import homeward.conduct.Choosing;
import homeward.exchange.Person.Promise;
import homeward.exchange.Ref;
import homeward.exchange.State;
import homeward.problem.Papers;
import homeward.problem.Policy;
import homeward.problem.Problem;
import homeward.problem.Submission;
import homeward.reasons.Reasons;
import homeward.reasons.Why;
import homeward.register.PeopleFile.Kind;
import homeward.register.Person;
import homeward.seating.SeatingPlan;
import homeward.seating.SeatingProblem;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import homeward.server.lists.Lists;
import homeward.server.plans.Job.OneMore;
import homeward.server.plans.Job.Purpose;
import homeward.server.register.Group;
import homeward.server.register.Register;
import homeward.solver.Engines;
import homeward.tranches.Tranches;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who of this side's people goes when. */
@Component
public class Plans {
  private static final int SHOWN = 30;

  private final Jobs jobs;
  private final Solving solving;
  private final Lists lists;
  private final Register register;
  private final Around around;
  private Optional<Standing> standing = Optional.empty();

  /** The plan that stands with what changes it on the way; remembered, since it remembers who rides instead of whom. */
  private record Standing(String code, Choosing choosing) {}

  Plans(Jobs jobs, Solving solving, Lists lists, Register register, Around around) {
    this.jobs = jobs;
    this.solving = solving;
    this.lists = lists;
    this.register = register;
    this.around = around;
  }

  /** What came of asking for a plan. */
  public sealed interface Asking {
    /** It is being made. */
    record Asked(String code) implements Asking {}

    /** It is not, because of these: clauses in English, each with its cure. Nothing was kept. */
    record Refused(List<String> why) implements Asking {}
  }

  /**
   * The problem as far as this node knows it: whoever is agreed and not gone, with what the register says. Sites and vehicles are not in
   * the register; whoever knows them writes them into it. Of a request only the holder knows them. Empty when there is no agreement or
   * nobody is agreed.
   */
  public Optional<Problem> prepared(Viewer by, Purpose purpose) {
    by.require(Right.PLAN_MAKE);
    return around.talks().agreement().filter(this::isSide).flatMap(agreement -> {
      String mine = around.circle().mine().id();
      String holder = purpose == Purpose.RELEASE ? mine : agreement.otherSide(mine);
      SortedMap<Ref, Person> agreed = purpose == Purpose.RELEASE ? agreed(by) : around.awaited().agreed(by, "plans.request");
      return agreed.isEmpty() ? Optional.empty() : Optional.of(SeatingProblem.of(agreement, holder, agreed));
    });
  }

  private boolean isSide(Agreement agreement) {
    return agreement.sides().stream().anyMatch(side -> side.id().equals(around.circle().mine().id()));
  }

  private SortedMap<Ref, Person> agreed(Viewer by) {
    State state = around.proceedings().standing().state();
    Map<String, Person> byCode = new HashMap<>();
    register.everybody(by, "plans.problem", Kind.HELD, Group.seenBy(by)).forEach(file -> byCode.put(file.code(), file.person()));
    SortedMap<Ref, Person> agreed = new TreeMap<>();
    for (Lists.Row row : lists.rows()) {
      Ref ref = new Ref(row.ref());
      var said = state.people().get(ref);
      boolean free = said != null && said.promise() == Promise.AGREED && !row.direct();
      Optional.ofNullable(byCode.get(row.person())).filter(person -> free).ifPresent(person -> agreed.put(ref, person));
    }
    return agreed;
  }

  /**
   * What somebody brought for a plan; a file of nothing was not brought.
   *
   * @param problem without it the prepared one
   * @param policy without it the one to begin with, with whom the other side asks for first where it asks
   * @param request what the other side submitted as its request
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared: the bytes of files
  public record Brought(byte[] problem, byte[] policy, byte[] request) {}

  /** Asks for a plan with everything open. */
  public Asking make(Viewer by, Purpose purpose, Brought brought) {
    by.require(Right.PLAN_MAKE);
    Papers.Reading<Policy> rules = brought.policy().length == 0 ? new Papers.Reading.Read<>(toBeginWith(brought)) : Papers.policy(text(brought.policy()));
    Papers.Reading<Submission> request = brought.request().length == 0
        ? new Papers.Reading.Read<>(new Submission(Submission.FORMAT, List.of())) : Papers.submission(text(brought.request()));
    Papers.Reading<Problem> asked = brought.problem().length == 0
        ? prepared(by, purpose).<Papers.Reading<Problem>>map(Papers.Reading.Read::new).orElse(new Papers.Reading.Refused<>(List.of()))
        : Papers.problem(text(brought.problem()));
    if (rules instanceof Papers.Reading.Read<Policy>(Policy soundRules) && asked instanceof Papers.Reading.Read<Problem>(Problem sound)
        && request instanceof Papers.Reading.Read<Submission>(Submission soundRequest)) {
      Problem whole = brought.request().length == 0 ? sound : sound.asked(soundRequest);
      return start(by, job(purpose, whole, soundRules, Change.NONE));
    }
    return new Asking.Refused(Stream.of(asked, rules, request)
        .flatMap(reading -> reading instanceof Papers.Reading.Refused<?> refused ? refused.mistakes().stream() : Stream.empty())
        .map(Object::toString).toList());
  }

  private static Policy toBeginWith(Brought brought) {
    return brought.request().length == 0 ? Policy.toBeginWith() : Policy.toBeginWith().askedFirst();
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }

  /** Asks for a plan that stands to be changed as little as the policy lets it. */
  public Asking adjust(Viewer by, String basis, SortedSet<String> in, SortedSet<String> out) {
    requireOneOf(by, Right.PLAN_MAKE, Right.EXCHANGE_SIGN);
    return jobs.find(basis).filter(job -> job.plan().isPresent())
        .map(job -> start(by, job(job.purpose(), job.problem(), job.policy(), new Change(Optional.of(basis), Optional.empty(), in, out))))
        .orElse(new Asking.Refused(List.of()));
  }

  /** Asks what one more of something would be worth: a plan with everything open, beside the one that it is asked of. */
  public Asking oneMore(Viewer by, String basis, OneMore more) {
    by.require(Right.PLAN_MAKE);
    return jobs.find(basis).filter(job -> job.plan().isPresent()).flatMap(job -> more.in(job.problem())
            .map(problem -> start(by, job(job.purpose(), problem, job.policy(), new Change(Optional.of(basis), Optional.of(more), new TreeSet<>(), new TreeSet<>())))))
        .orElse(new Asking.Refused(List.of("one more of that changes nothing here: nothing of the problem says how many there are")));
  }

  private static void requireOneOf(Viewer by, Right one, Right other) {
    if (!by.may(one)) {
      by.require(other);
    }
  }

  private record Change(Optional<String> basis, Optional<OneMore> oneMore, SortedSet<String> in, SortedSet<String> out) {
    static final Change NONE = new Change(Optional.empty(), Optional.empty(), new TreeSet<>(), new TreeSet<>());
  }

  private Job job(Purpose purpose, Problem problem, Policy policy, Change change) {
    String code = Base64.getUrlEncoder().withoutPadding().encodeToString(around.random().bytes(16));
    return new Job(
        code, purpose, around.clock().now(), Job.State.WAITING, 0, 0, problem, policy, change.basis(), change.oneMore(), change.in(), change.out(), Optional.empty(), List.of(), Optional.empty());
  }

  private Asking start(Viewer by, Job job) {
    jobs.add(job, by.account());
    solving.start(job.code());
    return new Asking.Asked(job.code());
  }

  /** The latest plans first. */
  public List<Job.Entry> latest(Viewer by) {
    by.require(Right.PLAN_SEE);
    return jobs.latest(SHOWN);
  }

  public Optional<Job> find(Viewer by, String code) {
    by.require(Right.PLAN_SEE);
    return jobs.find(code);
  }

  /** Somebody wants no more of it. */
  public void cancel(Viewer by, String code) {
    requireOneOf(by, Right.PLAN_MAKE, Right.EXCHANGE_SIGN);
    jobs.cancel(code);
  }

  /** From now on the desk fills seats by it; by a request it fills none. */
  public void stands(Viewer by, String code) {
    by.require(Right.EXCHANGE_SIGN);
    jobs.stands(code, around.clock().now());
  }

  /**
   * Why somebody goes or does not; empty when nobody of the plan has this reference, or no solver is here. It tells what the policy
   * looks at, so the read is recorded.
   */
  @Transactional
  public Optional<Why> why(Viewer by, Job job, String ref) {
    by.require(Right.PLAN_MAKE);
    boolean known = job.problem().byRef().containsKey(ref);
    if (known) {
      around.reads().record(by, "plans.why", ref, new TreeSet<>(List.of(Right.PERSON_HEALTH, Right.PERSON_BIRTH, Right.PERSON_SERVICE, Right.PERSON_CAPTIVITY)));
    }
    return known && job.plan().isPresent() && Engines.find(Engines.Name.HIGHS) instanceof Engines.Choice.Ready ready
        ? Optional.of(new Reasons(new Tranches(job.problem(), job.policy(), ready.engine()), job.plan().get(),
            job.basis().flatMap(jobs::find).flatMap(Job::plan)).why(ref))
        : Optional.empty();
  }

  /** In which order the desk fills seats: by the plan that stands, else by the lot. */
  public synchronized Choosing choosing() {
    Optional<String> code = jobs.standing();
    standing = code.flatMap(now -> standing.filter(before -> before.code().equals(now)).or(() -> jobs.find(now).map(Plans::standing)));
    return standing.map(Standing::choosing).orElseGet(Choosing::byLot);
  }

  private static Standing standing(Job job) {
    return new Standing(job.code(), choosing(job));
  }

  private static Choosing choosing(Job job) {
    return Engines.find(Engines.Name.HIGHS) instanceof Engines.Choice.Ready ready && job.plan().isPresent()
        ? new SeatingPlan(ready.engine(), job.problem(), job.policy(), job.plan().get())
        : Choosing.byLot();
  }
}
