/**
 * One node of an exchange, without any framework. In: entries that its own people sign, messages from other nodes, the clock.
 * Out: the log it holds, the state that follows from it, cosigned checkpoints, and a count that it refuses to make from a
 * store that does not hold together. Everything outside is behind the ports {@code Store}, {@code Wire}, {@code Clock}.
 */
@org.jspecify.annotations.NullMarked
package homeward.node;
