/**
 * The database of one node: a PostgreSQL of its own, started and stopped with the node, or any other by its address. In: where it
 * is. Out: connections, or a refusal with its cure. What was committed survives a kill of the node, of PostgreSQL and of both:
 * an orphan of an earlier run is found, stopped and started again, and one that dies meanwhile is brought back.
 */
@org.jspecify.annotations.NullMarked
package homeward.server.database;
