package homeward.reasons;

import homeward.problem.Eligible;
import homeward.problem.Person;
import homeward.problem.Plan;
import homeward.problem.Sentence.Form;
import homeward.problem.Sentence;
import homeward.tranches.Clash;
import homeward.tranches.Planned;
import homeward.tranches.Setting;
import homeward.tranches.Tranches;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The reasons for one plan. Each is found by asking what would be otherwise with the sites and vehicles of the plan, and
 * each "what would have to change" was tried: {@link #after} plans anew with it. They stay with the side that made the plan.
 */
public final class Reasons {
  private final Otherwise otherwise;

  /**
   * Of a plan.
   *
   * @param asked by which it was made
   * @param before the plan before it, for an adjustment
   */
  public Reasons(Tranches asked, Plan plan, Optional<Plan> before) {
    this(Otherwise.of(asked, plan, before));
  }

  Reasons(Otherwise otherwise) {
    this.otherwise = otherwise;
  }

  /** What it would cost, with the sites and vehicles of this plan, to put some in and take some out. */
  public Price.Asked price(Set<String> in, Set<String> out) {
    return otherwise.price(otherwise.asked().adjust(otherwise.plan(), in, out), otherwise.problem(), Optional.of(otherwise.plan()));
  }

  /**
   * What one more site, vehicle or vehicle of a route on a day would be worth, with everything open: plans anew, and takes
   * as long as a plan.
   *
   * @param kind SITES, VEHICLES or ROUTE
   * @param about the route, for ROUTE
   */
  public Price.Asked oneMore(Clash.Kind kind, String about, String day) {
    Change change = new Change(List.of(new Change.Part.Eased(kind, about, "", day)));
    Supposed supposed = new Supposed(otherwise.problem(), Setting.open()).after(change);
    return otherwise.price(otherwise.asked().with(supposed.problem()).plan(), supposed.problem(), Optional.empty());
  }

  /** Plans anew with a change, and with the sites and vehicles of this plan as far as the change leaves them. */
  public Planned after(Change change) {
    return otherwise.plan(otherwise.after(change));
  }

  /** Why somebody goes or does not. */
  public Why why(String ref) {
    Person person = otherwise.problem().byRef().get(ref);
    if (person == null) {
      return new Why(ref, Why.Standing.UNKNOWN, Optional.empty(), List.of(Sentence.of(Form.NOBODY)), Optional.empty());
    }
    if (otherwise.plan().days().containsKey(ref)) {
      return new Going(otherwise).why(person);
    }
    return new Eligible(otherwise.problem()).canGo(person) ? new Staying(otherwise).why(person) : new Unable(otherwise).why(person);
  }
}
