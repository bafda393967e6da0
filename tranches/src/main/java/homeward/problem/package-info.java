/**
 * Who could go when, as data: the people whom one side holds, days, sites and vehicles; the policy that ranks them; a plan.
 *
 * <p>In: files that people write. Out: a problem, a policy or a plan, or what to mend in the file. {@link
 * homeward.problem.Checker} says whether a plan keeps every rule, and {@link homeward.problem.Valuation} what it is worth;
 * both are plain sums over people and know nothing of how plans are found. Nobody is named here: people are references.
 */
@NullMarked
package homeward.problem;

import org.jspecify.annotations.NullMarked;
