/**
 * An exchange on real nodes: each party's program with its own database, pages and wire, driven by the same play as the core. In: what
 * to play. Out: the same figures, and for whoever looks a page with the course, to play, pause and step, with doors into every desk.
 */
@org.jspecify.annotations.NullMarked
package homeward.stage;
