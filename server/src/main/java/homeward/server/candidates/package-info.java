/**
 * Who may be whom: pairs of records found by comparing, the reasons of each, and what people said of them. In: the registers, the other
 * side's list as the node has it, rulings. Out: candidates of a person and of an entry, the best first; a pair on a page with its
 * waterfall; one comparison at a time, watched and called off. Nothing here decides who is who: a person does.
 */
@org.jspecify.annotations.NullMarked
package homeward.server.candidates;
