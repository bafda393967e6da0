/**
 * What nodes say to one another, over HTTPS. In: messages of the node for its peers, and letters of peers that it knows by their
 * keys. Out: letters, each signed with the node's key and sent again until it has arrived, and messages for the node. It never
 * holds the node up, hears no stranger, and reads nothing of a letter before it is clear who wrote it.
 */
@org.jspecify.annotations.NullMarked
package homeward.server.wire;
