/**
 * How long plans of who goes when take, and what it costs that two sides plan apart.
 *
 * <p>In: sizes, seeds and an engine. Out: figures beside their aims, the hashes of lists, and two sides' values round by round.
 * Everybody in it is invented; clocks come in as arguments.
 */
@NullMarked
package homeward.planning;

import org.jspecify.annotations.NullMarked;
