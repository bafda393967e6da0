package homeward.tranches;

import homeward.problem.Day;
import homeward.problem.Eligible;
import homeward.problem.Person;
import homeward.problem.Plan;
import homeward.problem.Problem;
import homeward.problem.Sentence.Form;
import homeward.problem.Sentence;
import homeward.problem.Valuation;
import homeward.problem.Wish;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The reasons for one plan. Each is found by asking what would be otherwise with the sites and vehicles of the plan, and
 * each "what would have to change" was tried: {@link #after} plans anew with it. They stay with the side that made the plan.
 */
public final class Reasons {
  private static final int MOST_MONTHS = 1_200;
  private static final int MOST_PARTS = 12;

  private final Tranches asked;
  private final Plan plan;
  private final Setting setting;

  /** Of a plan, and the one before it where it is an adjustment. */
  Reasons(Tranches asked, Plan plan, Optional<Plan> before) {
    this(asked, plan, setting(asked.problem(), plan, before));
  }

  private Reasons(Tranches asked, Plan plan, Setting setting) {
    this.asked = asked;
    this.plan = plan;
    this.setting = setting;
  }

  private static Setting setting(Problem problem, Plan plan, Optional<Plan> before) {
    Setting fixed = Setting.open().with(Setting.Frame.of(before.orElse(plan), problem));
    return before.isEmpty() ? fixed
        : new Setting(fixed.frame(), Optional.empty(), before, plan.adjusts().orElseThrow().in(), plan.adjusts().orElseThrow().out(), List.of(), false);
  }

  /** What it would cost, with the sites and vehicles of this plan, to put some in and take some out. */
  public Price.Asked price(Set<String> in, Set<String> out) {
    return told(asked.adjust(plan, in, out), asked.problem(), Optional.of(plan));
  }

  /**
   * What one more site, vehicle or vehicle of a route on a day would be worth, with everything open: plans anew, and takes
   * as long as a plan.
   *
   * @param kind SITES, VEHICLES or ROUTE
   * @param about the route, for ROUTE
   */
  public Price.Asked oneMore(Clash.Kind kind, String about, String day) {
    Change change = new Change(List.of(new Change.Part.Eased(new Clash.Rule(kind, about, "", day, Sentence.of(Form.SAID, "")))));
    Supposed supposed = new Supposed(asked.problem(), Setting.open()).after(change);
    return told(asked.with(supposed.problem()).plan(), supposed.problem(), Optional.empty());
  }

  /** Plans anew with a change, and with the sites and vehicles of this plan as far as the change leaves them. */
  public Planned after(Change change) {
    return solve(new Supposed(asked.problem(), setting).after(change));
  }

  /** Why somebody goes or does not. */
  public Why why(String ref) {
    Person person = asked.problem().byRef().get(ref);
    if (person == null) {
      return new Why(ref, Why.Standing.UNKNOWN, Optional.empty(), List.of(Sentence.of(Form.NOBODY)), Optional.empty());
    }
    if (plan.days().containsKey(ref)) {
      return taken(person);
    }
    Eligible eligible = new Eligible(asked.problem());
    return eligible.canGo(person) ? notTaken(person) : cannotGo(person);
  }

  private Planned solve(Supposed supposed) {
    Tranches other = asked.with(supposed.problem());
    return other.answer(supposed.setting().in(), supposed.setting().out(), () -> other.solving().solve(supposed.setting(), plan.adjusts()));
  }

  private Price.Asked told(Planned planned, Problem problem, Optional<Plan> standing) {
    return planned instanceof Planned.Made(Plan other)
        ? new Price.Asked.Told(price(other, problem, standing), other) : new Price.Asked.NoPlan(planned);
  }

  /** Values are counted person by person, so that two plans are compared on the same footing. */
  private Price price(Plan other, Problem problem, Optional<Plan> standing) {
    Valuation before = new Valuation(asked.problem());
    Valuation after = new Valuation(problem);
    List<Price.Line> lines = new ArrayList<>();
    for (Wish wish : asked.policy().order()) {
      lines.add(new Price.Line(wish.wish().name(), before.of(wish, plan.days()), after.of(wish, other.days())));
    }
    standing.ifPresent(stood -> lines.add(new Price.Line(Plan.Stage.CHANGES,
        -Valuation.changes(stood.days(), plan.days()), -Valuation.changes(stood.days(), other.days()))));
    return new Price(lines, Difference.between(plan, other));
  }

  /** The plan in which somebody goes, or does not, and everything else is as well as it can be. */
  private Price.Asked pinned(Person person, boolean in) {
    Set<String> put = new HashSet<>(setting.in());
    Set<String> out = new HashSet<>(setting.out());
    (in ? put : out).add(person.ref());
    return told(solve(new Supposed(asked.problem(), setting.withPins(put, out))), asked.problem(), setting.current());
  }

  /** Sites that are ordered count whether they are used or not, so with fixed sites their number decides nothing. */
  private static Price withoutSites(Price price) {
    return new Price(price.lines().stream().filter(line -> !line.wish().equals(Wish.Kind.FEWEST_SITES.name())).toList(), price.difference());
  }

  /** A plan that is not proven may be bettered by the very change that is asked about; then nothing decided but the end of patience. */
  private static Why bettered(Person person, Why.Standing standing, Price price) {
    return new Why(person.ref(), standing, Optional.empty(),
        joined(Sentence.of(Form.BETTER_OTHERWISE), price.sentences()), Optional.empty());
  }

  private Why taken(Person person) {
    Optional<Why.Standing> told = person.named() ? Optional.of(Why.Standing.NAMED)
        : setting.in().contains(person.ref()) ? Optional.of(Why.Standing.PUT_IN) : Optional.empty();
    if (told.isPresent()) {
      Form how = told.get() == Why.Standing.NAMED ? Form.IS_NAMED : Form.WAS_PUT_IN;
      return new Why(person.ref(), told.get(), Optional.empty(), List.of(Sentence.of(how, person.ref())), Optional.empty());
    }
    return switch (pinned(person, false)) {
      case Price.Asked.NoPlan(Planned.Impossible(List<Clash.Rule> rules)) -> new Why(person.ref(), Why.Standing.TAKEN, Optional.empty(),
          joined(Sentence.of(Form.NO_PLAN_WITHOUT, person.ref()), sentences(rules)), Optional.empty());
      case Price.Asked.NoPlan(Planned other) -> undecided(person, Why.Standing.TAKEN);
      case Price.Asked.Told(Price price, Plan other) when withoutSites(price).better() -> bettered(person, Why.Standing.TAKEN, price);
      case Price.Asked.Told(Price price, Plan other) -> withoutSites(price).decisive()
          .map(line -> new Why(person.ref(), Why.Standing.TAKEN, Optional.of(line.wish()),
              joined(Sentence.of(Form.WORSE_WITHOUT, person.ref()), price.sentences()), Optional.empty()))
          .orElseGet(() -> new Why(person.ref(), Why.Standing.TAKEN_BY_LOT, Optional.empty(),
              List.of(Sentence.of(Form.LOT_TOOK, person.ref(), person.lot())), Optional.empty()));
    };
  }

  private static Why undecided(Person person, Why.Standing standing) {
    return new Why(person.ref(), standing, Optional.empty(), List.of(Sentence.of(Form.NOT_WORKED_OUT)), Optional.empty());
  }

  private static List<Sentence> joined(Sentence first, List<Sentence> others) {
    List<Sentence> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return List.copyOf(all);
  }

  private static List<Sentence> sentences(List<Clash.Rule> rules) {
    return rules.stream().map(Clash.Rule::sentence).toList();
  }

  private Why notTaken(Person person) {
    if (setting.out().contains(person.ref())) {
      Change change = new Change(List.of(new Change.Part.Eased(new Clash.Rule(Clash.Kind.OUT, person.ref(), person.site(), "", Words.about(Form.TAKEN_OUT, person))),
          new Change.Part.Named(person.ref())));
      return new Why(person.ref(), Why.Standing.TAKEN_OUT, Optional.empty(), List.of(Sentence.of(Form.WAS_TAKEN_OUT, person.ref())), Optional.of(change));
    }
    return switch (pinned(person, true)) {
      case Price.Asked.NoPlan(Planned.Impossible(List<Clash.Rule> rules)) -> new Why(person.ref(), Why.Standing.CANNOT_BE_FETCHED,
          Optional.empty(), sentences(rules.stream().filter(rule -> rule.kind() != Clash.Kind.IN).toList()), eased(person, rules));
      case Price.Asked.NoPlan(Planned other) -> undecided(person, Why.Standing.NOT_TAKEN);
      case Price.Asked.Told(Price price, Plan other) when withoutSites(price).better() -> bettered(person, Why.Standing.NOT_TAKEN, price);
      case Price.Asked.Told(Price price, Plan other) -> withoutSites(price).decisive()
          .map(line -> worse(person, price, line))
          .orElseGet(() -> byLot(person, other));
    };
  }

  private Why worse(Person person, Price price, Price.Line line) {
    List<Sentence> words = new ArrayList<>(joined(Sentence.of(Form.WORSE_WITH, person.ref()), price.sentences()));
    cutOff(person, line.wish()).ifPresent(words::add);
    return new Why(person.ref(), Why.Standing.NOT_TAKEN, Optional.of(line.wish()), List.copyOf(words), Optional.of(needed(person, line)));
  }

  private Change needed(Person person, Price.Line line) {
    if (line.wish().equals(Wish.Kind.LONGEST_HELD.name())) {
      Wish wish = asked.policy().order().stream().filter(each -> each.wish() == Wish.Kind.LONGEST_HELD).findFirst().orElseThrow();
      long steps = wish.steps(person.heldMonths()) + line.before() - line.after() + 1;
      long months = steps * wish.months().orElse(3);
      if (months <= MOST_MONTHS) {
        return new Change(List.of(new Change.Part.HeldAtLeast(person.ref(), Math.toIntExact(months))));
      }
    }
    return new Change(List.of(new Change.Part.Named(person.ref())));
  }

  /** Where the line runs among those of the same site and category, for the wish that decided by time held. */
  private Optional<Sentence> cutOff(Person person, String wish) {
    if (!wish.equals(Wish.Kind.LONGEST_HELD.name())) {
      return Optional.empty();
    }
    Map<String, Person> people = asked.problem().byRef();
    return plan.days().keySet().stream().map(people::get)
        .filter(other -> other != null && !other.named() && other.site().equals(person.site()) && other.category().equals(person.category()))
        .filter(other -> other.health() == person.health() && other.vulnerable() == person.vulnerable())
        .min(Comparator.comparingInt(Person::heldMonths).thenComparingInt(Person::lot))
        .map(last -> Sentence.of(Form.LAST_TAKEN, person.category(), person.site(), last.heldMonths(), person.ref(), person.heldMonths()));
  }

  /** Nobody is worth more than this person: only the lot, or that the plan which stands is kept, was against it. */
  private Why byLot(Person person, Plan with) {
    Map<String, Person> people = asked.problem().byRef();
    Optional<Person> first = plan.days().keySet().stream().filter(ref -> !with.days().containsKey(ref)).map(people::get)
        .filter(Objects::nonNull).min(Comparator.comparingInt(Person::lot));
    Change.Part part = first.<Change.Part>map(other -> new Change.Part.LotBefore(person.ref(), other.ref(), other.lot()))
        .orElseGet(() -> new Change.Part.Named(person.ref()));
    Sentence words = first.map(other -> Sentence.of(Form.LOT_LEFT_FOR, person.ref(), person.lot(), other.ref(), other.lot()))
        .orElseGet(() -> Sentence.of(Form.LOT_LEFT, person.ref(), person.lot()));
    return new Why(person.ref(), Why.Standing.NOT_TAKEN_BY_LOT, Optional.empty(), List.of(words), Optional.of(new Change(List.of(part))));
  }

  private Why cannotGo(Person person) {
    List<Person> holding = asked.problem().people().stream().filter(other -> other.cannotGo().isPresent())
        .filter(other -> other.ref().equals(person.ref()) || (other.group().isPresent() && other.group().equals(person.group()))).toList();
    List<Sentence> words = holding.stream().map(other -> Sentence.of(
        other.ref().equals(person.ref()) ? Form.CANNOT : Form.GROUP_CANNOT, other.cannotGo().orElseThrow(), other.ref(), person.ref())).toList();
    Change able = new Change(holding.stream().<Change.Part>map(other -> new Change.Part.Able(other.ref())).toList());
    Why.Standing standing = person.cannotGo().isPresent() ? Why.Standing.CANNOT_GO : Why.Standing.GROUP_CANNOT_GO;
    Supposed supposed = new Supposed(asked.problem(), setting).after(able);
    Optional<Change> change = solve(supposed) instanceof Planned.Made(Plan then)
        ? then.days().containsKey(person.ref()) ? Optional.of(able)
            : new Reasons(asked.with(supposed.problem()), then, supposed.setting()).why(person.ref()).change().map(able::and)
        : Optional.empty();
    return new Why(person.ref(), standing, Optional.empty(), words, change);
  }

  /** Eases the rules that stand against somebody, those first that the side itself can ease, until there is a plan. */
  private Optional<Change> eased(Person person, List<Clash.Rule> rules) {
    Change change = new Change(List.of(new Change.Part.Named(person.ref())));
    List<Clash.Rule> against = rules;
    for (int round = 0; round < MOST_PARTS; round++) {
      Optional<Clash.Rule> next = against.stream().filter(rule -> !rule.about().equals(person.ref()))
          .min(Comparator.comparingInt((Clash.Rule rule) -> cost(rule, person)));
      if (next.isEmpty()) {
        return Optional.empty();
      }
      change = change.and(new Change(List.of(new Change.Part.Eased(next.get()))));
      switch (after(change)) {
        case Planned.Made made -> {
          return Optional.of(change);
        }
        case Planned.Impossible(List<Clash.Rule> others) -> against = others;
        case Planned.Refused refused -> {
          return Optional.empty();
        }
        case Planned.NotFound notFound -> {
          return Optional.empty();
        }
        case Planned.Cancelled cancelled -> {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private int cost(Clash.Rule rule, Person person) {
    boolean called = asked.problem().days().stream().filter(day -> day.day().equals(rule.day()))
        .anyMatch((Day day) -> day.returns().getOrDefault(person.category(), 0) > 0 || day.takesAllOf(person.category()));
    return switch (rule.kind()) {
      case FIXED -> called ? 0 : 8;
      case CLOSED -> called ? 1 : 8;
      case GUARDS -> 2;
      case ROUTE, VEHICLES, SITES -> 3;
      case OUT, IN -> 4;
      case NAMED -> 5;
      case QUOTA -> called ? 6 : 9;
      case GROUPS -> 7;
    };
  }
}
