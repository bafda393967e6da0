/**
 * The ten invariants, each as a checker that reads what nodes hold when a rehearsal is over: logs, states, stores, alarms,
 * outboxes. In: the evidence of one rehearsal. Out: what is broken, by number and words. Nothing here asks the rules what they
 * think: what should stand is worked out a second time, from the entries alone.
 */
@org.jspecify.annotations.NullMarked
package homeward.invariant;
