/**
 * One party's node as a program: starts the rooms beneath it around one configuration, and stops them in order. In: a node's
 * configuration. Out: a running node with its address. It decides nothing itself; the rooms do not know it.
 */
@org.jspecify.annotations.NullMarked
package homeward.server;
