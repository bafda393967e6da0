/**
 * How much the protocol costs. In: clocks that count processor time, and a folder to write a bundle into. Out: figures with the aim
 * beside each. Whoever calls brings the clocks, for nothing in here may look at one.
 */
@org.jspecify.annotations.NullMarked
package homeward.bench;
