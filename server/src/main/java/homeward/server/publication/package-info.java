/**
 * What anybody may know: the course of the exchange, joint figures once they are free, and statements of one side, marked as that side's.
 * In: the state and the time. Out: a page, a plot with its table, the same as JSON and CSV, and the entries behind each number by place
 * and hash. Nothing that an embargo still holds, no reference and no person's name gets in here.
 */
@org.jspecify.annotations.NullMarked
package homeward.server.publication;
