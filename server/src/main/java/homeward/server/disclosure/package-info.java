/**
 * What may leave the bureau, and what left. In: clearances of two agencies, by person and group of fields, from two different accounts;
 * nothing is cleared by default, and a change of the fields ends their clearance. Out: exactly the cleared fields of exactly the cleared
 * people, and on each file what left, to whom, under which digest.
 */
@org.jspecify.annotations.NullMarked
package homeward.server.disclosure;
