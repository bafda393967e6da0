/**
 * The secrets of a node and what the others may know of them: the key that signs as the node, the key under which what is meant for
 * its party alone is sealed, and the certificate of its wire. In: files that only their owner can read. Out: keys, or in a sentence
 * why not. Nothing secret is ever printed, also not by {@code toString}.
 */
@org.jspecify.annotations.NullMarked
package homeward.server.keys;
