/**
 * The record, for whoever may see it: every entry with its place, its author's party, what it says and what came of it, in words and as
 * it was signed; the balance with the entries behind every figure; who read whose file; and a bundle that anybody can verify alone. In:
 * the log as this node holds it. Out: pages and files. Nothing here changes anything.
 */
@org.jspecify.annotations.NullMarked
package homeward.server.transcript;
