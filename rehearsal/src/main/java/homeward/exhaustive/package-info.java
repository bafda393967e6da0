/**
 * Walks every state that a small exchange can come into, by the real rules, and asks of each whether the exchange can still
 * end when one party falls silent for ever.
 *
 * <p>In: a {@link homeward.exhaustive.Shape}, and whether anything may lapse. Out: a {@link homeward.exhaustive.Walked} with
 * states, transitions, how many are stuck, a shortest example and the bounds of the walk. What counts as one state is
 * written at {@code Form}; what may be done in one at {@code Steps}. No rule of an exchange is written here.
 */
@org.jspecify.annotations.NullMarked
package homeward.exhaustive;
