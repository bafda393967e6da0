package homeward.tranches;

import homeward.problem.Mistake;
import homeward.problem.Plan;
import java.util.List;

/** What came of asking for a plan. */
public sealed interface Planned {
  /** A plan in which the checker found nothing. */
  record Made(Plan plan) implements Planned {}

  /** No plan keeps all of these rules, and any one of them less would do. */
  record Impossible(List<Clash.Rule> rules) implements Planned {}

  /** What was asked for contradicts itself or the problem. */
  record Refused(List<Mistake> mistakes) implements Planned {}

  /** Patience ended before any plan was found. */
  record NotFound() implements Planned {}

  /** Somebody ended it. */
  record Cancelled() implements Planned {}
}
