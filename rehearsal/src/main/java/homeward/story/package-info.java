/**
 * Tells an exchange so that a person can follow it in a terminal. In: what is placed in the log, with the state before and after
 * it, and the count at the end. Out: lines of at most 100 characters. It knows parties by what they are called and people not at
 * all, prints nothing itself, and gets every number from the state that a node holds.
 */
@org.jspecify.annotations.NullMarked
package homeward.story;
