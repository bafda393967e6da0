/**
 * The field desk: what staff see on the day. In: the state, and what a person ticks, counts or types. Out: observations, which nothing
 * refuses, and at once what does not fit with what happens next. It orders what waits as the conduct of a party does on the day
 * (departs, counts, hands over, receives, counts, brings home), but never says anything by itself.
 */
@org.jspecify.annotations.NullMarked
package homeward.server.handover;
