/**
 * Why somebody goes or does not, what would have to change, and what a change costs, in words and wish by wish.
 *
 * <p>In: a plan, and the {@link homeward.tranches.Tranches} it was made by. Out: sentences, and changes that were tried: with
 * them the person goes. Each is found by planning anew under a supposition, and nothing of it leaves the side that asks.
 */
@NullMarked
package homeward.reasons;

import org.jspecify.annotations.NullMarked;
