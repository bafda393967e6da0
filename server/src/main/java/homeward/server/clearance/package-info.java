/**
 * What people said in private, and what doctors found: a store that only those who clear can open, under a key of its own that neither
 * the database nor whoever runs the machine has. In: one word of will and one of fitness a person. Out, and nothing else: for a journey,
 * the whole set of those who may travel. Declined, unfit and held back are one word everywhere else, and nobody is ever singled out.
 */
@org.jspecify.annotations.NullMarked
package homeward.server.clearance;
