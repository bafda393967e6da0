/**
 * Whom this party seeks and whom it holds. In: files and forms; every one is a statement with its source, and a later one is added to
 * what was said before. Out: the current view, picked by one rule; lists, files and exports with the fields that the viewer may see,
 * each read recorded. A person is known to everybody else by an opaque code; no name stands in an address or a log.
 */
@org.jspecify.annotations.NullMarked
package homeward.server.register;
