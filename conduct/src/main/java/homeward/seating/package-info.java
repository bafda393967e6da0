/**
 * Whom a holder seats when, by a plan. In: the agreement, the holder's own people with what its files know of them, a policy. Out: the
 * order in which seats are filled, and who rides instead of somebody who stays behind. Neither the policy nor a reason leaves it.
 */
@org.jspecify.annotations.NullMarked
package homeward.seating;
