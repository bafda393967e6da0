/**
 * The agreement as this node holds it, and the terms made of it. In: the agreement's file, brought by somebody of this party; who the
 * parties are and which keys they have, from the node's configuration. Out: the opening of the exchange, the terms to sign, parties'
 * names for pages. Terms that another party offers are compared with these, so that nobody signs what was not agreed face to face.
 */
@org.jspecify.annotations.NullMarked
package homeward.server.talks;
