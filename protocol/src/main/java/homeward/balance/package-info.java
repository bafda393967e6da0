/**
 * The sums of an exchange. In: the state. Out: who was delivered, by receipts alone; the balance of both sides with the entries
 * behind every number; what may be published when. Pure, so that each side, and anybody with the bundle, can redo them.
 */
@org.jspecify.annotations.NullMarked
package homeward.balance;
