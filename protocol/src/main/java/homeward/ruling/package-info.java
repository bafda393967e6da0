/**
 * The rules of an exchange: {@link homeward.ruling.Protocol#decide} says what one entry does to the state, and why not. Each
 * move has its rules in the order in which they are asked, one line a rule; the first that is broken is the refusal. From the
 * state follow the sums: {@link homeward.ruling.Balance} from receipts, {@link homeward.ruling.Publication} under the embargo.
 */
@org.jspecify.annotations.NullMarked
package homeward.ruling;
