/**
 * The door to the node: what this party's people say, what other nodes send and what the clock makes due is done on one thread, in
 * groups that are committed together; nothing is acknowledged, shown or sent before. In: moves, entries, messages. Out: ids of
 * entries that are kept, and what stands, as something that never changes once it was handed out.
 */
@org.jspecify.annotations.NullMarked
package homeward.server.proceedings;
