/**
 * Whole numbers under linear rules, the best of them, and a proof that nothing is better.
 *
 * <p>In: a {@link homeward.solver.Model} and a goal. Out: a point that keeps every rule, checked here in whole numbers, and a
 * bound that no point exceeds. Two engines answer, HiGHS and CP-SAT; both are native libraries, and where none fits the
 * machine {@link homeward.solver.Engines} says so in words. One thread, no clock: the same question has the same answer.
 */
@NullMarked
package homeward.solver;

import org.jspecify.annotations.NullMarked;
