/**
 * Who goes when: a plan for a {@link homeward.problem.Problem} by a {@link homeward.problem.Policy}.
 *
 * <p>In: a problem, a policy, an engine, and for an adjustment the plan that stands. Out: a plan that {@link
 * homeward.problem.Checker} found nothing wrong with, or the rules that clash, in words. It proposes; people decide. Nothing
 * here reads a file, a clock or chance, and nothing leaves the side that asks.
 */
@NullMarked
package homeward.tranches;

import org.jspecify.annotations.NullMarked;
