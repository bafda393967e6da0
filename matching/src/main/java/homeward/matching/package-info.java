/**
 * Finds the same people in two registers, or one person in a register that stays in memory.
 * In go rows of a {@link homeward.values.Schema}; out come pairs with their weight, probability and decision: a match is
 * a proposal that a person decides on, a review is a pair that a person has to look at. An {@link homeward.matching.Index}
 * answers for one row, a {@link homeward.matching.Batch} for two tables, by the same candidates and the same weights.
 * Deterministic whatever the number of threads; it opens no file and asks no clock.
 */
@org.jspecify.annotations.NullMarked
package homeward.matching;
