/**
 * What waits for whoever opens a desk: the acts that the state of the exchange and what this node knows by itself lead to, each ready to
 * be signed, with what happens after it. In: the state, the conduct of a party (what it would say next), a viewer. Out: acts in words,
 * and entries once somebody has signed them. It knows no rule of its own: what may not be said, the rules refuse.
 */
@org.jspecify.annotations.NullMarked
package homeward.server.desk;
