/**
 * Saying something by hand: an act or an observation that a person chose at a page is signed with that person's key, and what became of
 * it in the log is told in words. In: whoever has come in, the function, the move. Out: its place, the objection with its cure, or that
 * it is on its way. What the rules would refuse as things stand is not sent; what was observed always is.
 */
@org.jspecify.annotations.NullMarked
package homeward.server.signing;
