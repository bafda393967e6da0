/**
 * Rehearses many seeds: runs each, has the invariants checked, notes which rare situations were reached, and adds up. In: a
 * range of seeds, perhaps a saboteur. Out: a report, as JSON and in words; or one seed told line by line.
 */
@org.jspecify.annotations.NullMarked
package homeward.rehearsal;
