/**
 * A node's configuration: one JSON file and the key files that it names. In: what people wrote. Out: everything a node needs in
 * order to start, or each thing that is wrong with it in a sentence with its cure; and new configurations with fresh keys.
 */
@org.jspecify.annotations.NullMarked
package homeward.server.setup;
