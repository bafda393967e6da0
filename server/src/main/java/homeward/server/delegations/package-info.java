/**
 * Who works at this node and what each may see and do. In: an account's words at the door. Out: a {@link
 * homeward.server.delegations.Viewer} that every face asks for, and the record of what was read. Roles are a table in
 * {@code roles.csv}; nobody is asked for a right that does not stand in it.
 */
@org.jspecify.annotations.NullMarked
package homeward.server.delegations;
