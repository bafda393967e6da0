package homeward.reasons;

import homeward.problem.Person;
import homeward.problem.Plan;
import homeward.problem.Problem;
import homeward.problem.Valuation;
import homeward.problem.Wish;
import homeward.tranches.Planned;
import homeward.tranches.Setting;
import homeward.tranches.Tranches;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A plan, and what it would be otherwise with its sites and vehicles. */
record Otherwise(Tranches asked, Plan plan, Setting setting) {
  /** Of a plan, and the one before it where it is an adjustment. */
  static Otherwise of(Tranches asked, Plan plan, Optional<Plan> before) {
    return new Otherwise(asked, plan, before.map(stood -> {
      Plan.Adjustment adjusts = plan.adjusts().orElseThrow();
      return Setting.changing(stood, asked.problem(), adjusts.in(), adjusts.out());
    }).orElseGet(() -> Setting.open().with(Setting.Frame.of(plan, asked.problem()))));
  }

  Problem problem() {
    return asked.problem();
  }

  Supposed after(Change change) {
    return new Supposed(problem(), setting).after(change);
  }

  Planned plan(Supposed supposed) {
    return asked.with(supposed.problem()).under(supposed.setting(), plan.adjusts());
  }

  /** The plan in which somebody goes, or does not, and everything else is as well as it can be. */
  Price.Asked pinned(Person person, boolean in) {
    Set<String> put = new HashSet<>(setting.in());
    Set<String> out = new HashSet<>(setting.out());
    (in ? put : out).add(person.ref());
    return price(plan(new Supposed(problem(), setting.withPins(put, out))), problem(), setting.current());
  }

  /** What it costs to have another plan of a problem, where there is one; and, when one stood, how many changes from that. */
  Price.Asked price(Planned planned, Problem problem, Optional<Plan> standing) {
    return planned instanceof Planned.Made(Plan other)
        ? new Price.Asked.Told(price(other, problem, standing), other) : new Price.Asked.NoPlan(planned);
  }

  /** Values are counted person by person, so that two plans are compared on the same footing. */
  private Price price(Plan other, Problem problem, Optional<Plan> standing) {
    Valuation before = new Valuation(problem());
    Valuation after = new Valuation(problem);
    List<Price.Line> lines = new ArrayList<>();
    for (Wish wish : asked.policy().order()) {
      lines.add(new Price.Line(wish.wish().name(), before.of(wish, plan.days()), after.of(wish, other.days())));
    }
    standing.ifPresent(stood -> lines.add(new Price.Line(Plan.Stage.CHANGES,
        -Valuation.changes(stood.days(), plan.days()), -Valuation.changes(stood.days(), other.days()))));
    return new Price(lines, Difference.between(plan, other));
  }
}
